import { z } from "zod";
import { orderFacts } from "../../domain/orders/order-facts";
import { FREEZE_REASONS } from "../../domain/remittance/remittance";
import type { Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { moveRemittance, type RemittanceReceipt, type RemittanceRefusal } from "./move-remittance";
import { sendingOf } from "../orders/kinds/sending-of";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { DEED_REFUSALS, deedFields, deedHttp, EXAMPLE_TIME, ofPaymentOrder } from "./payment-fields";

const input = z.strictObject({ ...ofPaymentOrder, reason: z.enum(FREEZE_REASONS, "unknown_choice"), ...deedFields });

/** A bank holds the money back: the order is an exception until it is let go or comes back. */
export const freezePayment = command({
  name: "remittance.freeze-payment",
  action: "payment.record",
  input,
  http: {
    ...deedHttp,
    path: "/orders/{orderId}/sendings/freeze",
    summary: "A bank holds the money back: the order is an exception until it is let go or comes back",
    example: { reason: "compliance_check", occurredAt: EXAMPLE_TIME },
    refusals: [...DEED_REFUSALS, "payment_not_sent"],
  },
  async run(
    context,
    { orderId, version, ...deed },
  ): Promise<Result<RemittanceReceipt, LoadRefusal | RemittanceRefusal>> {
    const { tx, actor, publish } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "payment.record" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const sending = await sendingOf(context, order);
    if (!sending.ok) return sending;
    const change = { frozenAt: deed.occurredAt, wasFrozen: true };
    const of = { order, sending: sending.value };
    const moved = await moveRemittance(context, of, { event: "freeze", ...deed, change });
    if (!moved.ok) return moved;
    const { id: remittanceId, attempt } = moved.value;
    publish({ type: "payment.frozen", remittanceId, attempt, reason: deed.reason, ...orderFacts(order) });
    return moved;
  },
});
