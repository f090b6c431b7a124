import type { Reader } from "../../db/database";
import { changeRequestsOf } from "../../db/repositories/disputes";
import { findMilestones, type StoredOrder } from "../../db/repositories/orders";
import { canHaveTurn } from "../../domain/orders/order-turn";
import { type Awaited, awaitedBy } from "../../domain/threads/reminder";
import { assert } from "../../domain/shared/result";
import { type Instant, instant } from "../../domain/shared/time";
import { turnsOf } from "../orders/queries/turns";
import type { LoadedThread } from "./load-thread";

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
