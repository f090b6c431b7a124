import "server-only";
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  lt,
  ne,
  or,
  sql,
  type SQL,
  type SQLWrapper,
} from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/database";
import { organisations } from "@/db/schema/accounts";
import { deals } from "@/db/schema/deals";
import { orders } from "@/db/schema/orders";
import { type Actor, may } from "@/domain/access/policy";
import { LATEST_FIRST, readRowCursor, type RowKey, type RowSort, writeRowCursor } from "@/domain/hubs/traffic-rows";
import { addDays, dayOf, type Instant, instant } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import type { BehindRow, RowsTotal } from "@/views/traffic";
import "server-only";
import { holdsBeginning } from "@/db/word-search";
import { hubs } from "@/db/schema/hubs";
import { requests } from "@/db/schema/requests";
import type { TrafficPeriod, TrafficRow } from "@/domain/hubs/traffic";
import { searchTokens } from "@/domain/shared/search-text";
import { readTraffic, type TrafficQuestion } from "./traffic";

export type BehindQuestion = BehindFilter & { readonly cursor: string | null; readonly sort?: RowSort };
export type BehindPage = { readonly rows: readonly BehindRow[]; readonly nextCursor: string | null };

export const BEHIND_PAGE_ROWS = 25;

/** A part of the rows in their order: after a row, and at most so many. */
type Part = { readonly sort: RowSort; readonly cursor: string | null; readonly limit: number };
// A time stays a column here: each engine keeps it in its own way.
type Figures = Readonly<Partial<Record<RowKey, SQLWrapper>>> & { readonly contracted: SQLWrapper };

/** The order of the rows, and which of them follow the cursor's; equals stand by their id, in the same direction. */
function orderOf({ sort, cursor }: Part, figures: Figures, id: PgColumn) {
  const figure = figures[sort.key] ?? figures.contracted;
  const [turn, beyond] = sort.isAscending ? [asc, gt] : [desc, lt];
  const place = readRowCursor(cursor, sort);
  return {
    by: [turn(figure), turn(id)],
    after: place ? or(beyond(figure, place.figure), and(eq(figure, place.figure), beyond(id, place.id))) : undefined,
  };
}

const ORDER_FIGURES: Figures = {
  contracted: orders.contractedAt,
  value: sql`${orders.contractCnyMinor} - ${orders.passThroughCnyMinor}`,
  weight: orders.grossWeightGrams,
};

async function ordersBehind(read: Reader, filter: BehindFilter, part: Part): Promise<BehindRow[]> {
  const order = orderOf(part, ORDER_FIGURES, orders.id);
  const rows = await read
    .select({
      id: orders.id,
      reference: orders.reference,
      title: orders.title,
      service: orders.service,
      hubId: orders.hubId,
      corridor: orders.corridor,
      originId: orders.originId,
      destinationId: orders.destinationId,
      mode: orders.mode,
      buyerName: organisations.nameLatin,
      contractedAt: orders.contractedAt,
      contractCnyMinor: orders.contractCnyMinor,
      passThroughCnyMinor: orders.passThroughCnyMinor,
      minor: orders.contractMinor,
      currency: orders.contractCurrency,
      weightGrams: orders.grossWeightGrams,
    })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.buyerOrganisationId))
    .where(and(ordersFound(read, filter), order.after))
    .orderBy(...order.by)
    .limit(part.limit);
  return rows.map(({ contractCnyMinor, ...row }) => ({
    ...row,
    valueCnyMinor: contractCnyMinor - row.passThroughCnyMinor,
    contractedAt: instant(row.contractedAt),
  }));
}

const DEAL_FIGURES: Figures = { contracted: deals.contractedAt, weight: deals.grossWeightGrams };

async function dealsBehind(read: Reader, filter: BehindFilter, part: Part): Promise<BehindRow[]> {
  const order = orderOf(part, DEAL_FIGURES, deals.id);
  const rows = await read
    .select({
      id: deals.id,
      reference: deals.reference,
      title: deals.title,
      hubId: deals.hubId,
      corridor: deals.corridor,
      originId: deals.originId,
      destinationId: deals.destinationId,
      mode: deals.mode,
      buyerName: organisations.nameLatin,
      contractedAt: deals.contractedAt,
      minor: deals.goodsValueMinor,
      currency: deals.goodsCurrency,
      weightGrams: deals.grossWeightGrams,
    })
    .from(deals)
    .innerJoin(organisations, eq(organisations.id, deals.buyerOrganisationId))
    .where(and(dealsFound(read, filter), order.after))
    .orderBy(...order.by)
    .limit(part.limit);
  return rows.map((row) => ({
    ...row,
    service: null,
    valueCnyMinor: null,
    passThroughCnyMinor: null,
    contractedAt: instant(row.contractedAt as Instant),
  }));
}

