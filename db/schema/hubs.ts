import { sql } from "drizzle-orm";
import type { HubKind, Mode, PlaceRole, SpeedCode } from "../../domain/hubs/place";
import type { Service } from "../../domain/shared/vocabulary";
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

/** Where routes start, cross and end. Brought to db/reference at each start; read whole into the planner. */
export const places = table("places", {
  id: text().primaryKey(),
  unlocode: text(),
  nameEn: text().notNull(),
  nameZh: text().notNull(),
  country: text().notNull(),
  role: text().$type<PlaceRole>().notNull(),
  isBorderHub: boolean().notNull(),
  hubGroup: text(),
  hubId: text(),
  // Decimal degrees in ten-thousandths, so that they stay exact.
  latE4: integer().notNull(),
  lonE4: integer().notNull(),
  modes: json<Mode[]>().notNull(),
  zone: text().notNull(),
  source: text().notNull(),
});

/** Where a route leaves or enters China. */
export const hubs = table("hubs", {
  id: text().primaryKey(),
  nameEn: text().notNull(),
  nameZh: text().notNull(),
  kind: text().$type<HubKind>().notNull(),
  isBorderHub: boolean().notNull(),
  placeIds: json<string[]>().notNull(),
});

/** One way between two places, usable in both directions. */
export const legs = table(
  "legs",
  {
    fromId: text().notNull(),
    toId: text().notNull(),
    mode: text().$type<Mode>().notNull(),
    km: integer().notNull(),
    source: text().notNull(),
    isEstimate: boolean().notNull(),
  },
  (leg) => [primaryKey({ columns: [leg.fromId, leg.toId, leg.mode] })],
);

/** Planning speeds and handling days; `value` is decimal digits in the unit that the code ends with. */
export const planningSpeeds = table("planning_speeds", {
  code: text().$type<SpeedCode>().primaryKey(),
  value: text().notNull(),
  source: text().notNull(),
  isEstimate: boolean().notNull(),
});

/** Expected wait at a border in tenths of an hour, by hub, mode and calendar month (1 to 12). */
export const borderWaits = table(
  "border_waits",
  {
    hubId: text().notNull(),
    mode: text().$type<Mode>().notNull(),
    month: integer().notNull(),
    hoursTenths: integer().notNull(),
    source: text().notNull(),
    isEstimate: boolean().notNull(),
  },
  (wait) => [primaryKey({ columns: [wait.hubId, wait.mode, wait.month] })],
);

/** Dated exchange rates, entered by administrators; never changed, only followed by a later one. */
export const exchangeRates = table(
  "exchange_rates",
  {
    id: text().primaryKey(),
    base: text().notNull(),
    quote: text().notNull(),
    // Decimal digits, so that the ratio stays exact.
    rate: text().notNull(),
    day: text().notNull(),
    source: text().notNull(),
    enteredByUserId: text(),
    enteredAt: instant().notNull(),
  },
  (rate) => [
    uniqueIndex("exchange_rates_by_pair_and_day").on(rate.base, rate.quote, rate.day),
    index("exchange_rates_by_day").on(rate.day),
  ],
);

/** Rules of the market with the day they begin to hold; the latest one on or before now is in force. */
export const marketRules = table(
  "market_rules",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    value: integer().notNull(),
    effectiveFrom: instant().notNull(),
    reason: text().notNull(),
    enteredByUserId: text(),
    enteredAt: instant().notNull(),
  },
  (rule) => [index("market_rules_by_name").on(rule.name, rule.effectiveFrom)],
);

/** What is summed up of orders and deals, and of which; `deal` in place of a service counts deals. */
const sums = () => ({
  hubId: text().notNull(),
  corridor: text().notNull(),
  service: text().$type<Service | "deal">().notNull(),
  isBorderHub: boolean().notNull(),
  count: integer().notNull(),
  // What providers charge for their own work; what they pay for buyers at cost is no value of theirs and stands apart.
  valueCnyMinor: minorUnits().notNull(),
  passThroughCnyMinor: minorUnits().notNull().default(sql`0`),
  weightGrams: bigInteger().notNull(),
});

/**
 * Sums of the orders and deals that count, by day of the market's zone, hub, corridor and service. Written in the transaction that makes or cancels
 * an order; read for the days of months of which a period has a part.
 */
export const trafficDays = table("traffic_days", { day: text().notNull(), ...sums() }, (row) => [
  primaryKey({ columns: [row.day, row.hubId, row.corridor, row.service] }),
]);

/** The same by month. Triggers keep it by the days; read by the traffic share, whose cost so stays level as orders grow. */
export const hubTraffic = table("hub_traffic", { month: text().notNull(), ...sums() }, (row) => [
  primaryKey({ columns: [row.month, row.hubId, row.corridor, row.service] }),
]);

/**
 * Sums of the orders that count, by month, provider, countries of both sides, service and corridor: services that one country sells to another are
 * read from these, whose number grows with providers and months. Triggers keep it by the orders.
 */
export const serviceTrade = table(
  "service_trade",
  {
    month: text().notNull(),
    providerOrganisationId: text().notNull(),
    providerCountry: text().notNull(),
    buyerCountry: text().notNull(),
    service: text().$type<Service>().notNull(),
    corridor: text().notNull(),
    count: integer().notNull(),
    valueCnyMinor: minorUnits().notNull(),
    // Of the value what is a margin on an exchange of money.
    marginCnyMinor: minorUnits().notNull(),
    passThroughCnyMinor: minorUnits().notNull(),
  },
  (row) => [
    primaryKey({
      // PostgreSQL cuts the name that the columns would make.
      name: "service_trade_pk",
      columns: [
        row.month,
        row.providerOrganisationId,
        row.providerCountry,
        row.buyerCountry,
        row.service,
        row.corridor,
      ],
    }),
  ],
);
