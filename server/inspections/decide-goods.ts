import { z } from "zod";
import { saveRound } from "../../db/repositories/inspections";
import { may } from "../../domain/access/policy";
import { checkDecision, DECISION_REASON_MAX, DECISIONS } from "../../domain/inspections/verdict";
import { acceptDelivery, orderFacts } from "../../domain/orders/order";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import {
  loadRound,
  lookAgain,
  OF_ROUND,
  roundField,
  type RoundReceipt,
  roundReceiptShape,
  type RoundRefusal,
  settleRound,
} from "./load-rounds";
import type { AskedStepRefusal } from "../orders/take-step";
import { command, type CommandContext } from "../platform/command";
import { findMilestones, findOrder, saveOrder } from "../../db/repositories/orders";
import { acceptanceAt } from "../../domain/orders/acceptance";
import { followSeen } from "./follow-step";
import { lockDealOfOrder } from "../../db/repositories/deals";

/**
 * What a decision on the goods means for the order: the report has served its purpose, so its delivery is accepted where nobody has done so
 * yet, and the decision is the order's last step. Goods that are refused are no complaint about the inspection.
 */
async function takeReport(
  context: Pick<CommandContext, "tx" | "actor" | "now" | "newId" | "publish">,
  orderId: string,
): Promise<Result<void, AskedStepRefusal>> {
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

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  round: roundField,
  decision: z.enum(DECISIONS),
  reason: z.string().trim().max(DECISION_REASON_MAX, "too_long").optional(),
});

type DecideRefusal =
  | RoundRefusal
  | AskedStepRefusal
  | Refusal<"waiver_needed" | "nothing_to_waive" | "reason_required" | "too_many_rounds">;

/**
 * The buyer decides on the goods by the report: takes them, takes them against the verdict and says why, does not, or has them looked at
 * again, which opens the next round. What waits behind the inspection is held or let go with it.
 */
export const decideGoods = command({
  name: "inspections.decide-goods",
  action: "inspection.decide",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/inspection/decision",
    scope: "orders:write",
    operation: "decideOnGoods",
    status: 201,
    summary: "The buyer takes the goods, takes them against the verdict, does not, or has them inspected again",
    description: "What waits behind the inspection is held or let go with it. All but `accept` need a reason.",
    example: { decision: "reinspect", reason: "Sort out the scratched panels first" },
    output: roundReceiptShape,
    refusals: [...OF_ROUND, "waiver_needed", "nothing_to_waive", "reason_required", "too_many_rounds"],
  },
  lock: lockDealOfOrder,
  async run(context, { orderId, round: number, decision, reason = "" }): Promise<Result<RoundReceipt, DecideRefusal>> {
    const { tx, actor, now, publish } = context;
    const asked = { orderId, action: "inspection.decide", event: "decide", round: number } as const;
    const loaded = await loadRound(context, asked);
    if (!loaded.ok) return loaded;
    const { order, round, next } = loaded.value;
    assert(round.verdict, "what is decided on was reported");
    if (decision === "waive" && !may(actor, "inspection.waive", order)) return refuse("not_permitted");
    const checked = checkDecision(decision, { verdict: round.verdict, reason });
    if (!checked.ok) return checked;
    const by = { decidedAt: now, decidedByUserId: actor.userId };
    await saveRound(tx, round, { state: next, decision, decisionReason: reason || null, ...by });
    const followed =
      decision === "reinspect" ? await lookAgain(context, order, round) : await takeReport(context, orderId);
    if (!followed.ok) return followed;
    publish({ type: "inspection.decided", round: round.number, decision, ...orderFacts(order) });
    return accept(await settleRound(context, loaded.value));
  },
});
