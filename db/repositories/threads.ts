import { and, asc, desc, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import type { Side } from "../../domain/orders/slots/slot";
import type { Reading, ThreadFacts } from "../../domain/threads/thread";
import type { Instant } from "../../domain/shared/time";
import { prepared, preparedList, type Reader, type Writer } from "../database";
import { findBid, findVersion, type StoredBid } from "./bidding";
import type { StoredOrder } from "./orders";
import { findRequest, type StoredRequest } from "./requests";
import { assert } from "../../domain/shared/result";
import { users } from "../schema/accounts";
import { orders } from "../schema/orders";
import { threadMessages, threadReminders, threads } from "../schema/threads";

type Row = typeof threads.$inferSelect;
type Times = "lastAt" | "buyerReadAt" | "providerReadAt" | "buyerRemindedAt" | "providerRemindedAt";
export type StoredThread = Omit<Row, Times> & { readonly [T in Times]: Instant | null };
export type StoredMessage = Omit<typeof threadMessages.$inferSelect, "at"> & {
  readonly at: Instant;
  readonly writerName: string;
};
export type StoredReminder = { readonly at: Instant; readonly side: Side };

const byBid = prepared("thread_by_bid", (db) =>
  db
    .select()
    .from(threads)
    .where(eq(threads.bidId, sql.placeholder("bidId")))
    .limit(1),
);

/** The thread of a bid, once anything was said in it. */
export async function findThread(db: Reader, bidId: string): Promise<StoredThread | undefined> {
  return (await byBid(db, { bidId }))[0] as StoredThread | undefined;
}

/** How far a side has read. */
export const readingOf = (thread: StoredThread, side: Side): Reading =>
  side === "buyer"
    ? { readSeq: thread.buyerReadSeq, readAt: thread.buyerReadAt, unread: thread.buyerUnread }
    : { readSeq: thread.providerReadSeq, readAt: thread.providerReadAt, unread: thread.providerUnread };

const ofBids = preparedList("threads_of_bids", (db, bidIds) =>
  db.select().from(threads).where(inArray(threads.bidId, bidIds)),
);

/** The threads of these bids, where anything was said; what lists show of them. */
export async function headsOf(db: Reader, bidIds: readonly string[]): Promise<StoredThread[]> {
  return (await ofBids(db, bidIds)) as StoredThread[];
}

/** Makes the thread of a bid, where there is none yet. */
export async function openThread(tx: Writer, bidId: string): Promise<void> {
  const nothing = { lastSeq: 0, buyerReadSeq: 0, buyerUnread: 0, providerReadSeq: 0, providerUnread: 0 };
  await tx
    .insert(threads)
    .values({ bidId, ...nothing })
    .onConflictDoNothing();
}

type NewMessage = Omit<typeof threadMessages.$inferInsert, "seq">;

/** Puts a message behind the last one; whoever writes has read what came before. Answers its number. */
export async function insertMessage(tx: Writer, thread: StoredThread, message: NewMessage): Promise<number> {
  const seq = thread.lastSeq + 1;
  const { by, at } = message;
  const read = { seq, at };
  await tx.insert(threadMessages).values({ ...message, seq });
  await tx
    .update(threads)
    .set({
      ...{ lastSeq: seq, lastBy: by, lastAt: at },
      ...(by === "buyer"
        ? { buyerReadSeq: read.seq, buyerReadAt: read.at, buyerUnread: 0, providerUnread: thread.providerUnread + 1 }
        : {
            providerReadSeq: read.seq,
            providerReadAt: read.at,
            providerUnread: 0,
            buyerUnread: thread.buyerUnread + 1,
          }),
    })
    .where(eq(threads.bidId, message.bidId));
  return seq;
}

/** A side has read up to a message; what came after it waits. */
export async function saveReading(
  tx: Writer,
  of: { readonly bidId: string; readonly side: Side; readonly seq: number; readonly now: Instant },
): Promise<void> {
  const { bidId, side, seq, now } = of;
  const [row] = await tx
    .select({ left: sql<number>`count(*)`.mapWith(Number) })
    .from(threadMessages)
    .where(and(eq(threadMessages.bidId, bidId), gt(threadMessages.seq, seq), ne(threadMessages.by, side)));
  const left = row?.left ?? 0;
  await tx
    .update(threads)
    .set(
      side === "buyer"
        ? { buyerReadSeq: seq, buyerReadAt: now, buyerUnread: left }
        : { providerReadSeq: seq, providerReadAt: now, providerUnread: left },
    )
    .where(eq(threads.bidId, bidId));
}

/** That a side was reminded. */
export async function insertReminder(
  tx: Writer,
  {
    bidId,
    side,
    userId,
    at,
  }: { readonly bidId: string; readonly side: Side; readonly userId: string; readonly at: Instant },
): Promise<void> {
  await tx.insert(threadReminders).values({ bidId, side, userId, at });
  await tx
    .update(threads)
    .set(side === "buyer" ? { buyerRemindedAt: at } : { providerRemindedAt: at })
    .where(eq(threads.bidId, bidId));
}

/** The last so many messages up to a number, in their order, with who wrote each. */
export async function messagesOf(
  db: Reader,
  of: { readonly bidId: string; readonly before: number | null; readonly limit: number },
): Promise<StoredMessage[]> {
  const rows = await db
    .select({ message: threadMessages, writerName: users.name })
    .from(threadMessages)
    .innerJoin(users, eq(users.id, threadMessages.userId))
    .where(and(eq(threadMessages.bidId, of.bidId), of.before === null ? undefined : lt(threadMessages.seq, of.before)))
    .orderBy(desc(threadMessages.seq))
    .limit(of.limit);
  return rows.map(({ message, writerName }) => ({ ...message, writerName })).reverse() as StoredMessage[];
}

/** One message, for the mail that tells of it. */
export async function findMessage(
  db: Reader,
  of: { readonly bidId: string; readonly seq: number },
): Promise<{ readonly words: string; readonly files: number } | undefined> {
  const [row] = await db
    .select({ words: threadMessages.words, fileIds: threadMessages.fileIds })
    .from(threadMessages)
    .where(and(eq(threadMessages.bidId, of.bidId), eq(threadMessages.seq, of.seq)))
    .limit(1);
  return row && { words: row.words, files: row.fileIds.length };
}

/** The reminders of a thread, the first first. */
export async function remindersOf(db: Reader, bidId: string): Promise<StoredReminder[]> {
  const rows = await db
    .select({ at: threadReminders.at, side: threadReminders.side })
    .from(threadReminders)
    .where(eq(threadReminders.bidId, bidId))
    .orderBy(asc(threadReminders.at));
  return rows as StoredReminder[];
}

/** The files that the messages of a thread name. */
export async function sentFilesOf(db: Reader, bidId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ fileIds: threadMessages.fileIds })
    .from(threadMessages)
    .where(eq(threadMessages.bidId, bidId));
  return new Set(rows.flatMap(({ fileIds }) => fileIds));
}

/** The bid that a thread is about, with its request and, where it won, its order. */
export type Talk = {
  readonly bid: StoredBid;
  readonly request: StoredRequest;
  readonly order: StoredOrder | null;
  readonly facts: ThreadFacts;
};

const ofRequest = prepared("order_of_request", (db) =>
  db
    .select()
    .from(orders)
    .where(eq(orders.requestId, sql.placeholder("requestId")))
    .limit(1),
);

/** What two sides would talk about in the thread of a bid, and what decides whether they may. */
export async function findTalk(db: Reader, bidId: string): Promise<Talk | null> {
  const bid = await findBid(db, bidId);
  if (!bid) return null;
  const request = await findRequest(db, bid.requestId);
  assert(request, `bid ${bidId} has its request`);
  const version = await findVersion(db, { bidId, version: bid.version });
  const [order = null] = bid.state === "won" ? await ofRequest(db, { requestId: request.id }) : [];
  const endedAt = order && (order.completedAt ?? order.cancelledAt);
  return {
    ...{ bid, request, order: order as StoredOrder | null },
    facts: {
      request,
      bid: { state: bid.state, isReadable: version !== undefined && version.content !== null },
      order: order && { endedAt: endedAt as Instant | null },
    },
  };
}
