import { z } from "zod";
import { insertException, openExceptionOf } from "../../../db/repositories/delay";
import { saveOrder } from "../../../db/repositories/orders";
import { kindOf } from "../../../domain/services/registry";
import { STOP_REASONS, stopReasonsOf } from "../../../domain/services/work-reasons";
import { end, type ExceptionRefusal, orderFacts, raise, stateOf } from "../../../domain/orders/order";
import { accept, assert, type Refusal, refuse, type Result } from "../../../domain/shared/result";
import { WORDS_MAX, wordsField } from "../../../domain/orders/slots/slot-fields";
import { command } from "../../platform/command";
import { sideOf } from "../slots/load-slot";
import { type LoadRefusal, type OrderReceipt, loadOrder, orderReceiptShape } from "../load-order";
import { tellSlotAfterStop } from "../slots/follow-slot";
import { resume } from "./resume";
import { lockDealOfOrder } from "../../../db/repositories/deals";

const raiseInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  reason: z.enum(STOP_REASONS, "required"),
  words: wordsField,
  version: z.int().optional(),
});

/** A party says that the work of an order has stopped, and why: no step is told until it goes on. */
export const raiseException = command({
  name: "orders.raise-exception",
  action: "order.except",
  input: raiseInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/exception",
    scope: "orders:write",
    status: 201,
    summary: "Say that the work of an order has stopped: no step is reported until it goes on",
    example: { reason: "vehicle", words: "The axle is broken" },
    output: orderReceiptShape,
    refusals: ["wrong_state", "exception_open", "reason_not_of_service", "not_permitted"],
  },
  lock: lockDealOfOrder,
  async run(
    { tx, actor, now, newId, publish, concerns },
    { orderId, reason, words, version },
  ): Promise<Result<OrderReceipt, LoadRefusal | ExceptionRefusal | Refusal<"reason_not_of_service">>> {
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.except" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    if (!stopReasonsOf(kindOf(order.service)).includes(reason)) return refuse("reason_not_of_service");
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

const endInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  words: z.string().trim().max(WORDS_MAX, "too_long").optional(),
  version: z.int().optional(),
});

/** The work goes on: said by whoever said that it had stopped, or by the provider. Money that a bank holds keeps the order all the same. A slot that was confirmed meanwhile tells its step. */
export const endException = command({
  name: "orders.end-exception",
  action: "order.except",
  input: endInput,
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
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, words = "", version },
  ): Promise<Result<OrderReceipt, LoadRefusal | Refusal<"no_exception">>> {
    const { tx, actor } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.except" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const open = await openExceptionOf(tx, orderId);
    const allowed = end(open, sideOf(actor, order));
    if (!allowed.ok) return allowed;
    assert(open, "what is ended is open");
    const resumed = await resume(context, order, { open, words });
    const told = await tellSlotAfterStop(context, resumed);
    context.concerns(orderId);
    return accept({ id: orderId, state: stateOf({ ...resumed, ...told }), version: told?.version ?? resumed.version });
  },
});
