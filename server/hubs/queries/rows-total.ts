import "server-only";
import { count, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/database";
import { organisations } from "@/db/schema/accounts";
import { deals } from "@/db/schema/deals";
import { orders } from "@/db/schema/orders";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { TrafficRow } from "@/domain/hubs/traffic";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";
import { readTraffic } from "./traffic";
import { type BehindFilter, dealsFound, ordersFound } from "./rows-filter";

/** What all rows behind a figure come to; deals have no value of their own. */
export type RowsTotal = {
  readonly count: number;
  readonly valueCnyMinor: bigint | null;
  readonly passThroughCnyMinor: bigint | null;
  readonly weightGrams: number;
};

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
