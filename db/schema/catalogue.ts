import type { ExposureKind } from "../../domain/catalogue/exposure";
import type { Listing } from "../../domain/catalogue/listing";
import type { PageTexts, WorkingHours } from "../../domain/catalogue/provider-page";
import type { Locale } from "../../domain/shared/locale";
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

/** What a provider says on its page beside its listings: who it is in languages of readers, and when it works. One row an organisation that has written any of it. */
export const providerPages = table("provider_pages", {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id),
  // Its own text by the reader's language; a language without one has no member.
  texts: json<PageTexts>().notNull(),
  // Null where it has said none.
  hours: json<WorkingHours>(),
  updatedAt: instant().notNull(),
});

/** Questions that a provider is often asked, each with its answer in one language, in the provider's own order within the language. */
export const providerAnswers = table(
  "provider_answers",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    language: text().$type<Locale>().notNull(),
    place: integer().notNull(),
    question: text().notNull(),
    answer: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (answer) => [index("provider_answers_by_place").on(answer.organisationId, answer.language, answer.place)],
);

/**
 * How often a provider was found, opened, compared and shortlisted: counts by day, and never who. `said` names what is counted: empty for all, the reader's
 * country, the page's language, or what a question was read to mean; never a typed word. Written by flushes of each process's own counts.
 */
export const providerExposures = table(
  "provider_exposures",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    // By the market's zone.
    day: text().notNull(),
    kind: text().$type<ExposureKind>().notNull(),
    said: text().notNull(),
    count: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.organisationId, row.day, row.kind, row.said] })],
);
