import { type SQL, and, between, count, eq, gte, lt, ne, sql } from "drizzle-orm";
import type { Service } from "../../domain/shared/vocabulary";
import { preparedRows, type Reader, type Writer } from "../database";
import { hubTraffic, trafficDays, hubs } from "../schema/hubs";
import type { NewOrder } from "./orders";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Corridor } from "../../domain/hubs/corridor";
import type { HubTraffic, PartOfMonth, TrafficRow } from "../../domain/hubs/traffic";
import { dayOf, type Instant, type Month } from "../../domain/shared/time";
import { deals } from "../schema/deals";
import { orders } from "../schema/orders";

type Counted = Pick<
  NewOrder,
  | "contractedAt"
  | "hubId"
  | "corridor"
  | "isBorderHub"
  | "service"
  | "contractCnyMinor"
  | "passThroughCnyMinor"
  | "grossWeightGrams"
>;
type CountedDeal = Omit<Counted, "service" | "contractCnyMinor" | "passThroughCnyMinor">;

/** A deal is counted, and nothing else: its value and weight are those of its orders. */
const AS_DEAL = { service: "logistics", contractCnyMinor: 0n, passThroughCnyMinor: 0n, counts: "deal" } as const;

type Row = Required<typeof trafficDays.$inferInsert>;

const addRows = preparedRows("add_traffic", (db, rows: Row[]) =>
  db
    .insert(trafficDays)
    .values(rows)
    .onConflictDoUpdate({
      target: [trafficDays.day, trafficDays.hubId, trafficDays.corridor, trafficDays.service],
      set: {
        count: sql`${trafficDays.count} + excluded.count`,
        valueCnyMinor: sql`${trafficDays.valueCnyMinor} + excluded.value_cny_minor`,
        passThroughCnyMinor: sql`${trafficDays.passThroughCnyMinor} + excluded.pass_through_cny_minor`,
        weightGrams: sql`${trafficDays.weightGrams} + excluded.weight_grams`,
      },
    }),
);

const keyOf = ({ day, hubId, corridor, service }: Row): string => [day, hubId, corridor, service].join(" ");

/**
 * Adds to the sums of days, hubs, corridors and services (or of deals); a row that is missing begins at nothing. Each sum once and in one order,
 * so that of two transactions which add to the same ones neither waits for the other's second.
 */
async function add(tx: Writer, changes: readonly Row[]): Promise<void> {
  const sums = new Map<string, Row>();
  for (const change of changes) {
    const sum = sums.get(keyOf(change));
    sums.set(keyOf(change), {
      ...change,
      count: change.count + (sum?.count ?? 0),
      valueCnyMinor: change.valueCnyMinor + (sum?.valueCnyMinor ?? 0n),
      passThroughCnyMinor: change.passThroughCnyMinor + (sum?.passThroughCnyMinor ?? 0n),
      weightGrams: change.weightGrams + (sum?.weightGrams ?? 0),
    });
  }
  await addRows(
    tx,
    [...sums.keys()].sort().map((key) => sums.get(key) as Row),
  );
}

function change(of: Counted & { readonly counts: Service | "deal" }, by: 1n | -1n): Row {
  const { hubId, corridor, isBorderHub, counts: service } = of;
  return {
    ...{ day: dayOf(of.contractedAt as Instant), hubId, corridor, service, isBorderHub },
    count: Number(by),
    valueCnyMinor: (of.contractCnyMinor - of.passThroughCnyMinor) * by,
    passThroughCnyMinor: of.passThroughCnyMinor * by,
    weightGrams: of.grossWeightGrams * Number(by),
  };
}

const ofOrder = (order: Counted, by: 1n | -1n): Row => change({ ...order, counts: order.service }, by);
const ofDeal = (deal: CountedDeal, by: 1n | -1n): Row => change({ ...deal, ...AS_DEAL }, by);

