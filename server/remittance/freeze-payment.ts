import { z } from "zod";
import { orderFacts } from "../../domain/orders/order";
import { FREEZE_REASONS, RECALL_REASONS } from "../../domain/remittance/remittance";
import type { Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { moveRemittance, type RemittanceReceipt, type RemittanceRefusal } from "./move-remittance";
import { sendingOf } from "../orders/payment-context";
import { loadOrder, type LoadRefusal } from "../orders/load-order";
import { EXAMPLE_TIME, ofPaymentOrder, TRANSITION_REFUSALS, transitionFields, transitionHttp } from "./payment-fields";
import { lockDealOfOrder } from "../../db/repositories/deals";

const freezeInput = z.strictObject({
  ...ofPaymentOrder,
  reason: z.enum(FREEZE_REASONS, "unknown_choice"),
  ...transitionFields,
});

/** A bank holds the money back: the order is an exception until it is let go or comes back. */
export const freezePayment = command({
  name: "remittance.freeze-payment",
  action: "payment.record",
  input: freezeInput,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/sendings/freeze",
    summary: "A bank holds the money back: the order is an exception until it is let go or comes back",
    example: { reason: "compliance_check", occurredAt: EXAMPLE_TIME },
    refusals: [...TRANSITION_REFUSALS, "payment_not_sent"],
  },
  lock: lockDealOfOrder,
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
    const change = { frozenAt: transition.occurredAt, wasFrozen: true };
    const of = { order, sending: sending.value };
    const moved = await moveRemittance(context, of, { event: "freeze", ...transition, change });
    if (!moved.ok) return moved;
    const { id: remittanceId, attempt } = moved.value;
    publish({ type: "payment.frozen", remittanceId, attempt, reason: transition.reason, ...orderFacts(order) });
    return moved;
  },
});

const unfreezeInput = z.strictObject({ ...ofPaymentOrder, ...transitionFields });

/** The bank lets the money go on. */
export const unfreezePayment = command({
  name: "remittance.unfreeze-payment",
  action: "payment.record",
  input: unfreezeInput,
  http: {
    ...transitionHttp,
    path: "/orders/{orderId}/sendings/unfreeze",
    summary: "The bank lets the money go on",
    example: { occurredAt: EXAMPLE_TIME },
    refusals: [...TRANSITION_REFUSALS, "payment_not_sent"],
  },
  lock: lockDealOfOrder,
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
    const freed = { event: "unfreeze", reason: null, ...transition, change: { frozenAt: null } } as const;
    const moved = await moveRemittance(context, of, freed);
    if (!moved.ok) return moved;
    const { id: remittanceId, attempt } = moved.value;
    publish({ type: "payment.unfrozen", remittanceId, attempt, ...orderFacts(order) });
    return moved;
  },
});

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
  lock: lockDealOfOrder,
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
