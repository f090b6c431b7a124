import type { Reader } from "../../../db/database";
import type { Verdict } from "../../../domain/chain/chain-facts";

/** Whether the goods may be taken, by inspection order, where something is on record. */
export async function verdictsOf(_db: Reader, _orderIds: readonly string[]): Promise<ReadonlyMap<string, Verdict>> {
  return new Map();
}
