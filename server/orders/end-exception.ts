import { z } from "zod";
import { endException as saveEnd, openExceptionOf } from "../../db/repositories/delay";
import { saveOrder } from "../../db/repositories/orders";
import { end } from "../../domain/orders/exception";
import { orderFacts } from "../../domain/orders/order-facts";
import { stateOf } from "../../domain/orders/side-state";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { WORDS_MAX } from "../../domain/orders/slots/slot-fields";
import { command } from "../platform/command";
import { frozenSince } from "./kinds/sending-of";
import { sideOf } from "./slots/load-slots";
import { type LoadRefusal, loadOrder, type OrderReceipt, orderReceiptShape } from "./load-order";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  words: z.string().trim().max(WORDS_MAX, "too_long").optional(),
  version: z.int().optional(),
});

/** The work goes on: said by whoever said that it had stopped, or by the provider. Money that a bank holds keeps the order all the same. */
export const endException = command({
  name: "orders.end-exception",
  action: "order.except",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/exception/end",
    scope: "orders:write",
    status: 200,
    summary: "The work of the order goes on",
    example: { words: "Mended" },
    output: orderReceiptShape,
    refusals: ["no_exception", "not_permitted"],
  },
  async run(
    { tx, actor, now, publish, concerns },
    { orderId, words = "", version },
  ): Promise<Result<OrderReceipt, LoadRefusal | Refusal<"no_exception">>> {
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.except" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const open = await openExceptionOf(tx, orderId);
    const by = sideOf(actor, order);
    const allowed = end(open, by);
    if (!allowed.ok) return allowed;
    assert(open, "what is ended is open");
    await saveEnd(tx, open.id, { endedAt: now, endedBy: by, endedByUserId: actor.userId, endWords: words });
    const exceptionSince = await frozenSince({ tx }, order);
    await saveOrder(tx, order, { exceptionSince });
    publish({ type: "order.exception_ended", reason: open.reason, words, by, ...orderFacts(order) });
    concerns(orderId);
    return accept({ id: orderId, state: stateOf({ ...order, exceptionSince }), version: order.version + 1 });
  },
});
