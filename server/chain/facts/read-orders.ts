import type { Reader } from "../../../db/database";
import { milestonesOfOrders } from "../../../db/repositories/order-lists";
import { ordersOfDeals, type StoredOrder } from "../../../db/repositories/orders";
import type { ChainOrder } from "../../../domain/chain/chain-facts";
import { kindOf } from "../../../domain/services/registry";

/** An order as it is kept, with its milestones. */
export type DealOrder = StoredOrder & ChainOrder;

/** All orders of these deals with their milestones, each of which says what its kind says of it. */
export async function readOrders(db: Reader, dealIds: readonly string[]): Promise<DealOrder[]> {
  const orders = await ordersOfDeals(db, dealIds);
  const told = await milestonesOfOrders(
    db,
    orders.map(({ id }) => id),
  );
  const byOrder = Map.groupBy(told, ({ orderId }) => orderId);
  return orders.map((order) => {
    const { milestones } = kindOf(order.service);
    return {
      ...order,
      milestones: (byOrder.get(order.id) ?? []).map(({ code, occurredAt }) => ({
        ...milestones.find((milestone) => milestone.code === code),
        code,
        occurredAt,
      })),
    };
  });
}
