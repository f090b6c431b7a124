import { findMilestones, findOrder, saveOrder } from "../../db/repositories/orders";
import { acceptanceAt } from "../../domain/orders/acceptance";
import { acceptDelivery } from "../../domain/orders/order";
import { orderFacts } from "../../domain/orders/order-facts";
import { assert } from "../../domain/shared/assert";
import { accept, type Result } from "../../domain/shared/result";
import type { StepRefusal } from "../orders/take-step";
import type { CommandContext } from "../platform/command";
import { followSeen } from "./follow-step";

/**
 * What a decision on the goods means for the order: the report has served its purpose, so its delivery is accepted where nobody has done so
 * yet, and the decision is the order's last step. Goods that are refused are no complaint about the inspection.
 */
export async function takeReport(
  context: Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">,
  orderId: string,
): Promise<Result<void, StepRefusal>> {
  const { tx, now, publish } = context;
  const order = await findOrder(tx, orderId);
  assert(order, `order ${orderId} is there`);
  if (order.state === "delivered") {
    const taken = acceptDelivery({ ...order, milestones: await findMilestones(tx, order) });
    if (!taken.ok) return taken;
    await saveOrder(tx, order, acceptanceAt(taken.value, now));
    publish({ type: "order.accepted", state: taken.value, isAutomatic: false, ...orderFacts(order) });
  }
  return order.state === "completed"
    ? accept(undefined)
    : followSeen(context, orderId, { code: "buyer_decided", at: now });
}
