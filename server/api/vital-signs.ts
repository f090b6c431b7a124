import "server-only";
import type { Reader } from "../../db/database";
import { countDead } from "../../db/outbox";
import { hubs } from "../../db/schema/hubs";

/** Reads one row that every prepared database has, and counts the events that were given up; throws where it cannot be read. */
export async function vitalSigns(read: Reader): Promise<{ isReadable: boolean; deadLetters: number }> {
  const rows = await read.select({ id: hubs.id }).from(hubs).limit(1);
  return { isReadable: rows.length === 1, deadLetters: await countDead(read) };
}
