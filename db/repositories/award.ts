import { eq, inArray } from "drizzle-orm";
import type { Reader, Writer } from "../database";
import { awards } from "../schema/orders";

export type NewAward = typeof awards.$inferInsert;
export type StoredAward = typeof awards.$inferSelect;

export async function insertAwards(tx: Writer, rows: readonly NewAward[]): Promise<void> {
  if (rows.length > 0) await tx.insert(awards).values([...rows]);
}

export async function awardsOfDeal(db: Reader, dealId: string): Promise<StoredAward[]> {
  return await db.select().from(awards).where(eq(awards.dealId, dealId));
}

/** The awards of these requests, at most one each. */
export async function awardsOfRequests(db: Reader, requestIds: readonly string[]): Promise<StoredAward[]> {
  if (requestIds.length === 0) return [];
  return await db
    .select()
    .from(awards)
    .where(inArray(awards.requestId, [...requestIds]));
}
