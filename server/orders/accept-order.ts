import { z } from "zod";
import { findMilestones, findOrder, saveOrder } from "../../db/repositories/orders";
import { acceptanceAt } from "../../domain/orders/acceptance";
import { acceptDelivery } from "../../domain/orders/order";
import { orderFacts } from "../../domain/orders/order-facts";
import { isUndisputed } from "../../domain/orders/side-state";
import { type Refusal, type Result, accept, refuse } from "../../domain/shared/result";
import { settleChain } from "./chain/settle-chain";
import { command } from "../platform/command";
import { type LoadRefusal, type OrderReceipt, loadOrder, orderReceiptShape } from "./load-order";

const input = z.strictObject({ orderId: z.string().min(1).max(64), version: z.int().optional() });

/** The buyer accepts what was delivered. */
export const acceptOrder = command({
  name: "orders.accept-order",
  action: "order.accept",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/accept",
    scope: "orders:write",
    status: 200,
    summary: "The buyer accepts what was delivered",
    output: orderReceiptShape,
    refusals: ["wrong_state", "not_permitted"],
  },
  async run(context, { orderId, version }): Promise<Result<OrderReceipt, LoadRefusal | Refusal<"wrong_state">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.accept" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const free = isUndisputed(order);
    if (!free.ok) return free;
    const next = acceptDelivery(order);
    if (!next.ok) return next;
    await saveOrder(tx, order, acceptanceAt(next.value, now));
    publish({ type: "order.accepted", state: next.value, isAutomatic: false, ...orderFacts(order) });
    if (next.value === "completed") publish({ type: "order.completed", ...orderFacts(order) });
    const settled = await settleChain(context, order.dealId);
    concerns(orderId);
    return accept({ id: orderId, state: next.value, version: settled.get(orderId) ?? order.version + 1 });
  },
});

/** The timer accepts for a buyer who has said nothing until the time that the delivery set. */
export const autoAcceptOrder = command({
  name: "orders.auto-accept-order",
  action: "market.tick",
  input: z.strictObject({ orderId: z.string() }),
  async run(context, { orderId }): Promise<Result<{ id: string }, Refusal<"not_found" | "not_yet" | "wrong_state">>> {
    const { tx, now, publish, concerns } = context;
    const order = await findOrder(tx, orderId);
    if (!order) return refuse("not_found");
    if (order.autoAcceptAt === null || now < order.autoAcceptAt) return refuse("not_yet");
    const free = isUndisputed(order);
    if (!free.ok) return free;
    const next = acceptDelivery({ ...order, milestones: await findMilestones(tx, order) });
    if (!next.ok) return next;
    await saveOrder(tx, order, acceptanceAt(next.value, now));
    publish({ type: "order.accepted", state: next.value, isAutomatic: true, ...orderFacts(order) });
    if (next.value === "completed") publish({ type: "order.completed", ...orderFacts(order) });
    await settleChain(context, order.dealId);
    concerns(orderId);
    return accept({ id: orderId });
  },
});
