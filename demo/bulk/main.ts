import { seedBy } from "../main";
import { BULK_SIZES, type BulkSize, buildBulkMarket } from "./build-bulk-market";

/** Makes a market of so many orders in the empty database of this process, in bulk; `tell` hears how far it is. */
export function seedBulk(size: BulkSize, tell: (line: string) => void): Promise<void> {
  tell(`  making a market of ${size} orders, once`);
  return seedBy((database, filling) => buildBulkMarket(database, { ...filling, orders: BULK_SIZES[size] }), tell);
}
