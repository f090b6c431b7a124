import { and, asc, between, countDistinct, eq, gt, gte, inArray, lte, min, ne, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { ProviderStart } from "../../domain/exports/funnel";
import type { ProviderTradeRow, TradeRow } from "../../domain/exports/trade";
import { type Instant, instant, type Month } from "../../domain/shared/time";
import type { Service } from "../../domain/shared/vocabulary";
import type { Reader } from "../database";
import { bids } from "../schema/requests";
import { listings } from "../schema/catalogue";
import { orders } from "../schema/orders";
import { serviceTrade } from "../schema/hubs";

export type TradeMonths = { readonly first: Month; readonly last: Month };

/** Which of the trade is asked for; null where all of it is. */
export type TradeFilter = {
  readonly exporter: string | null;
  readonly importer: string | null;
  readonly service: Service | null;
  readonly corridor: string | null;
};

const countryOf = (organisationId: string) =>
  sql<string>`(select country from organisations where id = ${organisationId})`;

/** Where both sides of an order are established as it is written: its own columns from then on. */
export const countriesOfParties = (of: {
  readonly buyerOrganisationId: string;
  readonly providerOrganisationId: string;
}) => ({
  buyerCountry: countryOf(of.buyerOrganisationId),
  providerCountry: countryOf(of.providerOrganisationId),
});

// Sums come back as text from PostgreSQL and as numbers from SQLite.
const total = <T>(column: PgColumn, read: (value: string | number) => T) => sql<T>`sum(${column})`.mapWith(read);

const sums = {
  count: total(serviceTrade.count, Number),
  valueMinor: total(serviceTrade.valueCnyMinor, BigInt),
  marginMinor: total(serviceTrade.marginCnyMinor, BigInt),
  passThroughMinor: total(serviceTrade.passThroughCnyMinor, BigInt),
};

const { month, providerCountry, buyerCountry, service, corridor } = serviceTrade;

const inMonths = ({ first, last }: TradeMonths): SQL | undefined =>
  first === last ? eq(month, first) : between(month, first, last);

const fits = (filter: TradeFilter): SQL | undefined =>
  and(
    filter.exporter ? eq(providerCountry, filter.exporter) : undefined,
    filter.importer ? eq(buyerCountry, filter.importer) : undefined,
    filter.service ? eq(service, filter.service) : undefined,
    filter.corridor ? eq(corridor, filter.corridor) : undefined,
  );

/** What providers of each country sold to buyers of each, of their own country too, by month, kind and corridor. */
export async function tradeRows(db: Reader, months: TradeMonths, filter: TradeFilter): Promise<TradeRow[]> {
  const key = { month, providerCountry, buyerCountry, service, corridor };
  const rows = await db
    .select({ ...key, ...sums })
    .from(serviceTrade)
    .where(and(inMonths(months), gt(serviceTrade.count, 0), fits(filter)))
    .groupBy(...Object.values(key));
  return rows.map((row) => ({ ...row, month: row.month as Month }));
}

/** The same of one month, each provider apart. */
export async function tradeOfProviders(db: Reader, of: Month): Promise<ProviderTradeRow[]> {
  const key = { providerId: serviceTrade.providerOrganisationId, providerCountry, buyerCountry, service, corridor };
  return await db
    .select({ ...key, ...sums })
    .from(serviceTrade)
    .where(and(eq(month, of), gt(serviceTrade.count, 0)))
    .groupBy(...Object.values(key));
}

/** What each provider sold to other countries, month by month. */
export async function exportsOfProviders(db: Reader, months: TradeMonths) {
  const key = { month, providerId: serviceTrade.providerOrganisationId };
  const rows = await db
    .select({ ...key, ...sums })
    .from(serviceTrade)
    .where(and(inMonths(months), gt(serviceTrade.count, 0), ne(providerCountry, buyerCountry)))
    .groupBy(...Object.values(key));
  return rows.map((row) => ({ ...row, month: row.month as Month }));
}

/** How many providers sold to other countries in these months. */
export async function exportersIn(db: Reader, months: TradeMonths, filter: TradeFilter): Promise<number> {
  const [found] = await db
    .select({ count: countDistinct(serviceTrade.providerOrganisationId) })
    .from(serviceTrade)
    .where(and(inMonths(months), gt(serviceTrade.count, 0), ne(providerCountry, buyerCountry), fits(filter)));
  return found?.count ?? 0;
}

/** The first of something of each provider. */
type Firsts = ReadonlyMap<string, Instant>;

const byProvider = (rows: readonly { readonly id: string; readonly at: number | null }[]): Firsts =>
  new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, instant(at)] as const])));

/** When those providers came to each step that were first listed in a span of time. Read through the indexes of bids and orders by provider. */
export async function providerStarts(
  db: Reader,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<ProviderStart[]> {
  const listedAt = min(listings.createdAt);
  const listed = await db
    .select({ id: listings.organisationId, at: listedAt })
    .from(listings)
    .groupBy(listings.organisationId)
    .having(and(gte(listedAt, sql.param(from, listings.createdAt)), lte(listedAt, sql.param(to, listings.createdAt))));
  const ids = listed.map(({ id }) => id);
  if (ids.length === 0) return [];
  const counts = and(inArray(orders.providerOrganisationId, ids), ne(orders.state, "cancelled"));
  const firstBids = await db
    .select({ id: bids.providerOrganisationId, at: min(bids.submittedAt) })
    .from(bids)
    .where(inArray(bids.providerOrganisationId, ids))
    .groupBy(bids.providerOrganisationId);
  const firstOrders = await db
    .select({ id: orders.providerOrganisationId, at: min(orders.contractedAt) })
    .from(orders)
    .where(counts)
    .groupBy(orders.providerOrganisationId);
  const foreign = await db
    .select({
      id: orders.providerOrganisationId,
      month: orders.contractedMonth,
      at: min(orders.contractedAt),
    })
    .from(orders)
    .where(and(counts, ne(orders.providerCountry, orders.buyerCountry)))
    .groupBy(orders.providerOrganisationId, orders.contractedMonth)
    .orderBy(asc(orders.providerOrganisationId), asc(orders.contractedMonth));
  const [listing, bid, order] = [byProvider(listed), byProvider(firstBids), byProvider(firstOrders)];
  const months = Map.groupBy(foreign, ({ id }) => id);
  return [...listing].map(([id, at]) => {
    const [first, second] = (months.get(id) ?? []).map(({ at: day }) => day as Instant);
    return {
      listedAt: at,
      firstBidAt: bid.get(id) ?? null,
      firstOrderAt: order.get(id) ?? null,
      firstForeignAt: first ?? null,
      secondForeignMonthAt: second ?? null,
    };
  });
}
