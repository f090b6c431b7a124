import { eq } from "drizzle-orm";
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
