import { asc, desc, eq } from "drizzle-orm";
import type { Instant } from "../../domain/shared/instant";
import type { Reader, Writer } from "../database";
import { deliverableFiles, packs } from "../schema/packs";

type Row = typeof packs.$inferSelect;
export type StoredPack = Omit<Row, "madeAt"> & { readonly madeAt: Instant };

export async function insertPack(tx: Writer, row: typeof packs.$inferInsert): Promise<void> {
  await tx.insert(packs).values(row);
}

export async function findPack(db: Reader, id: string): Promise<StoredPack | undefined> {
  return (await db.select().from(packs).where(eq(packs.id, id)).limit(1))[0] as StoredPack | undefined;
}

/** The packs of an order, the latest first. */
export async function packsOfOrder(db: Reader, orderId: string): Promise<StoredPack[]> {
  const rows = await db
    .select()
    .from(packs)
    .where(eq(packs.orderId, orderId))
    .orderBy(desc(packs.madeAt), desc(packs.id));
  return rows as StoredPack[];
}

export async function deliverablesOf(db: Reader, orderId: string): Promise<{ fileId: string; code: string }[]> {
  return await db
    .select({ fileId: deliverableFiles.fileId, code: deliverableFiles.code })
    .from(deliverableFiles)
    .where(eq(deliverableFiles.orderId, orderId))
    .orderBy(asc(deliverableFiles.namedAt), asc(deliverableFiles.fileId));
}

/** Says what a file is; a later word takes the place of the earlier one. */
export async function nameDeliverable(tx: Writer, row: typeof deliverableFiles.$inferInsert): Promise<void> {
  const { code, namedByUserId, namedAt } = row;
  await tx
    .insert(deliverableFiles)
    .values(row)
    .onConflictDoUpdate({ target: deliverableFiles.fileId, set: { code, namedByUserId, namedAt } });
}
