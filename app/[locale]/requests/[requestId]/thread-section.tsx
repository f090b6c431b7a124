import { getTranslations } from "next-intl/server";
import { ThreadBody } from "@/app/threads/thread-body";
import { ThreadChoice } from "@/components/threads/thread-choice";
import { Panel } from "@/components/ui/blocks";
import type { Actor } from "@/domain/access/policy";
import { storyOf } from "@/domain/threads/story";
import { inboxSeq } from "@/server/notices/queries";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { threadHeads, threadPage } from "@/server/threads/queries/thread-page";
import type { RequestPage } from "@/views/requests";

type ThreadSectionProps = {
  readonly request: RequestPage;
  readonly actor: Actor;
  readonly zone: string;
  readonly here: string;
  /** What the address asks for: the bid whose thread is wanted, and how an upload went that led here. */
  readonly asked: { readonly thread?: string | string[]; readonly laid?: string | string[] };
};

/** The bidders whose threads the buyer may open: those whose bids it may read and is told by name. */
async function loadHeads({ request, actor }: Pick<ThreadSectionProps, "request" | "actor">) {
  if (request.side !== "buyer" || actor.organisationId === null) return [];
  const bids = (request.bids ?? []).flatMap(({ id, provider }) => (provider ? [{ id, provider }] : []));
  const of = { buyerOrganisationId: actor.organisationId, bidIds: bids.map(({ id }) => id) };
  const heads = new Map((await threadHeads(pageReader(), actor, of)).map((head) => [head.bidId, head]));
  return bids.flatMap(({ id, provider }) => {
    const head = heads.get(id);
    return head ? [{ ...head, provider }] : [];
  });
}

/** What the two sides of a bid say to each other: to its bidder its own thread, to the buyer one a bidder. */
export async function ThreadSection({ request, actor, zone, here, asked }: ThreadSectionProps) {
  const heads = await loadHeads({ request, actor });
  const chosen =
    request.side === "buyer"
      ? (heads.find(({ bidId }) => bidId === asked.thread) ?? heads.find(({ unread }) => unread > 0))?.bidId
      : request.ownBid?.id;
  const { clock } = platform();
  const seq = await inboxSeq(pageReader(), actor);
  const thread = chosen ? await threadPage(pageReader(), actor, { bidId: chosen, now: clock() }) : null;
  const hasTalk = thread !== null && (thread.isOpen || thread.messages.length > 0);
  if (heads.length === 0 && !hasTalk) return null;
  const t = await getTranslations("threads");
  return (
    <Panel
      title={t("title.request")}
      id={thread ? `thread-${thread.bidId}` : "threads"}
      aside={t("entries", { count: thread?.messages.length ?? 0 })}
      fold={asked.thread !== undefined || asked.laid !== undefined || (thread?.unread ?? 0) > 0 ? "open" : "closed"}
    >
      <div className="form-stack">
        {heads.length > 0 && (
          <ThreadChoice
            heads={heads}
            chosen={thread?.bidId ?? null}
            hrefOf={(bidId) => `${here}?thread=${bidId}#thread-${bidId}`}
            zone={zone}
          />
        )}
        {thread && hasTalk && (
          <ThreadBody
            viewer={actor}
            thread={thread}
            entries={storyOf({
              messages: thread.messages,
              reminders: thread.reminders,
              order: null,
              files: [],
              log: [],
            })}
            order={null}
            zone={zone}
            outcome={typeof asked.laid === "string" ? asked.laid : null}
            page={`requests/${request.id}`}
            seq={seq}
          />
        )}
      </div>
    </Panel>
  );
}
