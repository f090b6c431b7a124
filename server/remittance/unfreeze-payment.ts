import { z } from "zod";
import { orderFacts } from "../../domain/orders/order-facts";
import type { Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { moveRemittance, type RemittanceReceipt, type RemittanceRefusal } from "./move-remittance";
import { sendingOf } from "../orders/kinds/sending-of";
import { type LoadRefusal, loadOrder } from "../orders/load-order";
import { DEED_REFUSALS, deedFields, deedHttp, EXAMPLE_TIME, ofPaymentOrder } from "./payment-fields";

const input = z.strictObject({ ...ofPaymentOrder, ...deedFields });

/** The bank lets the money go on. */
export const unfreezePayment = command({
  name: "remittance.unfreeze-payment",
  action: "payment.record",
  input,
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
