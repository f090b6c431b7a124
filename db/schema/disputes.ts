import type { DisputeCode, DisputeState, Ending, KeptEnding } from "../../domain/disputes/dispute";
import type { WireMoney } from "../../domain/shared/wire-fields";
import { index, instant, integer, json, primaryKey, table, text } from "../dialect";
import { organisations, users } from "./accounts";
import { orders } from "./orders";

/**
 * What the parties of an order disagree about, and how it ended. Written by both parties, the market's clock and, once it is escalated, an
 * administrator; read by the same. Kept for ever.
 */
export const disputes = table(
  "disputes",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    state: text().$type<DisputeState>().notNull(),
    code: text().$type<DisputeCode>().notNull(),
    words: text().notNull(),
    // The charge that was not agreed, in the currency of the contract, with the dispute that had divided it before; null of a dispute about anything else.
    charge: json<WireMoney & { readonly earlier?: string }>(),
    openedByOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    openedByUserId: text()
      .notNull()
      .references(() => users.id),
    openedAt: instant().notNull(),
    // When the market's clock escalates it.
    escalatesAt: instant().notNull(),
    escalatedAt: instant(),
    // Null where the clock did it.
    escalatedByUserId: text().references(() => users.id),
    evidenceEndsAt: instant(),
    decideBy: instant(),
    // How it ended: by agreement of the parties, or by decision where somebody decided. With the sum that it shared, where that is not the contract price.
    ending: json<KeptEnding>(),
    endingWords: text(),
    endedAt: instant(),
    decidedByUserId: text().references(() => users.id),
    closedAt: instant(),
    version: integer().notNull(),
  },
  (dispute) => [
    index("disputes_by_order").on(dispute.orderId, dispute.openedAt),
    // The clock, and the administrators' list.
    index("disputes_by_state").on(dispute.state, dispute.escalatesAt, dispute.id),
    index("disputes_by_escalation").on(dispute.escalatedAt, dispute.id),
  ],
);

/** What was said and offered in a dispute, in its order. Kept for ever, never changed. */
export const disputeEntries = table(
  "dispute_entries",
  {
    disputeId: text()
      .notNull()
      .references(() => disputes.id),
    seq: integer().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
    words: text().notNull(),
    // Files of the order that it points to.
    fileIds: json<readonly string[]>().notNull(),
    // An ending that its writer would agree to.
    offer: json<Ending>(),
  },
  (entry) => [primaryKey({ columns: [entry.disputeId, entry.seq] })],
);

/** Deliveries that the buyer did not take: when they were reported, and what is to be changed. Kept for ever. */
export const changeRequests = table(
  "change_requests",
  {
    orderId: text()
      .notNull()
      .references(() => orders.id),
    round: integer().notNull(),
    deliveredAt: instant().notNull(),
    words: text().notNull(),
    requestedByUserId: text()
      .notNull()
      .references(() => users.id),
    requestedAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orderId, row.round] })],
);
