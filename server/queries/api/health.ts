import "server-only";
import type { Reader } from "../../../db/database";
import { hubs } from "../../../db/schema/hubs";

/** Reads one row that every prepared database has; throws where the database cannot be read. */
export async function isReadable(read: Reader): Promise<boolean> {
  const rows = await read.select({ id: hubs.id }).from(hubs).limit(1);
  return rows.length === 1;
}
