import type { BidContent } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/states";
import type { Service } from "../../domain/shared/service";
import type { Currency } from "../../domain/shared/money";
import { bytes, index, instant, integer, json, minorUnits, primaryKey, table, text, uniqueIndex } from "../dialect";
import { organisations, users } from "./accounts";
import { requests } from "./requests";

/** A provider's offer on a request. One row a provider; what it says is in its versions. Never deleted: losing bids are kept for ever. */
export const bids = table(
  "bids",
  {
    id: text().primaryKey(),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    providerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    state: text().$type<BidState>().notNull(),
    version: integer().notNull(),
    // The amendment of the request that the standing version answers; 0 for the request as it was published.
    amendment: integer().notNull().default(0),
    submittedAt: instant().notNull(),
    updatedAt: instant().notNull(),
    withdrawnAt: instant(),
    // Known to the database from the opening on; null while the request is sealed.
    totalMinor: minorUnits(),
    currency: text().$type<Currency>(),
    validUntil: instant(),
  },
  (bid) => [
    uniqueIndex("bids_one_per_provider").on(bid.requestId, bid.providerOrganisationId),
    index("bids_by_provider").on(bid.providerOrganisationId, bid.updatedAt),
  ],
);

/**
 * What a provider has typed of a bid and not sent, one a request, also beside a bid that stands. A table of its own: `bids` are counted,
 * opened and kept for ever, and nothing that reads them can meet a draft. Written by saving and sending; read by its own organisation
 * alone; deleted when it is sent, discarded or old.
 */
export const bidDrafts = table(
  "bid_drafts",
  {
    // Stands in the audit log, where the request's id would tell who is about to bid on it.
    id: text().primaryKey(),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    providerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    version: integer().notNull(),
    // Fields as typed, padded to one size; its data key is wrapped to the bidder's key only.
    sealed: bytes().notNull(),
    keyForBidder: bytes().notNull(),
    savedAt: instant().notNull(),
  },
  (draft) => [
    uniqueIndex("bid_drafts_one_per_provider").on(draft.requestId, draft.providerOrganisationId),
    index("bid_drafts_by_provider").on(draft.providerOrganisationId, draft.savedAt),
  ],
);

/**
 * What a provider keeps to begin bids of one service from. Name and fields are sealed like a draft to its own organisation's key. Written by
 * keeping, renaming and overwriting; read by its own organisation alone; deleted when it says so.
 */
export const bidTemplates = table(
  "bid_templates",
  {
    id: text().primaryKey(),
    providerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    service: text().$type<Service>().notNull(),
    // The name in a block of its own, so that a list opens no fields.
    sealedName: bytes().notNull(),
    sealed: bytes().notNull(),
    keyForBidder: bytes().notNull(),
    savedAt: instant().notNull(),
  },
  (template) => [index("bid_templates_by_provider").on(template.providerOrganisationId, template.service)],
);

/** Each version as it was sent. Sealed: `sealed` holds the padded ciphertext and `content` is null until the opening. */
export const bidVersions = table(
  "bid_versions",
  {
    bidId: text()
      .notNull()
      .references(() => bids.id),
    version: integer().notNull(),
    submittedByUserId: text().references(() => users.id),
    submittedAt: instant().notNull(),
    // SHA-256 over what was stored: the bidder's proof of what was handed in.
    receipt: text().notNull(),
    content: json<BidContent>(),
    sealed: bytes(),
    // The version's data key, wrapped once to the request's key and once to the bidder's.
    keyForRequest: bytes(),
    keyForBidder: bytes(),
  },
  (version) => [primaryKey({ columns: [version.bidId, version.version] })],
);