const readPart = (read: Reader, filter: BehindFilter, part: Part): Promise<BehindRow[]> =>
  filter.counted === "deals" ? dealsBehind(read, filter, part) : ordersBehind(read, filter, part);

const figureOf = (row: BehindRow, key: RowKey): number => {
  if (key === "contracted") return row.contractedAt;
  return key === "weight" ? row.weightGrams : Number(row.valueCnyMinor);
};

/** The orders or deals that a figure counts, the latest first where nothing else is asked; null to all but administrators. */
export async function rowsBehind(read: Reader, viewer: Actor, question: BehindQuestion): Promise<BehindPage | null> {
  if (!may(viewer, "traffic.read")) return null;
  const { cursor, sort = LATEST_FIRST, ...filter } = question;
  const found = await readPart(read, filter, { sort, cursor, limit: BEHIND_PAGE_ROWS + 1 });
  const rows = found.slice(0, BEHIND_PAGE_ROWS);
  const last = rows.at(-1);
  const hasMore = found.length > BEHIND_PAGE_ROWS && last !== undefined;
  const nextCursor = hasMore ? writeRowCursor(sort, { figure: figureOf(last, sort.key), id: last.id }) : null;
  return { rows, nextCursor };
}

/** As many rows as one file holds. */
export const EXPORT_ROWS_MAX = 20_000;

/** The rows behind a figure in their order, at most so many; null to all but administrators. */
export async function firstRowsBehind(
  read: Reader,
  viewer: Actor,
  { sort = LATEST_FIRST, limit, ...filter }: Omit<BehindQuestion, "cursor"> & { readonly limit: number },
): Promise<readonly BehindRow[] | null> {
  if (!may(viewer, "traffic.read")) return null;
  return readPart(read, filter, { sort, cursor: null, limit });
}

/** Rows of one hub, of all border hubs, of all others, or of all; of these what somebody looks for. */
export type BehindFilter = Pick<TrafficQuestion, "corridor" | "service" | "hasPayment"> & {
  readonly period: TrafficPeriod;
  readonly counted: "orders" | "deals";
  readonly hub: { readonly id: string } | "border" | "other" | "all";
  /** Null where nobody looks for anything. */
  readonly q?: string | null;
};

const WORDS_MAX = 8;

/** Whether there is a word in it to look for: signs alone ask for nothing. */
export const isQuestion = (text: string): boolean => searchTokens(text).length > 0;

const within = ({ from, to }: TrafficPeriod, at: PgColumn): SQL | undefined =>
  and(gte(at, startOfDay(from)), lt(at, startOfDay(addDays(to, 1))));

const escaped = (words: string): string => words.replace(/[\\%_]/g, (sign) => `\\${sign}`);

// Both engines fold the case of Latin letters alone.
const holds = (column: SQLWrapper, text: string): SQL =>
  sql`lower(${column}) like ${`%${escaped(text.toLowerCase())}%`} escape '\\'`;

const isBuyer = (text: string): SQL | undefined =>
  or(holds(organisations.nameLatin, text), holds(organisations.nameOwn, text));

/** The number or the buyer's name holds the text, or each of its words is one of the goods and places or in the buyer's name. */
function isFound(read: Reader, q: string, of: { readonly reference: PgColumn; readonly isOf: SQL }): SQL | undefined {
  const words = searchTokens(q).slice(0, WORDS_MAX);
  const isEach = words.map((word) => or(holdsBeginning(requests.searchText, word), isBuyer(word)));
  const asked = read
    .select({ id: requests.id })
    .from(requests)
    .where(and(of.isOf, ...isEach));
  return words.length === 0 ? undefined : or(holds(of.reference, q.trim()), isBuyer(q.trim()), exists(asked));
}

