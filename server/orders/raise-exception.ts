import { z } from "zod";
import { insertException } from "../../db/repositories/delay";
import { saveOrder } from "../../db/repositories/orders";
import { DELAY_REASONS } from "../../domain/orders/delay/reasons";
import { type ExceptionRefusal, raise } from "../../domain/orders/exception";
import { orderFacts } from "../../domain/orders/order-facts";
import { stateOf } from "../../domain/orders/side-state";
import { accept, type Result } from "../../domain/shared/result";
import { wordsField } from "../../domain/orders/slots/slot-fields";
import { command } from "../platform/command";
import { sideOf } from "./slots/load-slots";
import { type LoadRefusal, loadOrder, type OrderReceipt, orderReceiptShape } from "./load-order";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  reason: z.enum(DELAY_REASONS, "required"),
  words: wordsField,
  version: z.int().optional(),
});

/** A party says that the work of an order has stopped, and why: no step is told until it goes on. */
export const raiseException = command({
  name: "orders.raise-exception",
  action: "order.except",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/exception",
    scope: "orders:write",
    status: 201,
    summary: "Say that the work of an order has stopped: no step is reported until it goes on",
    example: { reason: "vehicle", words: "The axle is broken" },
    output: orderReceiptShape,
    refusals: ["wrong_state", "exception_open", "not_permitted"],
  },
  async run(
    { tx, actor, now, newId, publish, concerns },
    { orderId, reason, words, version },
  ): Promise<Result<OrderReceipt, LoadRefusal | ExceptionRefusal>> {
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.except" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const allowed = raise(order);
    if (!allowed.ok) return allowed;
    const by = sideOf(actor, order);
    await insertException(tx, { id: newId(), orderId, reason, words, by, byUserId: actor.userId, raisedAt: now });
    await saveOrder(tx, order, { exceptionSince: now });
    publish({ type: "order.exception_raised", reason, words, by, ...orderFacts(order) });
    concerns(orderId);
    return accept({ id: orderId, state: stateOf({ ...order, exceptionSince: now }), version: order.version + 1 });
  },
});
