import type { Channel } from "../../domain/remittance/corridor-health";
import type { ReferenceKind } from "../../domain/remittance/payment-reference";
import type { EntryEvent, EntryReason, RemittanceState, ReturnReason } from "../../domain/remittance/remittance";
import type { BorneCost, CostBearer } from "../../domain/remittance/return-cost";
import type { Currency } from "../../domain/shared/money";
import { boolean, index, instant, integer, json, minorUnits, primaryKey, table, text, uniqueIndex } from "../dialect";
import { organisations, users } from "./accounts";
import { orders } from "./orders";

/** Rates that a provider has locked for a payment. Written by it, taken by the buyer where they are worse than agreed; read by both, and by every step at which money moves. */
export const rateLocks = table(
  "rate_locks",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    number: integer().notNull(),
    base: text().$type<Currency>().notNull(),
    quote: text().$type<Currency>().notNull(),
    rate: text().notNull(),
    reference: text().notNull(),
    lockedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    needsConfirmation: boolean().notNull(),
    confirmedAt: instant(),
    confirmedByUserId: text().references(() => users.id),
    recordedAt: instant().notNull(),
    recordedByUserId: text().references(() => users.id),
  },
  (lock) => [uniqueIndex("rate_locks_by_order").on(lock.orderId, lock.number)],
);

/** Each sending of an order's money. Written by its provider's reports; read by both parties, and of all orders by the figures of corridors. */
export const remittances = table(
  "remittances",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    attempt: integer().notNull(),
    state: text().$type<RemittanceState>().notNull(),
    // Null where no currencies are exchanged.
    lockId: text().references(() => rateLocks.id),
    // Null where the request names no amount and the report neither.
    amountMinor: minorUnits(),
    amountCurrency: text().$type<Currency>(),
    // How it counts in the figures of corridors.
    providerOrganisationId: text()
      .notNull()
      .references(() => organisations.id),
    payerCountry: text().notNull(),
    payeeCountry: text().notNull(),
    currency: text().$type<Currency>().notNull(),
    channel: text().$type<Channel>(),
    // Null where the step was reported without them.
    referenceKind: text().$type<ReferenceKind>(),
    reference: text(),
    sentAt: instant().notNull(),
    receivedAt: instant(),
    frozenAt: instant(),
    wasFrozen: boolean().notNull(),
    returnedAt: instant(),
    returnReason: text().$type<ReturnReason>(),
    returnedMinor: minorUnits(),
    returnedCurrency: text().$type<Currency>(),
    costMinor: minorUnits(),
    costCurrency: text().$type<Currency>(),
    costBorneBy: text().$type<CostBearer>(),
    costBasis: text().$type<BorneCost["basis"]>(),
    // The latest time at which something is said to have happened to it.
    lastAt: instant().notNull(),
    version: integer().notNull(),
  },
  (row) => [
    uniqueIndex("remittances_by_order").on(row.orderId, row.attempt),
    // The banks' references are given once.
    uniqueIndex("remittances_by_reference").on(row.referenceKind, row.reference),
    // The figures of corridors over the last days.
    index("remittances_by_time").on(row.sentAt),
    // And of one corridor, which every page of a payment request shows.
    index("remittances_by_corridor").on(row.payerCountry, row.payeeCountry, row.currency, row.sentAt),
  ],
);

/** What happened to each sending, in its order. Written with it and never changed; read by the order's parties. */
export const remittanceEntries = table(
  "remittance_entries",
  {
    remittanceId: text()
      .notNull()
      .references(() => remittances.id),
    seq: integer().notNull(),
    event: text().$type<EntryEvent>().notNull(),
    occurredAt: instant().notNull(),
    recordedAt: instant().notNull(),
    byUserId: text().references(() => users.id),
    reason: text().$type<EntryReason>(),
    words: text().notNull(),
    fileIds: json<readonly string[]>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.remittanceId, row.seq] })],
);