/** Orders that the filter finds, of a question that joins their buyers. */
export function ordersFound(read: Reader, filter: BehindFilter): SQL | undefined {
  const { period, hub, corridor, service, hasPayment, q } = filter;
  return and(
    within(period, orders.contractedAt),
    ne(orders.state, "cancelled"),
    typeof hub === "object" ? eq(orders.hubId, hub.id) : undefined,
    hub === "border" || hub === "other" ? eq(orders.isBorderHub, hub === "border") : undefined,
    corridor ? eq(orders.corridor, corridor) : undefined,
    service ? eq(orders.service, service) : hasPayment ? undefined : ne(orders.service, "payment"),
    q ? isFound(read, q, { reference: orders.reference, isOf: eq(requests.id, orders.requestId) }) : undefined,
  );
}

/** Deals that the filter finds, of a question that joins their buyers; they know no service. */
export function dealsFound(read: Reader, { period, hub, corridor, q }: BehindFilter): SQL | undefined {
  const ofGroup = read
    .select({ id: hubs.id })
    .from(hubs)
    .where(eq(hubs.isBorderHub, hub === "border"));
  return and(
    within(period, deals.contractedAt),
    typeof hub === "object" ? eq(deals.hubId, hub.id) : undefined,
    hub === "border" || hub === "other" ? inArray(deals.hubId, ofGroup) : undefined,
    corridor ? eq(deals.corridor, corridor) : undefined,
    q ? isFound(read, q, { reference: deals.reference, isOf: eq(requests.dealId, deals.id) }) : undefined,
  );
}

// Of no rows the sum is none; PostgreSQL says sums as text.
const total = <T>(column: PgColumn | SQL, read: (value: string | number) => T) =>
  sql<T>`coalesce(sum(${column}), 0)`.mapWith(read);

const isOf = ({ hub }: BehindFilter, row: TrafficRow): boolean => {
  if (typeof hub === "object") return row.hubId === hub.id;
  return hub === "all" || row.isBorderHub === (hub === "border");
};

/** From the same sums by month as the figure, whose cost does not grow with the orders. */
async function figureTotal(read: Reader, filter: BehindFilter, now: Instant): Promise<RowsTotal> {
  const { period, corridor, service, hasPayment } = filter;
  const question = { period, corridor, service, hasPayment, measure: "orders" } as const;
  const rows = (await readTraffic(read, question, dayOf(now))).filter((row) => isOf(filter, row));
  return {
    count: rows.reduce((all, row) => all + row.count, 0),
    valueCnyMinor: rows.reduce((all, row) => all + row.valueMinor, 0n),
    passThroughCnyMinor: rows.reduce((all, row) => all + row.passThroughMinor, 0n),
    weightGrams: rows.reduce((all, row) => all + row.weightGrams, 0),
  };
}

async function ordersTotal(read: Reader, filter: BehindFilter): Promise<RowsTotal | undefined> {
  const [found] = await read
    .select({
      count: count(),
      valueCnyMinor: total(sql`${orders.contractCnyMinor} - ${orders.passThroughCnyMinor}`, BigInt),
      passThroughCnyMinor: total(orders.passThroughCnyMinor, BigInt),
      weightGrams: total(orders.grossWeightGrams, Number),
    })
    .from(orders)
    .innerJoin(organisations, eq(organisations.id, orders.buyerOrganisationId))
    .where(ordersFound(read, filter));
  return found;
}

async function dealsTotal(read: Reader, filter: BehindFilter): Promise<RowsTotal | undefined> {
  const [found] = await read
    .select({ count: count(), weightGrams: total(deals.grossWeightGrams, Number) })
    .from(deals)
    .innerJoin(organisations, eq(organisations.id, deals.buyerOrganisationId))
    .where(dealsFound(read, filter));
  return found && { ...found, valueCnyMinor: null, passThroughCnyMinor: null };
}

/** What everything that the filter finds comes to, not the page alone; null to all but administrators. */
export async function rowsTotal(
  read: Reader,
  viewer: Actor,
  { now, ...filter }: BehindFilter & { readonly now: Instant },
): Promise<RowsTotal | null> {
  if (!may(viewer, "traffic.read")) return null;
  const asked =
    filter.counted === "deals"
      ? dealsTotal(read, filter)
      : filter.q
        ? ordersTotal(read, filter)
        : figureTotal(read, filter, now);
  return (await asked) ?? null;
}
