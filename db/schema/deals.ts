import type { Currency } from "../../domain/shared/money";
import type { LocalDate } from "../../domain/shared/time";
import type { BookFacts, BookKind } from "../../domain/services/address-book";
import type { HubChoice } from "../../domain/deals/deal";
import type { Direction } from "../../domain/shared/vocabulary";
import type { HazardClass, PackingGroup } from "../../domain/services/hazard-classes";
import type { IncotermRule } from "../../domain/tariff/incoterm";
import type { InlandMode, Mode, Way } from "../../domain/hubs/place";
import type { OrganisationFacts } from "../../domain/accounts/organisation";
import type { DraftSuggestions, Settled } from "../../domain/deals/clerk/suggestions";
import {
  bigInteger,
  boolean,
  index,
  instant,
  integer,
  json,
  minorUnits,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../dialect";
import { organisations, users } from "./accounts";

/** Goods movements. Written by the buyer's commands; read by its requests, orders and pages. */
export const deals = table(
  "deals",
  {
    id: text().primaryKey(),
    // What people say on the phone, such as KD-2611-7F3K2Q.
    reference: text().notNull(),
    buyerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    createdByUserId: text()
      .notNull()
      .references(() => users.id),
    direction: text().$type<Direction>().notNull(),
    title: text().notNull(),
    incotermRule: text().$type<IncotermRule>().notNull(),
    incotermPlace: text().notNull(),
    originId: text().notNull(),
    destinationId: text().notNull(),
    hubId: text().notNull(),
    // Whether the buyer named the hub or took the planner's.
    hubChoice: text().$type<HubChoice>().notNull(),
    corridor: text().notNull(),
    mode: text().$type<Mode>().notNull(),
    inlandMode: text().$type<InlandMode>(),
    readyDate: text().$type<LocalDate>().notNull(),
    goodsValueMinor: minorUnits().notNull(),
    goodsCurrency: text().$type<Currency>().notNull(),
    grossWeightGrams: bigInteger().notNull(),
    volumeCm3: bigInteger().notNull(),
    // The planner's way at posting; the order's route starts from it.
    way: json<Way>().notNull(),
    // The first effective award: from then on the deal counts in the traffic share, once.
    contractedAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
    // The last number of the deal's log.
    logSeq: integer().notNull().default(0),
    // What the boards of hubs that it has left had come to more than those that it came to: so that what its pages are told by only grows.
    boardOffset: integer().notNull().default(0),
  },
  (deal) => [
    uniqueIndex("deals_by_reference").on(deal.reference),
    index("deals_by_buyer").on(deal.buyerOrganisationId, deal.createdAt),
    // Deals behind the traffic figures, all or of one hub.
    index("deals_by_contract").on(deal.contractedAt, deal.id),
    index("deals_by_hub_and_contract").on(deal.hubId, deal.contractedAt, deal.id),
  ],
);

/** What moves. Written with its deal. */
export const cargoLines = table(
  "cargo_lines",
  {
    dealId: text()
      .notNull()
      .references(() => deals.id),
    position: integer().notNull(),
    description: text().notNull(),
    hsCode: text().notNull(),
    packages: integer().notNull(),
    // UN/ECE Recommendation 21.
    packageType: text().notNull(),
    grossWeightGrams: bigInteger().notNull(),
    volumeCm3: bigInteger().notNull(),
    // Of one package, in millimetres, where the buyer gave dimensions instead of a volume.
    lengthMm: integer(),
    widthMm: integer(),
    heightMm: integer(),
    valueMinor: minorUnits(),
    valueCurrency: text().$type<Currency>(),
    netWeightGrams: bigInteger(),
    // Where the goods were made, ISO 3166-1 alpha-2.
    originCountry: text(),
    // Number and class are both there or both missing; the packing group only where the class has one.
    unNumber: text(),
    hazardClass: text().$type<HazardClass>(),
    packingGroup: text().$type<PackingGroup>(),
    isStackable: boolean(),
    marks: text(),
  },
  (line) => [primaryKey({ columns: [line.dealId, line.position] })],
);

/** A posting that is still being written: the form's own fields, kept as typed until it is published or thrown away. */
export const dealDrafts = table(
  "deal_drafts",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    createdByUserId: text()
      .notNull()
      .references(() => users.id),
    title: text().notNull(),
    fields: json<Record<string, string | string[]>>().notNull(),
    // What the clerk filled in and nobody has confirmed yet; it stands apart from the fields, so that no form can drop it.
    suggested: json<DraftSuggestions>(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    version: integer().notNull(),
  },
  (draft) => [index("deal_drafts_by_organisation").on(draft.organisationId, draft.updatedAt)],
);

/**
 * Postings of people without an account, each behind a link of its own. Written by whoever holds the link, until an account takes it over; what is
 * left is swept at its end. No organisation owns one, so nothing but its link leads to it.
 */
export const visitorDrafts = table(
  "visitor_drafts",
  {
    id: text().primaryKey(),
    // Of the link's token, which stands nowhere.
    tokenHash: text().notNull(),
    // Of the address that began it, keyed: so many of one address are kept at a time.
    addressHash: text().notNull(),
    title: text().notNull(),
    fields: json<Record<string, string | string[]>>().notNull(),
    suggested: json<DraftSuggestions>(),
    // What became of suggestions so far: the clerk's log takes it once there is an account that it is of.
    settled: json<Settled[]>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    version: integer().notNull(),
    // Whose account waits for its mail, of which organisation, and which version was handed in.
    userId: text().references(() => users.id),
    organisation: json<OrganisationFacts>(),
    handedVersion: integer(),
  },
  (draft) => [
    uniqueIndex("visitor_drafts_by_token").on(draft.tokenHash),
    index("visitor_drafts_by_address").on(draft.addressHash),
    index("visitor_drafts_by_user").on(draft.userId),
    index("visitor_drafts_by_end").on(draft.expiresAt),
  ],
);

/** What an organisation begins postings from: a form's fields under a name. Written by its traders; read on the page of a new deal. */
export const dealTemplates = table(
  "deal_templates",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    fields: json<Record<string, string | string[]>>().notNull(),
    createdByUserId: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
  },
  (template) => [index("deal_templates_by_organisation").on(template.organisationId, template.name, template.id)],
);

/**
 * Whom and where an organisation has named in what it published: its address book. Written with what names them and corrected by its traders; read
 * by nobody else. An entry goes when it is deleted, or gives way to those used later; what named it keeps its own words.
 */
export const addressBook = table(
  "address_book",
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    kind: text().$type<BookKind>().notNull(),
    // What tells it from others of its kind, however it is written.
    entryKey: text().notNull(),
    facts: json<BookFacts>().notNull(),
    usedAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (entry) => [
    uniqueIndex("address_book_by_key").on(entry.organisationId, entry.kind, entry.entryKey),
    index("address_book_by_use").on(entry.organisationId, entry.usedAt, entry.id),
  ],
);
