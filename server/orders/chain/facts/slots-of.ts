import type { Reader } from "@/db/database";
import { slotsOfOrders } from "@/db/repositories/slots";
import type { SlotFact } from "@/domain/orders/chain/chain-facts";
import { slotFactOf } from "@/domain/orders/slots/slot-fact";

/** Whether the truck has a slot at the crossing, by logistics order, where one is kept. */
export async function slotsOf(db: Reader, orderIds: readonly string[]): Promise<ReadonlyMap<string, SlotFact>> {
  const all = await slotsOfOrders(db, orderIds);
  const kept = [...new Set(all.map(({ orderId }) => orderId))];
  return new Map(kept.map((id) => [id, slotFactOf(all.filter(({ orderId }) => orderId === id))]));
}
