import type { Gate } from "../../domain/orders/chain/gate";
import type { Release } from "../../domain/orders/chain/chain-facts";
import type { RerouteState } from "../../domain/orders/reroute";
import type { Currency } from "../../domain/shared/money";
import type { Side } from "../../domain/orders/slots/slot";
import { bigInteger, boolean, instant, integer, json, minorUnits, primaryKey, table, text } from "../dialect";
import { users } from "./accounts";
import { deals } from "./deals";

/**
 * The gates of a deal, once its buyer has changed them or an award has fixed them; before that they follow from what is asked for. Written
 * by the buyer's edits and by awards; read by every report of a step. A deal from before there were gates has none.
 */
export const chains = table("chains", {
  dealId: text()
    .primaryKey()
    .references(() => deals.id),
  gates: json<Gate[]>().notNull(),
  // Whether the buyer chose them, so that a service which is asked for later adds none by itself.
  isEdited: boolean().notNull(),
  // The gates that were closed when the chain was judged last, by key: what is told when one opens or closes.
  closed: json<string[]>().notNull(),
  // The first award; from then on gates are only added, with the award of a service that came later.
  fixedAt: instant(),
  updatedAt: instant().notNull(),
  updatedByUserId: text().references(() => users.id),
  version: integer().notNull(),
});

/** Gates that the buyer has opened without what they wait for. Kept for ever; read with the chain. */
export const gateWaivers = table(
  "gate_waivers",
  {
    dealId: text()
      .notNull()
      .references(() => deals.id),
    gateKey: text().notNull(),
    reason: text().notNull(),
    waivedByUserId: text()
      .notNull()
      .references(() => users.id),
    waivedAt: instant().notNull(),
  },
  (waiver) => [primaryKey({ columns: [waiver.dealId, waiver.gateKey] })],
);

/**
 * The buyer's own word that a need of its deal's gates is met, of a service that it does itself or of a release of the customs: never a
 * provider's evidence. Kept for ever; read with the chain. `need` is what a gate waits for, as the gate's key names it, so one word opens all gates that wait for it.
 */
export const gateStatements = table(
  "gate_statements",
  {
    dealId: text()
      .notNull()
      .references(() => deals.id),
    need: text().notNull(),
    statedByUserId: text()
      .notNull()
      .references(() => users.id),
    statedAt: instant().notNull(),
    // Of a release of the customs: its number, day and the reason, whoever was to bring it.
    release: json<Release>(),
  },
  (statement) => [primaryKey({ columns: [statement.dealId, statement.need] })],
);

/**
 * What has happened to a deal's orders, in one order that all its readers share: a number without gaps a deal. Written with the events
 * themselves; read by those who watch the deal.
 */
export const dealLog = table(
  "deal_log",
  {
    dealId: text()
      .notNull()
      .references(() => deals.id),
    seq: integer().notNull(),
    at: instant().notNull(),
    // What kind of event it was; what it says stands where it was written.
    type: text().notNull(),
    // The order that it is about, where it is about one.
    orderId: text(),
  },
  (entry) => [primaryKey({ columns: [entry.dealId, entry.seq] })],
);

/**
 * Another hub that one party of a deal's carriage has asked the other for, with what became of it. Written by both; read by all parties of the
 * deal. With the answer yes the deal and its orders go by the new hub.
 */
export const reroutes = table(
  "reroutes",
  {
    dealId: text()
      .notNull()
      .references(() => deals.id),
    // From 1 within the deal.
    number: integer().notNull(),
    state: text().$type<RerouteState>().notNull(),
    fromHubId: text().notNull(),
    toHubId: text().notNull(),
    reason: text().notNull(),
    // What the buyer pays on top of the contract price, in the carriage's currency.
    extraMinor: minorUnits().notNull(),
    extraCurrency: text().$type<Currency>().notNull(),
    // As planned when it was asked for, against the way of then.
    laterMs: bigInteger().notNull(),
    furtherKm: integer().notNull(),
    askedBy: text().$type<Side>().notNull(),
    askedByUserId: text()
      .notNull()
      .references(() => users.id),
    askedAt: instant().notNull(),
    answeredByUserId: text().references(() => users.id),
    answeredAt: instant(),
    answerWords: text(),
    // When the goods had come to the hub that they left for the other one.
    leftArrivalAt: instant(),
    version: integer().notNull(),
  },
  (reroute) => [primaryKey({ columns: [reroute.dealId, reroute.number] })],
);
