import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMilestoneName } from "@/components/services/service-name";
import { Anchor } from "@/components/ui/blocks";
import { Icon } from "@/components/ui/icons/icon";
import { TimeText } from "@/components/ui/time/time-text";
import { asWritten, type ShowText } from "@/components/ui/translated-text";
import { partyName } from "@/components/ui/words";
import { listFormat } from "@/components/ui/format";
import type { Mode } from "@/domain/hubs/place";
import type { Service } from "@/domain/shared/vocabulary";
import type { StoryEntry } from "@/domain/threads/story";
import type { ThreadMessage, ThreadPage } from "@/views/threads";

type Entry = StoryEntry<ThreadMessage>;

/** So many entries stand open; those before them are one press away. */
const SHOWN = 5;

type StoryListProps = {
  readonly thread: Pick<ThreadPage, "side" | "buyer" | "provider" | "otherRead" | "unread" | "messages" | "bidId">;
  readonly entries: readonly Entry[];
  /** By which its steps are called; null before there is an order. */
  readonly order: { readonly service: Service; readonly mode: Mode } | null;
  readonly zone: string;
  readonly show?: ShowText;
};

type Common = Omit<StoryListProps, "entries">;

/** What the reader should know of contacts in a message: that its own are held back from the other side, or the other's from it. */
function HeldNote({ message, thread }: { readonly message: ThreadMessage; readonly thread: Common["thread"] }) {
  const t = useTranslations("threads.held");
  const locale = useLocale();
  if (message.held.length === 0) return null;
  const kinds = listFormat(locale).format(message.held.map((kind) => t(`kind.${kind}`)));
  return (
    <p className="story-held">
      <Icon name="lock-keyhole" /> {t(message.by === thread.side ? "own" : "other", { kinds })}
    </p>
  );
}

function Message({ message, thread, zone, show = asWritten }: Common & { readonly message: ThreadMessage }) {
  const t = useTranslations("threads");
  const locale = useLocale();
  const { by, writer, at, words, files, isByMail, seq } = message;
  const isOwn = by === thread.side;
  const lastRead = thread.messages.findLast((one) => one.by === thread.side && one.seq <= thread.otherRead.seq)?.seq;
  return (
    <li className={isOwn ? "story-message is-own" : "story-message"}>
      <p className="story-head">
        <b>{isOwn ? t("you") : partyName(by === "buyer" ? thread.buyer : thread.provider, locale)}</b>
        {writer !== null && <span>{writer}</span>}
        <TimeText at={at} zone={zone} />
        {isByMail && <span>{t("byMail")}</span>}
      </p>
      {show({ kind: "message", id: thread.bidId, part: `${seq}`, text: words }, "whitespace-pre-line")}
      {files.map(({ id, name, mayRead }) => (
        <p key={id}>
          {mayRead ? (
            <Anchor href={`/api/files/${id}`} download>
              <Icon name="download" /> {name}
            </Anchor>
          ) : (
            name
          )}
        </p>
      ))}
      <HeldNote message={message} thread={thread} />
      {seq === lastRead && thread.otherRead.at !== null && (
        <p className="story-read">
          {t("read")} <TimeText at={thread.otherRead.at} zone={zone} />
        </p>
      )}
    </li>
  );
}

/** What was done, in a line. */
function useEntryWords({ thread, order }: Common): (entry: Exclude<Entry, { kind: "message" }>) => ReactNode {
  const t = useTranslations("threads.story");
  const milestone = useMilestoneName(order?.mode);
  return (entry) => {
    switch (entry.kind) {
      case "step":
        return order && milestone(order.service, entry.code);
      case "turning":
        return t(`turning.${entry.turning}`);
      case "changes":
        return t("changes", { words: entry.words });
      case "file":
        return t(entry.isOwn ? "ownFile" : "file", { name: entry.name });
      case "reminder":
        return t(entry.side === thread.side ? "youReminded" : "otherReminded");
      case "logged":
        return t(`logged.${entry.type.replace(".", "_")}` as "logged.order_held");
      default:
        return null;
    }
  };
}

function Entries({ entries, ...common }: StoryListProps) {
  const words = useEntryWords(common);
  return (
    <ol className="story">
      {entries.map((entry, place) =>
        entry.kind === "message" ? (
          <Message key={`m${entry.message.seq}`} message={entry.message} {...common} />
        ) : (
          <li key={`${entry.kind}${entry.at}${place}`}>
            {words(entry)} <TimeText at={entry.at} zone={common.zone} hasZone={false} />
          </li>
        ),
      )}
    </ol>
  );
}

/** All that was said and done, the newest last; what came before the last few, and was read, is folded away. */
export function StoryList({ entries, ...common }: StoryListProps) {
  const t = useTranslations("threads");
  const { side, unread } = common.thread;
  const others = entries.filter((entry) => entry.kind === "message" && entry.message.by !== side);
  const firstUnread = unread > 0 ? entries.indexOf(others[others.length - unread] as Entry) : entries.length;
  const cut = Math.max(0, Math.min(entries.length - SHOWN, firstUnread));
  // One element, so that all of it is written as markup.
  return (
    <div className="story">
      {cut > 0 && (
        <details className="story-earlier">
          <summary>{t("earlier", { count: cut })}</summary>
          <Entries {...common} entries={entries.slice(0, cut)} />
        </details>
      )}
      <Entries {...common} entries={entries.slice(cut)} />
    </div>
  );
}
