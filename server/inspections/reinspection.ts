import { insertRound, saveRound, type StoredRound } from "../../db/repositories/inspections";
import { ruleAt } from "../../db/repositories/market-rules";
import {
  findMilestones,
  type OrderChange,
  reopenMilestone,
  saveOrder,
  type StoredOrder,
} from "../../db/repositories/orders";
import type { PricedLine } from "../../domain/bidding/price-charges";
import { severityOfReturn } from "../../domain/inspections/round-plan";
import {
  ROUND_LIFECYCLE,
  type RoundEvent,
  type RoundState,
  ROUNDS_MAX,
  STEPS_OF_VISIT,
} from "../../domain/inspections/round";
import { ORDER_LIFECYCLE, type OrderEvent } from "../../domain/orders/order";
import type { LineState } from "../../domain/shared/states";
import { orderFacts } from "../../domain/orders/order-facts";
import { assert } from "../../domain/shared/assert";
import { advance } from "../../domain/shared/lifecycle";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import type { CommandContext } from "../platform/command";
import { planForRound, reinspectionCharge, specOfOrder } from "./load-rounds";

type Context = Pick<CommandContext, "tx" | "now" | "newId">;

/** Opens the next round, judged as severely as the market's rule says of goods that come back. */
async function openNext(
  { tx, now, newId }: Context,
  order: StoredOrder,
  of: { readonly after: number; readonly charge: PricedLine | null },
): Promise<Result<void, Refusal<"too_many_rounds">>> {
  if (of.after >= ROUNDS_MAX) return refuse("too_many_rounds", { maximum: ROUNDS_MAX });
  const spec = await specOfOrder(tx, order);
  const isTightened = (await ruleAt(tx, "reinspection_tightened", now)) > 0;
  await insertRound(tx, {
    id: newId(),
    orderId: order.id,
    number: of.after + 1,
    state: "asked",
    openedAt: now,
    charge: of.charge,
    ...planForRound(spec, severityOfReturn(spec.severity ?? "normal", isTightened)),
  });
  return accept(undefined);
}

/**
 * The report is taken back: it is the inspection company's turn again, and the order is not accepted by itself meanwhile. The steps of the
 * visit are told anew by the next one; what they were told with stands beside them.
 */
async function takeReportBack(
  { tx }: Context,
  order: StoredOrder,
): Promise<Result<OrderChange, Refusal<"wrong_state">>> {
  const back = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "request_changes");
  if (!back.ok) return back;
  for (const { code, occurredAt } of await findMilestones(tx, order))
    if (occurredAt !== null && STEPS_OF_VISIT.includes(code)) await reopenMilestone(tx, { orderId: order.id, code });
  return accept({ state: back.value, deliveredAt: null, autoAcceptAt: null });
}

/** Opens the next round of an order under the charge that the bid named for it. An order that waited for acceptance waits for the report again. */
export async function lookAgain(
  context: Context,
  order: StoredOrder,
  last: Pick<StoredRound, "number">,
): Promise<Result<void, Refusal<"too_many_rounds" | "wrong_state">>> {
  const charge = await reinspectionCharge(context.tx, order);
  const opened = await openNext(context, order, { after: last.number, charge });
  if (!opened.ok || order.state !== "delivered") return opened;
  const back = await takeReportBack(context, order);
  if (!back.ok) return back;
  await saveOrder(context.tx, order, back.value);
  return accept(undefined);
}

/**
 * What a dispute that ends with the work done again asks of an inspection kept on site: another visit, or nobody could tell its report.
 * The report is decided on by that, in the words of the ending and by nobody of the buyer; who pays for what stands with the ending, so
 * the visit is charged to nobody. Answers what becomes of the order, which has a visit left and was delivered.
 */
export async function visitAgain(
  context: Context & Pick<CommandContext, "publish">,
  order: StoredOrder,
  { last, words }: { readonly last: StoredRound; readonly words: string },
): Promise<OrderChange> {
  const { tx, now, publish } = context;
  const decided = advance<RoundState, RoundEvent>(ROUND_LIFECYCLE, last.state, "decide");
  assert(decided.ok, "a report that is delivered waits for the decision on the goods");
  const decision = "reinspect";
  await saveRound(tx, last, { state: decided.value, decision, decisionReason: words, decidedAt: now });
  const opened = await openNext(context, order, { after: last.number, charge: null });
  const back = await takeReportBack(context, order);
  assert(opened.ok && back.ok, "what can be done again was checked with the ending");
  publish({ type: "inspection.decided", round: last.number, decision, ...orderFacts(order) });
  return back.value;
}
