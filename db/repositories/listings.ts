import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { namesIn } from "../../domain/search/index-words";
import { endsNear, endsOf, errorsAllowed } from "../../domain/search/typing-errors";
import type { Service } from "../../domain/shared/vocabulary";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { organisations } from "../schema/accounts";
import { companyWords, listingHubs, listings } from "../schema/catalogue";
import { isNotBarred } from "./organisations";
import { noteOffersChanged } from "./provider-figures";

export type StoredListing = Omit<typeof listings.$inferSelect, "createdAt" | "updatedAt"> & {
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
export type NewListing = typeof listings.$inferInsert;

const active = prepared("active_listing", (db) =>
  db
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(organisations, eq(organisations.id, listings.organisationId))
    .where(
      and(
        eq(listings.organisationId, sql.placeholder("organisationId")),
        eq(listings.service, sql.placeholder("service")),
        eq(listings.isActive, true),
        isNotBarred,
      ),
    )
    .limit(1),
);

/** Whether the organisation offers the service now, and the market lets it: without it nobody bids, or is asked to. */
export async function hasActiveListing(db: Reader, organisationId: string, service: Service): Promise<boolean> {
  return (await active(db, { organisationId, service })).length > 0;
}

export async function findListing(
  db: Reader,
  organisationId: string,
  service: Service,
): Promise<StoredListing | undefined> {
  const [row] = await db
    .select()
    .from(listings)
    .where(and(eq(listings.organisationId, organisationId), eq(listings.service, service)))
    .limit(1);
  return row as StoredListing | undefined;
}

const ofOrganisation = prepared("listings_of", (db) =>
  db
    .select()
    .from(listings)
    .where(eq(listings.organisationId, sql.placeholder("organisationId")))
    .orderBy(asc(listings.createdAt), asc(listings.id)),
);

export const listingsOf = async (db: Reader, organisationId: string): Promise<StoredListing[]> =>
  (await ofOrganisation(db, { organisationId })) as StoredListing[];

async function writeHubs(tx: Writer, listingId: string, hubIds: readonly string[]): Promise<void> {
  await tx.delete(listingHubs).where(eq(listingHubs.listingId, listingId));
  const distinct = [...new Set(hubIds)];
  if (distinct.length > 0) await tx.insert(listingHubs).values(distinct.map((hubId) => ({ listingId, hubId })));
}

/** Keeps the words of a company's names, so that one with a typing error is found again. */
export async function rememberNames(tx: Writer, text: string): Promise<void> {
  const words = namesIn(text).filter((word) => errorsAllowed(word) > 0);
  if (words.length === 0) return;
  const rows = words.map((word) => {
    const [head, tail] = endsOf(word);
    return { word, head, tail };
  });
  await tx.insert(companyWords).values(rows).onConflictDoNothing();
}

/** Words of names that begin or end as a word does, as long as it but for the errors allowed. */
export async function namesNear(db: Reader, word: string): Promise<string[]> {
  const ends = endsNear(word);
  if (ends.length === 0) return [];
  const by = (column: typeof companyWords.head | typeof companyWords.tail) =>
    db.select({ word: companyWords.word }).from(companyWords).where(inArray(column, ends)).limit(NEAR_MAX);
  const found = [...(await by(companyWords.head)), ...(await by(companyWords.tail))];
  return [...new Set(found.map((row) => row.word))];
}

/** So many words with one end are compared. */
const NEAR_MAX = 2_000;

/** Writes a new listing with its hubs. */
export async function insertListing(tx: Writer, row: NewListing): Promise<void> {
  await tx.insert(listings).values(row);
  await rememberNames(tx, row.searchText);
  await writeHubs(tx, row.id, row.hubIds);
  await noteOffersChanged(tx, row.organisationId);
}

async function changeListing(tx: Writer, id: string, change: Partial<NewListing>): Promise<void> {
  const [changed] = await tx
    .update(listings)
    .set(change)
    .where(eq(listings.id, id))
    .returning({ organisationId: listings.organisationId });
  if (changed) await noteOffersChanged(tx, changed.organisationId);
}

/** Rewrites a listing and its hubs. */
export async function saveListing(
  tx: Writer,
  id: string,
  row: Omit<NewListing, "id" | "organisationId" | "service" | "createdAt">,
): Promise<void> {
  await changeListing(tx, id, row);
  await rememberNames(tx, row.searchText);
  await writeHubs(tx, id, row.hubIds);
}

/** Writes what the directory finds a listing by; nothing that its provider wrote changes. */
export async function setListingWords(tx: Writer, id: string, words: string): Promise<void> {
  await tx.update(listings).set({ searchText: words }).where(eq(listings.id, id));
  await rememberNames(tx, words);
}

export async function setListingActive(
  tx: Writer,
  id: string,
  change: { isActive: boolean; updatedAt: Instant },
): Promise<void> {
  await changeListing(tx, id, change);
}
