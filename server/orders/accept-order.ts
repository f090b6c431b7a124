import { z } from "zod";
import { findMilestones, findOrder, reopenMilestone, saveOrder } from "../../db/repositories/orders";
import { acceptanceAt, requestChanges as decide } from "../../domain/orders/acceptance";
import { acceptDelivery, isUndisputed, orderFacts } from "../../domain/orders/order";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { settleChain } from "./chain/settle-chain";
import { command } from "../platform/command";
import { loadOrder, type LoadRefusal, type OrderReceipt, orderReceiptShape } from "./load-order";
import { changeRequestsOf, insertChangeRequest } from "../../db/repositories/disputes";
import { longText } from "../../domain/shared/wire-fields";
import type { KeptOnSiteRefusal } from "./kinds/kind-in-order";
import { kindInOrder } from "./kinds/registry";
import { lockDealOfOrder } from "../../db/repositories/deals";

const acceptOrderInput = z.strictObject({ orderId: z.string().min(1).max(64), version: z.int().optional() });

/** The buyer accepts what was delivered. */
export const acceptOrder = command({
  name: "orders.accept-order",
  action: "order.accept",
  input: acceptOrderInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/accept",
    scope: "orders:write",
    status: 200,
    summary: "The buyer accepts what was delivered",
    output: orderReceiptShape,
    refusals: ["wrong_state", "not_permitted"],
  },
  lock: lockDealOfOrder,
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
  lock: lockDealOfOrder,
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

const CHANGE_WORDS_MAX = 1_000;

const requestChangesInput = z.strictObject({
  orderId: z.string().min(1).max(64),
  words: longText(CHANGE_WORDS_MAX),
  version: z.int().optional(),
});

/** The buyer does not take the delivery yet and says what is to be changed; acceptance does not follow by itself meanwhile. */
export const requestChanges = command({
  name: "orders.request-changes",
  action: "order.accept",
  input: requestChangesInput,
  http: {
    method: "POST",
    path: "/orders/{orderId}/request-changes",
    scope: "orders:write",
    status: 200,
    summary: "The buyer does not take the delivery yet and says what is to be changed",
    example: { words: "Two cartons are missing" },
    output: orderReceiptShape,
    refusals: ["wrong_state", "too_many_rounds", "not_permitted"],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, words, version },
  ): Promise<Result<OrderReceipt, LoadRefusal | KeptOnSiteRefusal | Refusal<"wrong_state" | "too_many_rounds">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.accept" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const free = isUndisputed(order);
    if (!free.ok) return free;
    const kind = kindInOrder(order);
    const may = await kind.mayReopen?.(tx, order);
    if (may && !may.ok) return may;
    const earlier = await changeRequestsOf(tx, orderId);
    const next = decide(order, earlier.length);
    if (!next.ok) return next;
    const delivery = order.milestones.find((milestone) => milestone.isDelivery);
    assert(
      delivery && order.deliveredAt !== null && actor.userId,
      "what was delivered has a time, and who asks a name",
    );
    const round = earlier.length + 1;
    const by = { requestedByUserId: actor.userId, requestedAt: now };
    await insertChangeRequest(tx, { orderId, round, deliveredAt: order.deliveredAt, words, ...by });
    await reopenMilestone(tx, { orderId, code: delivery.code });
    await kind.onReopen?.(context, order);
    await saveOrder(tx, order, { state: next.value, deliveredAt: null, autoAcceptAt: null });
    publish({ type: "order.changes_requested", round, ...orderFacts(order) });
    const settled = await settleChain(context, order.dealId);
    concerns(orderId);
    return accept({ id: orderId, state: next.value, version: settled.get(orderId) ?? order.version + 1 });
  },
});
