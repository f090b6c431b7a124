import type { Listing } from "../../domain/catalogue/listing";
import type { Service } from "../../domain/shared/vocabulary";
import { sql } from "drizzle-orm";
import { bigInteger, boolean, index, instant, integer, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { organisations, users } from "./accounts";

/** What a provider offers: one listing a service. Written by the provider; read by the directory and by who may bid. */
export const listings = table(
  "listings",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    service: text().$type<Service>().notNull(),
    summary: text().notNull(),
    // Hubs again in listing_hubs, where the directory filters by them.
    hubIds: json<string[]>().notNull(),
    corridors: json<string[]>().notNull(),
    languages: json<Listing["languages"]>().notNull(),
    licences: json<Listing["licences"]>().notNull(),
    // What it carries goods on; empty where it carries none.
    equipment: json<Listing["equipment"]>().notNull().default(sql`'[]'`),
    isActive: boolean().notNull(),
    // Normalised words of names, summary and hubs; see domain/shared/search-text.
    searchText: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (listing) => [
    uniqueIndex("listings_one_per_service").on(listing.organisationId, listing.service),
    index("listings_by_service").on(listing.service, listing.isActive),
  ],
);

/**
 * Words of companies' names, each once, under their beginnings and ends (`endsOf` in domain/search/typing-errors): a word with a typing error in it is
 * found again among them. A word stays when nobody is called so any more.
 */
export const companyWords = table(
  "company_words",
  {
    word: text().primaryKey(),
    head: text().notNull(),
    tail: text().notNull(),
  },
  (row) => [index("company_words_by_head").on(row.head), index("company_words_by_tail").on(row.tail)],
);

/** The directory's filter by hub. Rewritten with its listing. */
export const listingHubs = table(
  "listing_hubs",
  {
    listingId: text()
      .notNull()
      .references(() => listings.id, { onDelete: "cascade" }),
    hubId: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.listingId, row.hubId] }), index("listing_hubs_by_hub").on(row.hubId)],
);

/**
 * What the directory counts, filters and orders providers by beside what they say themselves: one row an organisation that has ever had a listing. Figures are
 * counted anew by the worker, `changedAt` is moved by whatever changes what the directory knows of the organisation. Read by each process from its last change on.
 */
export const providerFigures = table(
  "provider_figures",
  {
    organisationId: text()
      .primaryKey()
      .references(() => organisations.id),
    onTimeCount: integer().notNull().default(0),
    deliveredCount: integer().notNull().default(0),
    completedCount: integer().notNull().default(0),
    responseCount: integer().notNull().default(0),
    // The median; null of too few.
    responseMs: bigInteger(),
    // When the figures were counted last; 0 where they are to be counted anew.
    countedAt: instant().notNull(),
    // By the clock of the machine.
    changedAt: instant().notNull(),
  },
  (row) => [
    index("provider_figures_by_change").on(row.changedAt, row.organisationId),
    index("provider_figures_by_count").on(row.countedAt),
  ],
);

/** Providers that an organisation keeps in view, each with a note. Its own alone: read by nobody else, the providers the least. */
export const shortlistedProviders = table(
  "shortlisted_providers",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    providerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    note: text().notNull(),
    addedAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.organisationId, row.providerOrganisationId] })],
);
