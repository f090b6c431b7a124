import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Reader, Writer } from "../database";
import { organisations } from "../schema/accounts";
import { listings, shortlistedProviders } from "../schema/catalogue";
import { isNotBarred } from "./organisations";

type Of = { readonly organisationId: string; readonly providerOrganisationId: string };

const isOf = ({ organisationId, providerOrganisationId }: Of) =>
  and(
    eq(shortlistedProviders.organisationId, organisationId),
    eq(shortlistedProviders.providerOrganisationId, providerOrganisationId),
  );

/** What an organisation keeps in view, in the order in which it was added. */
export const shortlistOf = async (db: Reader, organisationId: string) =>
  await db
    .select({ id: shortlistedProviders.providerOrganisationId, note: shortlistedProviders.note })
    .from(shortlistedProviders)
    .where(eq(shortlistedProviders.organisationId, organisationId))
    .orderBy(asc(shortlistedProviders.addedAt), asc(shortlistedProviders.providerOrganisationId));

export async function countShortlisted(db: Reader, organisationId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(shortlistedProviders)
    .where(eq(shortlistedProviders.organisationId, organisationId));
  return row?.count ?? 0;
}

/** Those of the organisations that stand in the directory: they offer something, and are not suspended. */
export async function listedAmong(db: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: listings.organisationId })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(and(inArray(listings.organisationId, [...ids]), eq(listings.isActive, true), isNotBarred));
  return rows.map(({ id }) => id);
}

/** Keeps a provider in view, once: its note stays. */
export async function saveShortlisted(tx: Writer, row: typeof shortlistedProviders.$inferInsert): Promise<void> {
  await tx.insert(shortlistedProviders).values(row).onConflictDoNothing();
}

/** Writes the note of a provider that is kept in view; false where it is not. */
export async function saveNote(tx: Writer, of: Of, note: string): Promise<boolean> {
  const rows = await tx
    .update(shortlistedProviders)
    .set({ note })
    .where(isOf(of))
    .returning({ id: shortlistedProviders.providerOrganisationId });
  return rows.length > 0;
}

export async function deleteShortlisted(tx: Writer, of: Of): Promise<void> {
  await tx.delete(shortlistedProviders).where(isOf(of));
}
