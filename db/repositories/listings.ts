import { and, asc, eq, sql } from "drizzle-orm";
import type { Service } from "../../domain/shared/vocabulary";
import type { Instant } from "../../domain/shared/time";
import { prepared, type Reader, type Writer } from "../database";
import { organisations } from "../schema/accounts";
import { listingHubs, listings } from "../schema/catalogue";
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

/** Writes a new listing with its hubs. */
export async function insertListing(tx: Writer, row: NewListing): Promise<void> {
  await tx.insert(listings).values(row);
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
  await writeHubs(tx, id, row.hubIds);
}

/** Writes what the directory finds a listing by; nothing that its provider wrote changes. */
export async function setListingWords(tx: Writer, id: string, words: string): Promise<void> {
  await tx.update(listings).set({ searchText: words }).where(eq(listings.id, id));
}

export async function setListingActive(
  tx: Writer,
  id: string,
  change: { isActive: boolean; updatedAt: Instant },
): Promise<void> {
  await changeListing(tx, id, change);
}
