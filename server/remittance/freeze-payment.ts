import { z } from "zod";
import { orderFacts } from "../../domain/orders/order-facts";
import { FREEZE_REASONS } from "../../domain/remittance/remittance";
import type { Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { type RemittanceReceipt, type RemittanceRefusal, moveRemittance } from "./move-remittance";
import { sendingOf } from "../orders/payment-context";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { DEED_REFUSALS, EXAMPLE_TIME, deedFields, deedHttp, ofPaymentOrder } from "./payment-fields";

const freezeInput = z.strictObject({
  ...ofPaymentOrder,
  reason: z.enum(FREEZE_REASONS, "unknown_choice"),
  ...deedFields,
});

/** A bank holds the money back: the order is an exception until it is let go or comes back. */
export const freezePayment = command({
  name: "remittance.freeze-payment",
  action: "payment.record",
  input: freezeInput,
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

const unfreezeInput = z.strictObject({ ...ofPaymentOrder, ...deedFields });

/** The bank lets the money go on. */
export const unfreezePayment = command({
  name: "remittance.unfreeze-payment",
  action: "payment.record",
  input: unfreezeInput,
  http: {
    ...deedHttp,
    path: "/orders/{orderId}/sendings/unfreeze",
    summary: "The bank lets the money go on",
    example: { occurredAt: EXAMPLE_TIME },
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
    const of = { order, sending: sending.value };
    const freed = { event: "unfreeze", reason: null, ...deed, change: { frozenAt: null } } as const;
    const moved = await moveRemittance(context, of, freed);
    if (!moved.ok) return moved;
    const { id: remittanceId, attempt } = moved.value;
    publish({ type: "payment.unfrozen", remittanceId, attempt, ...orderFacts(order) });
    return moved;
  },
});
