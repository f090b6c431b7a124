import "server-only";
import { and, asc, desc, eq, gt, lt, or, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/database";
import { organisations } from "@/db/schema/accounts";
import { deals } from "@/db/schema/deals";
import { orders } from "@/db/schema/orders";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { LATEST_FIRST, readRowCursor, type RowKey, type RowSort, writeRowCursor } from "@/domain/hubs/traffic-rows";
import { type Instant, instant } from "@/domain/shared/instant";
import type { BehindRow } from "@/views/traffic";
import { type BehindFilter, dealsFound, ordersFound } from "./traffic-rows-total";

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
