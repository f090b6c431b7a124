import { ruleAt } from "../../db/repositories/market-rules";
import { findOrder, saveOrder } from "../../db/repositories/orders";
import { autoAcceptAt, autoAcceptRule } from "../../domain/orders/acceptance";
import { type LineState, ORDER_LIFECYCLE, type OrderEvent } from "../../domain/orders/order";
import { orderFacts } from "../../domain/orders/order-facts";
import { assert } from "../../domain/shared/assert";
import { advance } from "../../domain/shared/lifecycle";
import { accept, type Result } from "../../domain/shared/result";
import type { StepRefusal } from "../orders/take-step";
import type { CommandContext } from "../platform/command";
import { followStep } from "./follow-step";

const CODE = "report_issued";

/** The issued report delivers its order; that of a later round delivers it again, where the buyer had sent the inspector back. */
export async function deliverReport(
  context: Pick<CommandContext, "tx" | "actor" | "now" | "publish">,
  orderId: string,
): Promise<Result<void, StepRefusal>> {
  const { tx, now, publish } = context;
  const order = await findOrder(tx, orderId);
  assert(order, `order ${orderId} is there`);
  if (order.state !== "changes_requested") return followStep(context, orderId, { code: CODE, occurredAt: now });
  const next = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "deliver");
  if (!next.ok) return next;
  const days = await ruleAt(tx, autoAcceptRule(order.service), now);
  await saveOrder(tx, order, { state: next.value, deliveredAt: now, autoAcceptAt: autoAcceptAt(now, days) });
  publish({ type: "order.milestone_reported", code: CODE, state: next.value, ...orderFacts(order) });
  return accept(undefined);
}
