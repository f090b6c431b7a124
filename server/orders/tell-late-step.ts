import { z } from "zod";
import type { Reader } from "../../db/database";
import { insertLateNotice, lateNoticesOf } from "../../db/repositories/order-lists";
import { findOrder, type StoredOrder } from "../../db/repositories/orders";
import type { LateStep } from "../../domain/orders/due";
import { isOver, orderFacts } from "../../domain/orders/order";
import type { Instant } from "../../domain/shared/time";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { referenceData } from "../hubs/queries/network";
import { command } from "../platform/command";
import { lateStepsOf, turnsOf } from "./queries/turns";
import { lockDealOfOrder } from "../../db/repositories/deals";

/** The step that each of these orders under way is late with now, by the order's id; none of those that are not. */
async function lateNowOf(
  read: Reader,
  orders: readonly StoredOrder[],
  now: Instant,
): Promise<ReadonlyMap<string, LateStep>> {
  const known = await referenceData(read);
  const late = await lateStepsOf(read, await turnsOf(read, orders, now), { known, now });
  return new Map(
    [...late].flatMap(([id, steps]): [string, LateStep][] => {
      const last = steps.at(-1);
      return last?.occurredAt === null ? [[id, last]] : [];
    }),
  );
}

/** Those of these orders under way that are late with a step of which their buyer has not been told. */
export async function untoldLate(read: Reader, orders: readonly StoredOrder[], now: Instant): Promise<string[]> {
  const late = await lateNowOf(read, orders, now);
  const told = await lateNoticesOf(read, [...late.keys()]);
  return [...late].flatMap(([id, { step }]) => (told.has(`${id} ${step}`) ? [] : [id]));
}

/** The clock tells the buyer that a step is late, once a step, by what it is due by at that very moment: a time that has moved meanwhile is not told. */
export const tellLateStep = command({
  name: "orders.tell-late-step",
  action: "market.tick",
  input: z.strictObject({ orderId: z.string().min(1).max(64) }),
  lock: lockDealOfOrder,
  async run(
    { tx, now, publish, concerns },
    { orderId },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "not_yet" | "wrong_state">>> {
    const order = await findOrder(tx, orderId);
    if (!order) return refuse("not_found");
    if (isOver(order)) return refuse("wrong_state", { state: order.state, event: "remind" });
    const late = (await lateNowOf(tx, [order], now)).get(orderId);
    if (!late) return refuse("not_yet");
    const { step: code, dueAt } = late;
    if (!(await insertLateNotice(tx, { orderId, code, dueAt, at: now })))
      return refuse("wrong_state", { state: order.state, event: "remind" });
    publish({ type: "order.step_late", code, dueAt, ...orderFacts(order) });
    concerns(orderId);
    return accept({ id: orderId });
  },
});
