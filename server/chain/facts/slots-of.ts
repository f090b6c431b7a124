import type { Reader } from "../../../db/database";
import type { SlotFact } from "../../../domain/chain/chain-facts";

/** Whether the truck has a slot at the crossing, by logistics order, where one is kept. */
export async function slotsOf(_db: Reader, _orderIds: readonly string[]): Promise<ReadonlyMap<string, SlotFact>> {
  return new Map();
}
