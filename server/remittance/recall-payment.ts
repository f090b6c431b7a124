import { z } from "zod";
import { orderFacts } from "../../domain/orders/order-facts";
import { RECALL_REASONS } from "../../domain/remittance/remittance";
import type { Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { moveRemittance, type RemittanceReceipt, type RemittanceRefusal } from "./move-remittance";
import { sendingOf } from "../orders/payment-context";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { TRANSITION_REFUSALS, transitionFields, transitionHttp, EXAMPLE_TIME, ofPaymentOrder } from "./payment-fields";

const input = z.strictObject({
  ...ofPaymentOrder,
  reason: z.enum(RECALL_REASONS, "unknown_choice"),
  ...transitionFields,
});

/** The provider has asked for the money back; whether it comes is the banks' to say. */
export const recallPayment = command({
  name: "remittance.recall-payment",
  action: "payment.record",
  input,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/sendings/recall",
    summary: "The provider has asked for the money back; whether it comes is the banks' to say",
    example: { reason: "wrong_amount", occurredAt: EXAMPLE_TIME },
    refusals: [...TRANSITION_REFUSALS, "payment_not_sent"],
  },
  async run(
    context,
    { orderId, version, ...transition },
  ): Promise<Result<RemittanceReceipt, LoadRefusal | RemittanceRefusal>> {
    const { tx, actor, publish } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.record" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const sending = await sendingOf(context.tx, order);
    if (!sending.ok) return sending;
    const of = { order, sending: sending.value };
    const moved = await moveRemittance(context, of, { event: "recall", ...transition });
    if (!moved.ok) return moved;
    const { id: remittanceId, attempt } = moved.value;
    publish({ type: "payment.recalled", remittanceId, attempt, reason: transition.reason, ...orderFacts(order) });
    return moved;
  },
});
