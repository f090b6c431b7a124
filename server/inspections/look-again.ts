import { insertRound, type StoredRound } from "../../db/repositories/inspections";
import { ruleAt } from "../../db/repositories/market-rules";
import { reopenMilestone, saveOrder, type StoredOrder } from "../../db/repositories/orders";
import { severityOfReturn } from "../../domain/inspections/plan/round-plan";
import { ROUNDS_MAX } from "../../domain/inspections/round";
import { type LineState, ORDER_LIFECYCLE, type OrderEvent } from "../../domain/orders/order";
import { advance } from "../../domain/shared/lifecycle";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { planForRound, reinspectionCharge, specOfOrder } from "./ask-for-round";

/**
 * Opens the next round of an order, judged as severely as the market's rule says of goods that come back, under the charge that the bid
 * named for it. An order that waited for acceptance is the inspection company's again, and is not accepted by itself meanwhile.
 */
export async function lookAgain(
  { tx, now, newId }: Pick<CommandContext, "tx" | "now" | "newId">,
  order: StoredOrder,
  last: Pick<StoredRound, "number">,
): Promise<Result<void, Refusal<"too_many_rounds" | "wrong_state">>> {
  if (last.number >= ROUNDS_MAX) return refuse("too_many_rounds", { maximum: ROUNDS_MAX });
  const spec = await specOfOrder(tx, order);
  const isTightened = (await ruleAt(tx, "reinspection_tightened", now)) > 0;
  await insertRound(tx, {
    id: newId(),
    orderId: order.id,
    number: last.number + 1,
    state: "asked",
    openedAt: now,
    charge: await reinspectionCharge(tx, order),
    ...planForRound(spec, severityOfReturn(spec.severity ?? "normal", isTightened)),
  });
  if (order.state !== "delivered") return accept(undefined);
  const back = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "request_changes");
  if (!back.ok) return back;
  await reopenMilestone(tx, { orderId: order.id, code: "report_issued" });
  await saveOrder(tx, order, { state: back.value, deliveredAt: null, autoAcceptAt: null });
  return accept(undefined);
}
