import { z } from "zod";
import { orderFacts } from "../../domain/orders/order-facts";
import { RETURN_REASONS } from "../../domain/remittance/remittance";
import { costBearer, returnedOf, type ReturnRefusal } from "../../domain/remittance/return-cost";
import { RETURN_COST_BEARERS } from "../../domain/services/payment/choices";
import { money } from "../../domain/shared/money";
import { priceSchema } from "../../domain/shared/money-schema";
import type { Refusal, Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { moveRemittance, type RemittanceReceipt, type RemittanceRefusal } from "./move-remittance";
import { paymentContext, sendingOf } from "../orders/payment-context";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { TRANSITION_REFUSALS, transitionFields, transitionHttp, EXAMPLE_TIME, ofPaymentOrder } from "./payment-fields";

const input = z.strictObject({
  ...ofPaymentOrder,
  reason: z.enum(RETURN_REASONS, "unknown_choice"),
  amountReturned: priceSchema.meta({ description: "In the currency that was sent" }),
  cost: priceSchema.optional().meta({ description: "What the return has cost; what is missing where not given" }),
  isCostApart: z
    .boolean()
    .default(false)
    .meta({ description: "Whether what the cost is above what is missing was charged apart" }),
  costBorneBy: z
    .enum(RETURN_COST_BEARERS, "unknown_choice")
    .optional()
    .meta({ description: "Only where the bid does not say: it is then open" }),
  ...transitionFields,
});

/** The money has come back: its cost is booked by the bid's clause, and it may be sent again. */
export const returnPayment = command({
  name: "remittance.return-payment",
  action: "payment.record",
  input,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/sendings/return",
    summary: "The money has come back; its cost is booked by the bid's clause, and it may be sent again",
    example: {
      reason: "bank_policy",
      amountReturned: { minor: 71_130_000, currency: "CNY" },
      occurredAt: EXAMPLE_TIME,
    },
    refusals: [
      ...TRANSITION_REFUSALS,
      "payment_not_sent",
      "return_currency",
      "return_above_sent",
      "return_cost_short",
      "return_cost_apart",
      "bearer_by_bid",
    ],
  },
  async run(
    context,
    { orderId, version, amountReturned, cost = null, isCostApart, costBorneBy = null, ...transition },
  ): Promise<Result<RemittanceReceipt, LoadRefusal | RemittanceRefusal | ReturnRefusal | Refusal<"bearer_by_bid">>> {
    const { tx, actor, publish } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.record" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const sending = await sendingOf(context, order);
    if (!sending.ok) return sending;
    const { amountMinor, amountCurrency } = sending.value;
    const sent = amountMinor !== null && amountCurrency !== null ? money(amountMinor, amountCurrency) : null;
    const back = returnedOf(sent, { amount: amountReturned, cost, isCostApart });
    if (!back.ok) return back;
    const { terms } = await paymentContext(tx, order);
    const bearer = costBearer(terms.returnCostBorneBy ?? null, costBorneBy);
    if (!bearer.ok) return bearer;
    const change = {
      ...{ returnedAt: transition.occurredAt, returnReason: transition.reason, frozenAt: null },
      ...{ returnedMinor: back.value.amount.minor, returnedCurrency: back.value.amount.currency },
      ...{ costMinor: back.value.cost.minor, costCurrency: back.value.cost.currency },
      ...{ costBorneBy: bearer.value.borneBy, costBasis: bearer.value.basis },
    };
    const of = { order, sending: sending.value };
    const moved = await moveRemittance(context, of, { event: "return", ...transition, change });
    if (!moved.ok) return moved;
    const { id: remittanceId, attempt } = moved.value;
    const borneBy = bearer.value.basis === "bid" ? (bearer.value.borneBy ?? "open") : "open";
    publish({
      type: "payment.returned",
      remittanceId,
      attempt,
      reason: transition.reason,
      borneBy,
      ...orderFacts(order),
    });
    return moved;
  },
});