/** Counts new orders in their hub's traffic, in the transaction that makes them, and with a deal's first ones the deal. */
export const addOrders = (tx: Writer, orders: readonly Counted[], firstOf: CountedDeal | null = null): Promise<void> =>
  add(tx, [...orders.map((order) => ofOrder(order, 1n)), ...(firstOf ? [ofDeal(firstOf, 1n)] : [])]);

/** Takes a cancelled order out of its hub's traffic, in the transaction that cancels it. */
export const removeOrder = (tx: Writer, order: Counted): Promise<void> => add(tx, [ofOrder(order, -1n)]);

/** Orders, and what is counted of their deal beside them, go from one hub to another; each stays on its day. */
export const moveTraffic = (
  tx: Writer,
  { orders, deal }: { readonly orders: readonly Counted[]; readonly deal: CountedDeal },
  to: Pick<Counted, "hubId" | "isBorderHub">,
): Promise<void> =>
  add(tx, [
    ...orders.flatMap((order) => [ofOrder(order, -1n), ofOrder({ ...order, ...to }, 1n)]),
    ...[ofDeal(deal, -1n), ofDeal({ ...deal, ...to }, 1n)],
  ]);

/** Which rows of traffic are asked for. Deals have no service; orders may leave out payment or keep one service only. */
export type TrafficFilter = {
  readonly counted: "orders" | "deals";
  readonly corridor: Corridor | null;
  readonly service: Service | null;
  readonly hasPayment: boolean;
};

const ofService = (service: PgColumn, filter: TrafficFilter): SQL | undefined => {
  if (filter.service) return eq(service, filter.service);
  return filter.hasPayment ? undefined : ne(service, "payment");
};

const ofCorridor = (corridor: PgColumn, filter: TrafficFilter): SQL | undefined =>
  filter.corridor ? eq(corridor, filter.corridor) : undefined;

// Sums come back as text from PostgreSQL and as numbers from SQLite; no group exceeds 2^53, or the summary could not keep it.
const total = <T>(column: PgColumn | SQL, read: (value: string | number) => T) => sql<T>`sum(${column})`.mapWith(read);

/** A deal is counted, and nothing else: its value and weight are those of its orders. */
const NO_MEASURES = { valueMinor: 0n, passThroughMinor: 0n, weightGrams: 0 } as const;
const DEAL = { service: "deal", ...NO_MEASURES } as const;

type Months = { readonly first: Month; readonly last: Month };

function fits(sums: typeof hubTraffic | typeof trafficDays, filter: TrafficFilter): SQL | undefined {
  const isDeals = filter.counted === "deals";
  return and(
    isDeals ? eq(sums.service, "deal") : ne(sums.service, "deal"),
    ofCorridor(sums.corridor, filter),
    isDeals ? undefined : ofService(sums.service, filter),
  );
}

const isAsked = (months: Months, filter: TrafficFilter): SQL | undefined =>
  and(between(hubTraffic.month, months.first, months.last), fits(hubTraffic, filter));

/** Some days of a month, from the sums by day: there are so many of a day as hubs and corridors, however many orders it had. */
export async function rowsOfDays(db: Reader, part: PartOfMonth, filter: TrafficFilter): Promise<TrafficRow[]> {
  const { hubId, isBorderHub, corridor, service } = trafficDays;
  const rows = await db
    .select({
      ...{ hubId, isBorderHub, corridor, service },
      count: total(trafficDays.count, Number),
      valueMinor: total(trafficDays.valueCnyMinor, BigInt),
      passThroughMinor: total(trafficDays.passThroughCnyMinor, BigInt),
      weightGrams: total(trafficDays.weightGrams, Number),
    })
    .from(trafficDays)
    .where(
      and(gte(trafficDays.day, dayOf(part.from)), lt(trafficDays.day, dayOf(part.before)), fits(trafficDays, filter)),
    )
    .groupBy(hubId, isBorderHub, corridor, service);
  return rows
    .filter((row) => row.count > 0)
    .map((row) => ({
      ...row,
      ...{ month: part.month, corridor: row.corridor as Corridor },
      ...(filter.counted === "deals" ? DEAL : {}),
    }));
}

