import "server-only";
import type { Reader } from "@/db/database";
import { countedRows, summaryRows, type TrafficFilter } from "@/db/repositories/traffic";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { TrafficRow } from "@/domain/hubs/traffic";
import { firstDayOf, lastDayOf, monthsBetween, type TrafficPeriod } from "@/domain/hubs/traffic-period";
import { addDays, type Month, monthOf, startOfDay } from "@/domain/shared/local-date";

/** Where the summary says other than the orders: what each of them says of one hub, corridor and service. */
export type Discrepancy = {
  readonly month: Month;
  readonly hubId: string;
  readonly corridor: string;
  readonly service: string;
  readonly summaryCount: number;
  readonly recount: number;
};

export type Recount = {
  readonly first: Month;
  readonly last: Month;
  readonly orders: number;
  readonly deals: number;
  readonly discrepancies: readonly Discrepancy[];
  readonly runMs: number;
};

const keyOf = (row: TrafficRow): string => [row.hubId, row.corridor, row.service].join(" ");

const isEqual = (a: TrafficRow | undefined, b: TrafficRow | undefined): boolean =>
  a?.count === b?.count &&
  a?.valueMinor === b?.valueMinor &&
  a?.passThroughMinor === b?.passThroughMinor &&
  a?.weightGrams === b?.weightGrams;

const ALL = { corridor: null, service: null, hasPayment: true };

async function compareMonth(read: Reader, month: Month, counted: TrafficFilter["counted"]) {
  const filter = { ...ALL, counted };
  const kept = await summaryRows(read, { first: month, last: month }, filter);
  const part = { month, from: startOfDay(firstDayOf(month)), before: startOfDay(addDays(lastDayOf(month), 1)) };
  const recounted = await countedRows(read, part, filter);
  const bySummary = new Map(kept.map((row) => [keyOf(row), row]));
  const byRows = new Map(recounted.map((row) => [keyOf(row), row]));
  const discrepancies: Discrepancy[] = [];
  for (const key of new Set([...bySummary.keys(), ...byRows.keys()])) {
    const [summary, counts] = [bySummary.get(key), byRows.get(key)];
    const any = (summary ?? counts) as TrafficRow;
    const { hubId, corridor, service } = any;
    if (!isEqual(summary, counts))
      discrepancies.push({
        month,
        hubId,
        corridor,
        service,
        summaryCount: summary?.count ?? 0,
        recount: counts?.count ?? 0,
      });
  }
  return { count: recounted.reduce((all, row) => all + row.count, 0), discrepancies };
}

/**
 * The sum check: every order and deal of the period's months counted anew and held against the summary, to the unit. Its
 * cost grows with the orders, so it runs when it is asked for. Null to all but administrators.
 */
export async function recountTraffic(read: Reader, viewer: Actor, period: TrafficPeriod): Promise<Recount | null> {
  if (!may(viewer, "traffic.read")) return null;
  const [first, last] = [monthOf(period.from), monthOf(period.to)];
  const start = performance.now();
  const counts = { orders: 0, deals: 0 };
  const discrepancies: Discrepancy[] = [];
  for (const month of monthsBetween(first, last)) {
    for (const counted of ["orders", "deals"] as const) {
      const compared = await compareMonth(read, month, counted);
      counts[counted] += compared.count;
      discrepancies.push(...compared.discrepancies);
    }
  }
  return { first, last, ...counts, discrepancies, runMs: performance.now() - start };
}
