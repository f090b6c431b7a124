import { z } from "zod";
import type { Reader } from "../../db/database";
import { insertReminder, openThread } from "../../db/repositories/threads";
import { changeRequestsOf } from "../../db/repositories/disputes";
import { findMilestones, type StoredOrder } from "../../db/repositories/orders";
import { canHaveTurn } from "../../domain/orders/order-turn";
import { type Awaited, awaitedBy, mayRemind, type RemindRefusal } from "../../domain/threads/reminder";
import { mayTalk, otherSide } from "../../domain/threads/thread";
import { accept, assert, type Refusal, type Result } from "../../domain/shared/result";
import { type Instant, instant } from "../../domain/shared/time";
import { turnsOf } from "../orders/queries/turns";
import { command } from "../platform/command";
import {
  type LoadedThread,
  loadThread,
  lockThread,
  ofBid,
  saidEvent,
  threadHttp,
  type ThreadReceipt,
} from "./load-thread";

/** When anything was last recorded of an order that moves it. */
async function movedAt(db: Reader, order: StoredOrder): Promise<Instant> {
  const [steps, changes] = [await findMilestones(db, order), await changeRequestsOf(db, order.id)];
  const { contractedAt, deliveredAt, acceptedAt, heldSince, exceptionSince, disputedSince } = order;
  return instant(
    Math.max(
      ...[contractedAt, deliveredAt, acceptedAt, heldSince, exceptionSince, disputedSince].map((at) => at ?? 0),
      ...steps.map(({ reportedAt }) => reportedAt ?? 0),
      ...changes.map(({ requestedAt }) => requestedAt),
    ),
  );
}

/** What a side waits for of the other now, in the order or in what they write to each other. */
export async function awaitedIn(
  db: Reader,
  { order, thread, side }: Pick<LoadedThread, "order" | "thread" | "side">,
  now: Instant,
): Promise<Awaited | null> {
  const last = thread?.lastBy && thread.lastAt !== null ? { by: thread.lastBy, at: thread.lastAt } : null;
  if (!order || !canHaveTurn(order)) return awaitedBy(side, { mover: null, movedAt: null, last });
  const [turned] = await turnsOf(db, [order], now);
  assert(turned, "an order under way has a turn");
  return awaitedBy(side, { mover: turned.mover, movedAt: await movedAt(db, order), last });
}

/** When the other side was reminded last. */
export const remindedAtOf = ({ thread, side }: Pick<LoadedThread, "thread" | "side">): Instant | null =>
  (side === "buyer" ? thread?.providerRemindedAt : thread?.buyerRemindedAt) ?? null;

type Refusals = RemindRefusal | Refusal<"not_found" | "not_permitted" | "thread_not_open" | "thread_closed">;

/** One press: the other side, whose turn it is, is told so once more, in its inbox and by mail. */
export const remindOther = command({
  name: "threads.remind",
  action: "thread.write",
  input: z.strictObject(ofBid),
  http: {
    ...threadHttp,
    path: "/bids/{bidId}/remind",
    operation: "remindOtherSide",
    status: 200,
    summary: "Remind the other side that it is its turn",
    description:
      "Once its turn is four working hours old, and at most once in 24 hours. It hears of it in its inbox and by mail.",
    refusals: [
      ...(["not_their_turn", "reminder_too_early", "reminded_lately"] as const),
      ...(["thread_not_open", "thread_closed", "not_permitted"] as const),
    ],
  },
  lock: lockThread,
  async run({ tx, actor, now, publish, concerns }, { bidId }): Promise<Result<ThreadReceipt, Refusals>> {
    const loaded = await loadThread(tx, actor, { bidId, action: "thread.write" });
    if (!loaded.ok) return loaded;
    const talk = mayTalk(loaded.value.facts, now);
    if (!talk.ok) return talk;
    const allowed = mayRemind(await awaitedIn(tx, loaded.value, now), remindedAtOf(loaded.value), now);
    if (!allowed.ok) return allowed;
    assert(actor.userId, "somebody reminds");
    await openThread(tx, bidId);
    await insertReminder(tx, { bidId, side: otherSide(loaded.value.side), userId: actor.userId, at: now });
    publish(saidEvent(loaded.value, null));
    concerns(bidId);
    return accept({ bidId, seq: loaded.value.thread?.lastSeq ?? 0 });
  },
});
