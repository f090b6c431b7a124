import { sql } from "drizzle-orm";
import type { DomainEvent } from "../../domain/notices/events";
import type { Currency } from "../../domain/shared/money";
import type { Fallback, RequestState, RequestTerms } from "../../domain/requests/request";
import type { BidMode, Visibility } from "../../domain/requests/request-choices";
import type { BidState, Service } from "../../domain/shared/vocabulary";
import {
  boolean,
  bytes,
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
import { deals } from "./deals";
import type { BidContent } from "../../domain/bidding/bid";
import type { CounterState, NegotiationSide } from "../../domain/bidding/counter-offer";

/** One service asked for a deal. Written by the buyer and the timers; read by lists, bidders and the award. */
export const requests = table(
  "requests",
  {
    id: text().primaryKey(),
    reference: text().notNull(),
    dealId: text()
      .notNull()
      .references(() => deals.id),
    buyerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    service: text().$type<Service>().notNull(),
    state: text().$type<RequestState>().notNull(),
    // The kind's own schema reads it: domain/services/<kind>.
    spec: json<unknown>().notNull(),
    bidMode: text().$type<BidMode>().notNull(),
    visibility: text().$type<Visibility>().notNull(),
    comparisonCurrency: text().$type<Currency>().notNull(),
    mayCloseEarly: boolean().notNull(),
    twoPersonOpening: boolean().notNull(),
    publishedAt: instant(),
    closesAt: instant().notNull(),
    decideBy: instant().notNull(),
    // What the buyer fixed at publication; null where nothing but the defaults was ever said.
    terms: json<RequestTerms>(),
    amendmentCount: integer().notNull().default(0),
    extensionCount: integer().notNull().default(0),
    // The last number given in request_log.
    logSeq: integer().notNull().default(0),
    closedAt: instant(),
    openedAt: instant(),
    awardedAt: instant(),
    cancelReason: text(),
    // Cancelled by a rejection of all bids: the buyer has not given the service up.
    isRejected: boolean().notNull().default(false),
    // Where nobody was chosen: what its buyer has made of it since. "again" has another request in its place.
    fallback: text().$type<Fallback>(),
    fallbackAt: instant(),
    fallbackByUserId: text().references(() => users.id),
    // The request in whose place this one was asked.
    replacesId: text(),
    // Bids that stand now. A number only: it says nothing of an amount.
    bidCount: integer().notNull(),
    // Copied from the deal at posting, so that the list filters one table.
    hubId: text().notNull(),
    corridor: text().notNull(),
    // Normalised words of title, places, hub and reference; see domain/shared/search-text.
    searchText: text().notNull(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (request) => [
    uniqueIndex("requests_by_reference").on(request.reference),
    // A deal asks for each service once at a time.
    uniqueIndex("requests_one_per_service")
      .on(request.dealId, request.service)
      .where(sql`fallback is null or fallback <> 'again'`),
    // All that were asked of a deal, those in whose place another stands as well.
    index("requests_by_deal").on(request.dealId),
    // Lists of one state by age, such as the API's.
    index("requests_by_state").on(request.state, request.id),
    // The public list: open ones by closing time. The timers: what is due.
    index("requests_by_state_and_close").on(request.state, request.closesAt, request.id),
    index("requests_by_state_and_decision").on(request.state, request.decideBy),
    index("requests_by_buyer").on(request.buyerOrganisationId, request.createdAt),
    // Lists of a hub or a corridor by age: what else they may be asked by stands in the index, so that what fits nothing reads no row.
    index("requests_by_hub").on(request.hubId, request.id, request.service, request.state, request.corridor),
    index("requests_by_corridor").on(request.corridor, request.id, request.service, request.state, request.hubId),
    // The same of one state by closing time.
    index("requests_by_hub_and_close").on(request.hubId, request.state, request.closesAt, request.id),
    index("requests_by_corridor_and_close").on(request.corridor, request.state, request.closesAt, request.id),
  ],
);

/**
 * What happened to a request and its bids, in one order for all who look: numbered without a gap from 1, written in the transaction
 * that made it happen. Read by those who watch a request, from the number that they know last; who may hear of what is decided then.
 */
export const requestLog = table(
  "request_log",
  {
    requestId: text()
      .notNull()
      .references(() => requests.id),
    seq: integer().notNull(),
    at: instant().notNull(),
    // Ids, states and counts, never an amount.
    event: json<DomainEvent>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.requestId, row.seq] })],
);

/**
 * The sealing key of a request. Bids are sealed to `publicKey`; what opens them lies whole in `wrappedKey` under the master key, or where
 * two people open, in two shares: one there, the other in `wrappedShare` under the opening key. Requests from before there were pairs have
 * no public key, and one key for both in `wrappedKey`.
 */
export const requestKeys = table("request_keys", {
  requestId: text()
    .primaryKey()
    .references(() => requests.id),
  publicKey: bytes(),
  wrappedKey: bytes().notNull(),
  wrappedShare: bytes(),
});

/** Requests that a provider has said are not for it. Its own alone: read by its desk and lists, and never beside the request. */
export const passedRequests = table(
  "passed_requests",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    passedAt: instant().notNull(),
  },
  (passed) => [primaryKey({ columns: [passed.organisationId, passed.requestId] })],
);

/** Providers asked by name. Where the request is for invited ones only, nobody else sees it. */
export const requestInvitations = table(
  "request_invitations",
  {
    requestId: text()
      .notNull()
      .references(() => requests.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    createdAt: instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.requestId, row.organisationId] }),
    index("request_invitations_by_organisation").on(row.organisationId),
  ],
);

/** Who of the buyer's people has said "open": a two-person opening needs two different ones. */
export const openingApprovals = table(
  "opening_approvals",
  {
    requestId: text()
      .notNull()
      .references(() => requests.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
    // The share of the request's key that this word released, bound to this person; null where the key was not split.
    shareNumber: integer(),
    share: bytes(),
  },
  (row) => [primaryKey({ columns: [row.requestId, row.userId] })],
);

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
    // Those that are forgotten, the oldest first.
    index("bid_drafts_by_time").on(draft.savedAt, draft.id),
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

/**
 * Offers across the table after the opening. Written by buyer and bidder in turn; read by these two alone, oldest first. Kept for ever:
 * what was offered is not rewritten, only answered.
 */
export const counterOffers = table(
  "counter_offers",
  {
    id: text().primaryKey(),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    bidId: text()
      .notNull()
      .references(() => bids.id),
    // The buyer's offer and the bidder's answer to it bear one number.
    round: integer().notNull(),
    by: text().$type<NegotiationSide>().notNull(),
    byUserId: text()
      .notNull()
      .references(() => users.id),
    state: text().$type<CounterState>().notNull(),
    // The whole bid as it would be, priced: what is accepted is what was read.
    content: json<BidContent>().notNull(),
    note: text().notNull(),
    madeAt: instant().notNull(),
    expiresAt: instant().notNull(),
    answeredAt: instant(),
  },
  (offer) => [
    index("counter_offers_by_bid").on(offer.bidId, offer.madeAt, offer.id),
    // What is open on a request, when it is awarded; the timers: what has lapsed.
    index("counter_offers_by_request").on(offer.requestId, offer.state),
    index("counter_offers_by_state").on(offer.state, offer.expiresAt),
  ],
);