/** Whole months of the summary: how many rows it has grows with hubs and corridors, not with orders. */
export async function summaryRows(db: Reader, months: Months, filter: TrafficFilter): Promise<TrafficRow[]> {
  const rows = await db.select().from(hubTraffic).where(isAsked(months, filter));
  return rows
    .filter((row) => row.count > 0)
    .map(({ valueCnyMinor, passThroughCnyMinor, ...row }) => ({
      ...row,
      month: row.month as Month,
      corridor: row.corridor as Corridor,
      valueMinor: valueCnyMinor,
      passThroughMinor: passThroughCnyMinor,
      ...(filter.counted === "deals" ? DEAL : {}),
    }));
}

/** The same added up by hub in the database: a tenth of the rows, where nobody asks for corridors or services one by one. */
export async function summaryByHub(db: Reader, months: Months, filter: TrafficFilter): Promise<HubTraffic[]> {
  const rows = await db
    .select({
      month: hubTraffic.month,
      hubId: hubTraffic.hubId,
      isBorderHub: hubTraffic.isBorderHub,
      count: total(hubTraffic.count, Number),
      valueMinor: total(hubTraffic.valueCnyMinor, BigInt),
      passThroughMinor: total(hubTraffic.passThroughCnyMinor, BigInt),
      weightGrams: total(hubTraffic.weightGrams, Number),
    })
    .from(hubTraffic)
    .where(isAsked(months, filter))
    .groupBy(hubTraffic.month, hubTraffic.hubId, hubTraffic.isBorderHub);
  return rows
    .filter((row) => row.count > 0)
    .map((row) => ({
      ...row,
      month: row.month as Month,
      ...(filter.counted === "deals" ? NO_MEASURES : {}),
    }));
}

/** Orders of some days counted one by one (orders_by_time): from `contractedAt` on, cancelled ones out. */
async function countOrders(db: Reader, part: PartOfMonth, filter: TrafficFilter): Promise<TrafficRow[]> {
  const rows = await db
    .select({
      hubId: orders.hubId,
      isBorderHub: orders.isBorderHub,
      corridor: orders.corridor,
      service: orders.service,
      count: count(),
      valueMinor: total(sql`${orders.contractCnyMinor} - ${orders.passThroughCnyMinor}`, BigInt),
      passThroughMinor: total(orders.passThroughCnyMinor, BigInt),
      weightGrams: total(orders.grossWeightGrams, Number),
    })
    .from(orders)
    .where(
      and(
        gte(orders.contractedAt, part.from),
        lt(orders.contractedAt, part.before),
        ne(orders.state, "cancelled"),
        ofCorridor(orders.corridor, filter),
        ofService(orders.service, filter),
      ),
    )
    .groupBy(orders.hubId, orders.isBorderHub, orders.corridor, orders.service);
  return rows.map((row) => ({ ...row, corridor: row.corridor as Corridor, month: part.month }));
}

/** Deals of some days counted one by one (deals_by_contract): each once, by its first effective award. */
async function countDeals(db: Reader, part: PartOfMonth, filter: TrafficFilter): Promise<TrafficRow[]> {
  const rows = await db
    .select({ hubId: deals.hubId, isBorderHub: hubs.isBorderHub, corridor: deals.corridor, count: count() })
    .from(deals)
    .innerJoin(hubs, eq(hubs.id, deals.hubId))
    .where(
      and(gte(deals.contractedAt, part.from), lt(deals.contractedAt, part.before), ofCorridor(deals.corridor, filter)),
    )
    .groupBy(deals.hubId, hubs.isBorderHub, deals.corridor);
  return rows.map((row) => ({ ...row, ...DEAL, corridor: row.corridor as Corridor, month: part.month }));
}

/** The same of some days counted from the orders or deals themselves, to check the sums by. */
export const countedRows = (db: Reader, part: PartOfMonth, filter: TrafficFilter): Promise<TrafficRow[]> =>
  filter.counted === "deals" ? countDeals(db, part, filter) : countOrders(db, part, filter);
