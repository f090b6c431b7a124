import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { showTexts, textsOfThread } from "@/app/written-texts";
import { UploadOutcome } from "@/components/files/file-panel";
import { LiveTalk } from "@/components/live/live-pages";
import { Note } from "@/components/ui/blocks";
import { MessageFiles, MessageForm } from "@/components/threads/message-form";
import { ReadOnSight } from "@/components/threads/read-on-sight";
import { StoryList } from "@/components/threads/story-list";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { TimeText } from "@/components/ui/time/time-text";
import { partyName } from "@/components/ui/words";
import { AsMarkup } from "@/components/ui/written/as-markup";
import type { Actor } from "@/domain/access/policy";
import type { Mode } from "@/domain/hubs/place";
import type { Service } from "@/domain/shared/vocabulary";
import type { StoryEntry } from "@/domain/threads/story";
import { newId, platform } from "@/server/platform/platform";
import type { ThreadMessage, ThreadPage } from "@/views/threads";
import { markReadAction, remindAction, writeMessageAction } from "./actions";

type ThreadBodyProps = {
  readonly viewer: Actor;
  readonly thread: ThreadPage;
  readonly entries: readonly StoryEntry<ThreadMessage>[];
  readonly order: { readonly service: Service; readonly mode: Mode } | null;
  readonly zone: string;
  /** The page that it stands on, without its language. */
  readonly page: string;
  /** How an upload to it went that led here: a code. */
  readonly outcome: string | null;
  /** The number of the reader's inbox before the talk was read. */
  readonly seq: number;
};

/** One press reminds the other side, or when it can be pressed. */
async function Remind({ thread, to, zone }: Pick<ThreadBodyProps, "thread" | "zone"> & { readonly to: string }) {
  const { remindFrom, bidId } = thread;
  if (remindFrom === null) return null;
  const t = await getTranslations("threads.remind");
  const { clock } = platform();
  if (remindFrom > clock())
    return (
      <p className="text-sm text-ink-2">
        {t.rich("from", { to, time: () => <TimeText at={remindFrom} zone={zone} /> })}
      </p>
    );
  return (
    <OneButtonForm action={remindAction} fields={{ bidId, idempotencyKey: newId() }} size="small">
      {t("press", { to })}
    </OneButtonForm>
  );
}

/** What was said and done, the newest last, with the field to write in below it. */
export async function ThreadBody({ viewer, thread, entries, order, zone, page, outcome, seq }: ThreadBodyProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("threads")]);
  const { bidId, unread, lastSeq, mayWrite, isOpen, side, waiting } = thread;
  const show = await showTexts(viewer, textsOfThread(thread));
  const to = partyName(side === "buyer" ? thread.provider : thread.buyer, locale);
  const isAddingFiles = outcome !== null && outcome !== "kept";
  const upload = { subject: "thread", subjectId: bidId, language: locale, isSealed: false, page } as const;
  const uploadHref = `/${locale}/${page}?thread=${bidId}&laid=new#thread-${bidId}`;
  return (
    <ClientWords rooms={["files.upload"]}>
      <div className="form-stack">
        {isOpen && <LiveTalk seq={seq} />}
        {entries.length === 0 ? (
          <p className="text-ink-2">{t("empty", { to })}</p>
        ) : (
          <AsMarkup>
            <StoryList {...{ thread, entries, order, zone, show }} />
          </AsMarkup>
        )}
        {unread > 0 && (
          <ReadOnSight>
            <OneButtonForm
              action={markReadAction}
              fields={{ bidId, seq: String(lastSeq), idempotencyKey: newId() }}
              size="small"
            >
              {t("markRead", { count: unread })}
            </OneButtonForm>
          </ReadOnSight>
        )}
        {!isOpen && <p className="text-ink-2">{t("closed")}</p>}
        {mayWrite && (
          <>
            {outcome === "kept" ? (
              <Note tone="ok">{t("laid")}</Note>
            ) : (
              outcome !== null && <UploadOutcome code={outcome} />
            )}
            <MessageForm
              action={writeMessageAction}
              bidId={bidId}
              idempotencyKey={newId()}
              to={to}
              isHolding={thread.orderId === null}
              waiting={waiting}
            />
            <MessageFiles upload={isAddingFiles ? { ...upload, idempotencyKey: newId() } : null} href={uploadHref} />
            <Remind thread={thread} to={to} zone={zone} />
          </>
        )}
      </div>
    </ClientWords>
  );
}
