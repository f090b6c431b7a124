import type { Reader } from "@/db/database";
import { findOrder } from "@/db/repositories/orders";
import { slotsOfOrders } from "@/db/repositories/slots";
import type { OrderTask } from "@/domain/orders/order";
import { hasSlots, isToCross, slotToRebook } from "@/domain/orders/slots/order-of-slot";
import { bookerOf } from "@/domain/orders/slots/slot";
import { contractOf } from "../carriage-contract";
import { passesGates } from "../chain/settle-chain";
import type { KnownOrder } from "../kinds/kind-in-order";

/**
 * Which of these orders of carriage wait for another slot in the place of one that was lost or called off: whoever books is to book it, as soon as
 * the gates before a slot are open. Nothing is asked for while the work has stopped; that ends first.
 */
export async function rebookTasks(db: Reader, orders: readonly KnownOrder[]): Promise<ReadonlyMap<string, OrderTask>> {
  const waiting = orders.filter((order) => order.exceptionSince === null && isToCross(order));
  const slots = Map.groupBy(
    await slotsOfOrders(
      db,
      waiting.map(({ id }) => id),
    ),
    ({ orderId }) => orderId,
  );
  const found = new Map<string, OrderTask>();
  for (const { id, milestones } of waiting) {
    const own = slots.get(id) ?? [];
    const order = own.some(({ endedAt }) => endedAt !== null) ? await findOrder(db, id) : undefined;
    if (!order || !hasSlots(order)) continue;
    const { trucks, bookedBy } = await contractOf(db, order);
    const lost = slotToRebook({ ...order, milestones }, { slots: own, trucks });
    const reserved = { code: "slot_reserved", occurredAt: null };
    if (lost && (await passesGates(db, { ...order, milestones }, reserved)).ok)
      found.set(id, { side: bookerOf(bookedBy), code: "slots.rebook", by: null, slotId: lost.id });
  }
  return found;
}
