import type { Listing } from "../../domain/catalogue/listing";
import type { Service } from "../../domain/shared/vocabulary";
import { boolean, index, instant, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { organisations } from "./accounts";

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
