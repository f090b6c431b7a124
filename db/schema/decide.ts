import type { DisqualificationState, RedFlag } from "../../domain/bidding/disqualification";
import type { GapBand, RankBand } from "../../domain/bidding/debrief";
import type { CancelCode, DisqualifyCode, LossCode, RejectCode } from "../../domain/requests/reasons";
import type { BidFile } from "../../domain/bidding/bid";
import { index, instant, integer, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { organisations, users } from "./accounts";
import { bids, requests } from "./requests";

/**
 * Bids that a buyer has put out after the opening, and what became of it. Written by both sides and the timers; read by both on the
 * request's page and by the award, which waits for what is still being mended. Kept for ever.
 */
export const disqualifications = table(
  "disqualifications",
  {
    id: text().primaryKey(),
    requestId: text()
      .notNull()
      .references(() => requests.id),
    bidId: text()
      .notNull()
      .references(() => bids.id),
    providerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    state: text().$type<DisqualificationState>().notNull(),
    code: text().$type<DisqualifyCode>().notNull(),
    words: text().notNull(),
    decidedByUserId: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    // Null where there is nothing to mend.
    cureEndsAt: instant(),
    cureWords: text(),
    // What lay beside the cure when it was sent, by id and SHA-256: what comes later is no part of it.
    cureFiles: json<readonly BidFile[]>(),
    cureSentAt: instant(),
    endedAt: instant(),
    // Of the buyer, who took or refused what was sent; empty where the clock ended it.
    endWords: text(),
    // Of the platform's screens: shown to neither side.
    flags: json<readonly RedFlag[]>(),
  },
  (row) => [
    // The same bid is never put out twice for one reason.
    uniqueIndex("disqualifications_once_a_reason").on(row.bidId, row.code),
    index("disqualifications_by_request").on(row.requestId, row.id),
    // The timer: what is still being mended, by its end.
    index("disqualifications_by_end").on(row.state, row.cureEndsAt),
  ],
);

/** Each time that a buyer moved its time to decide. Written by the buyer; read by bidders, and by the buyer's card for the first time that was set. */
export const decisionExtensions = table(
  "decision_extensions",
  {
    requestId: text()
      .notNull()
      .references(() => requests.id),
    number: integer().notNull(),
    at: instant().notNull(),
    byUserId: text()
      .notNull()
      .references(() => users.id),
    previousDecideBy: instant().notNull(),
    decideBy: instant().notNull(),
    reason: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.requestId, row.number] })],
);

/** That a buyer was reminded of a time to decide. Written by the timer, once a time. */
export const decisionReminders = table(
  "decision_reminders",
  {
    requestId: text()
      .notNull()
      .references(() => requests.id),
    decideBy: instant().notNull(),
    at: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.requestId, row.decideBy] })],
);

/** Why a buyer ended its request without an award. The words stand in the request's own row; none for requests from before there were codes. */
export const requestEnds = table("request_ends", {
  requestId: text()
    .primaryKey()
    .references(() => requests.id),
  kind: text().$type<"cancelled" | "rejected">().notNull(),
  code: text().$type<CancelCode | RejectCode>(),
  at: instant().notNull(),
});

/** What each losing bidder was told when its request ended, or at the close where it had not confirmed its bid. Never changed; read by the bidder alone. */
export const debriefs = table("debriefs", {
  bidId: text()
    .primaryKey()
    .references(() => bids.id),
  rank: text().$type<RankBand>(),
  gap: text().$type<GapBand>(),
  code: text().$type<LossCode>().notNull(),
  detail: text().$type<DisqualifyCode | RejectCode>(),
  words: text().notNull(),
  at: instant().notNull(),
});
