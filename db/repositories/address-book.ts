import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { BookFacts, BookKind } from "../../domain/services/address-book";
import type { Instant } from "../../domain/shared/time";
import type { Reader, Writer } from "../database";
import { addressBook } from "../schema/deals";

export type StoredEntry = {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: BookKind;
  readonly entryKey: string;
  readonly facts: BookFacts;
  readonly usedAt: Instant;
  readonly createdAt: Instant;
};

/** The organisation's entries, the last used first. */
export async function entriesOf(db: Reader, organisationId: string, limit: number): Promise<StoredEntry[]> {
  const rows = await db
    .select()
    .from(addressBook)
    .where(eq(addressBook.organisationId, organisationId))
    .orderBy(desc(addressBook.usedAt), desc(addressBook.id))
    .limit(limit);
  return rows as StoredEntry[];
}

export async function findEntry(db: Reader, id: string): Promise<StoredEntry | undefined> {
  const [row] = await db.select().from(addressBook).where(eq(addressBook.id, id)).limit(1);
  return row as StoredEntry | undefined;
}

/** Those of an organisation's entries that have one of these keys. */
export async function entriesByKey(
  db: Reader,
  organisationId: string,
  keys: readonly string[],
): Promise<StoredEntry[]> {
  const isKnown = and(eq(addressBook.organisationId, organisationId), inArray(addressBook.entryKey, [...keys]));
  return (await db.select().from(addressBook).where(isKnown)) as StoredEntry[];
}

/** Keeps an entry; the one of its kind and key that is there already has its facts and its time from now on. */
export async function keepEntry(tx: Writer, entry: StoredEntry): Promise<void> {
  const { facts, usedAt } = entry;
  await tx
    .insert(addressBook)
    .values(entry)
    .onConflictDoUpdate({
      target: [addressBook.organisationId, addressBook.kind, addressBook.entryKey],
      set: { facts, usedAt },
    });
}

/** Gives an entry other facts and the key that follows from them. */
export async function correctEntryFacts(
  tx: Writer,
  id: string,
  change: Pick<StoredEntry, "facts" | "entryKey">,
): Promise<void> {
  await tx.update(addressBook).set(change).where(eq(addressBook.id, id));
}

export async function deleteEntry(tx: Writer, id: string): Promise<void> {
  await tx.delete(addressBook).where(eq(addressBook.id, id));
}

/** Deletes what an organisation has beyond so many entries, the longest unused; with zero its whole book. */
export async function deleteBeyond(tx: Writer, organisationId: string, most: number): Promise<void> {
  const kept = tx
    .select({ id: addressBook.id })
    .from(addressBook)
    .where(eq(addressBook.organisationId, organisationId))
    .orderBy(desc(addressBook.usedAt), desc(addressBook.id))
    .limit(most);
  await tx
    .delete(addressBook)
    .where(and(eq(addressBook.organisationId, organisationId), sql`${addressBook.id} not in (${kept})`));
}
