import { boolean, instant, integer, json, table, text } from "../dialect";
import { requests } from "./requests";

/**
 * What was handed in on a request, fixed at its close: the receipts of all versions that ever came, those withdrawn and stale too, in the
 * order of their coming, with the leaves and the root of a Merkle tree over them. Written once, in the transaction of the close; read by
 * the proof page, the API and the verifier. It names no bidder.
 */
export const receiptLists = table("receipt_lists", {
  requestId: text()
    .primaryKey()
    .references(() => requests.id),
  closedAt: instant().notNull(),
  receipts: json<readonly string[]>().notNull(),
  // SHA-256 in hexadecimal, as people compare them.
  leaves: json<readonly string[]>().notNull(),
  root: text().notNull(),
});

/** What is on record of an opening. Written once, in its transaction; names of people are for the two sides of the request. */
export const openingMinutes = table("opening_minutes", {
  requestId: text()
    .primaryKey()
    .references(() => requests.id),
  openedAt: instant().notNull(),
  isByClock: boolean().notNull(),
  // Whose words opened it: nobody's where the clock did.
  userIds: json<readonly string[]>().notNull(),
  // Null where bidding was open, or the key is from before there were pairs.
  keyFingerprint: text(),
  root: text(),
  openedCount: integer().notNull(),
  staleCount: integer().notNull(),
  withdrawnCount: integer().notNull(),
});
