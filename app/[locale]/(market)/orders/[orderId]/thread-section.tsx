import { getTranslations } from "next-intl/server";
import { ThreadBody } from "@/app/threads/thread-body";
import { Panel } from "@/components/ui/blocks";
import type { Actor } from "@/domain/access/policy";
import type { ShownFile } from "@/domain/files/file";
import { storyOf } from "@/domain/threads/story";
import { inboxSeq } from "@/server/notices/queries";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { orderLog } from "@/server/threads/queries/order-story";
import { threadPage } from "@/server/threads/queries/thread-page";
import type { OrderPage } from "@/views/orders";

type ThreadSectionProps = {
  readonly order: OrderPage;
  readonly viewer: Actor;
  readonly files: readonly ShownFile[];
  readonly zone: string;
  /** How an upload to it went that led here. */
  readonly outcome: string | null;
};

/** The story of an order: what its two sides said since the bid, and what was done, in one list. */
export async function ThreadSection({ order, viewer, files, zone, outcome }: ThreadSectionProps) {
  const { clock } = platform();
  const seq = await inboxSeq(pageReader(), viewer);
  const [thread, log] = await Promise.all([
    threadPage(pageReader(), viewer, { bidId: order.bidId, now: clock() }),
    orderLog(pageReader(), order),
  ]);
  if (!thread) return null;
  const t = await getTranslations("threads");
  const loose = files.filter(({ milestoneCode }) => milestoneCode === null);
  const entries = storyOf({ messages: thread.messages, reminders: thread.reminders, order, files: loose, log });
  return (
    <Panel
      title={t("title.order")}
      id={`thread-${order.bidId}`}
      aside={thread.unread > 0 ? t("unread", { count: thread.unread }) : t("entries", { count: entries.length })}
      fold={thread.unread > 0 || outcome !== null ? "open" : "closed"}
    >
      <ThreadBody {...{ viewer, thread, entries, order, zone, outcome, seq }} page={`orders/${order.id}`} />
    </Panel>
  );
}
