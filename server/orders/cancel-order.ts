import { z } from "zod";
import { declarationsOfOrders } from "../../db/repositories/declarations";
import { removeOrder } from "../../db/repositories/traffic";
import { saveOrder } from "../../db/repositories/orders";
import { isBeforeCustoms } from "../../domain/clearance/declaration";
import { cancel, isUndisputed, orderFacts } from "../../domain/orders/order";
import { reasonField } from "../../domain/award/reason-fields";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { settleChain } from "./chain/settle-chain";
import { command } from "../platform/command";
import { type LoadRefusal, loadOrder, type OrderReceipt, orderReceiptShape } from "./load-order";
import { lockDealOfOrder } from "../../db/repositories/deals";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  reason: reasonField,
  version: z.int().optional(),
});

/**
 * The buyer calls an order off before the service has begun; from then on it does not count in the traffic of its hub. Of customs the service
 * has begun with the first declaration that is filed on any side, though the order's own step comes with another side's.
 */
export const cancelOrder = command({
  name: "orders.cancel-order",
  action: "order.cancel",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/cancel",
    scope: "orders:write",
    status: 200,
    summary: "The buyer calls an order off before the service has begun",
    example: { reason: "The factory burned down" },
    output: orderReceiptShape,
    refusals: ["wrong_state", "declaration_filed", "not_permitted"],
  },
  lock: lockDealOfOrder,
  async run(
    context,
    { orderId, reason, version },
  ): Promise<Result<OrderReceipt, LoadRefusal | Refusal<"wrong_state" | "declaration_filed">>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.cancel" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    const free = isUndisputed(order);
    if (!free.ok) return free;
    const next = cancel(order);
    if (!next.ok) return next;
    const declarations = order.service === "customs" ? await declarationsOfOrders(tx, [orderId]) : [];
    if (declarations.some(isBeforeCustoms)) return refuse("declaration_filed");
    await saveOrder(tx, order, { state: next.value, cancelledAt: now, cancelReason: reason });
    await removeOrder(tx, order);
    publish({ type: "order.cancelled", reason, ...orderFacts(order) });
    const settled = await settleChain(context, order.dealId);
    concerns(orderId);
    return accept({ id: orderId, state: next.value, version: settled.get(orderId) ?? order.version + 1 });
  },
});
