import type { Reader } from "@/db/database";
import { milestonesOfOrders } from "@/db/repositories/order-lists";
import { ordersOfDeals, type StoredOrder } from "@/db/repositories/orders";
import type { ChainOrder } from "@/domain/orders/chain/chain-facts";

/** An order as it is kept, with its milestones. */
export type DealOrder = StoredOrder & ChainOrder;

/** All orders of these deals with their milestones, each of which says what its kind says of it. */
export async function readOrders(db: Reader, dealIds: readonly string[]): Promise<DealOrder[]> {
  const orders = await ordersOfDeals(db, dealIds);
  const milestones = await milestonesOfOrders(db, orders);
  return orders.map((order) => ({ ...order, milestones: milestones.get(order.id) ?? [] }));
}
