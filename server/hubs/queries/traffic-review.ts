import "server-only";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { changeByHub, splitChange } from "@/domain/hubs/share-change";
import { sumsBy } from "@/domain/hubs/traffic-figures";
import { type PeriodShare, type TrafficRow, shareOf } from "@/domain/hubs/traffic";
import {
  type TrafficPeriod,
  addMonths,
  daysThatCame,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  periodBefore,
} from "@/domain/hubs/traffic-period";
import type { Instant } from "@/domain/shared/instant";
import { type Month, addDays, dayOf, monthOf, startOfDay } from "@/domain/shared/local-date";
import type { Discrepancy, Recount, TrafficReview } from "@/views/traffic";
import { referenceData } from "./network";
import { type TrafficQuestion, readTraffic } from "./traffic";
import { type TrafficFilter, countedRows, summaryRows } from "@/db/repositories/traffic";

const MONTHS_SHOWN = 12;

/** Reads and reckons the review; null to all but administrators. */
export async function trafficReview(
  read: Reader,
  viewer: Actor,
  question: TrafficQuestion,
  now: Instant,
): Promise<TrafficReview | null> {
  if (!may(viewer, "traffic.read")) return null;
  const { period, measure } = question;
  const today = dayOf(now);
  const before = question.comparison ?? periodBefore(period);
  const last = monthOf(period.to);
  const first = addMonths(last, 1 - MONTHS_SHOWN);
  const start = performance.now();
  const rows = await readTraffic(read, question, today);
  const pastRows = await readTraffic(read, { ...question, period: before }, today);
  // Always of whole months: a chart of the share does not change its points with the day of the question.
  const shown = { from: firstDayOf(first), to: lastDayOf(last) };
  const monthRows = await readTraffic(read, { ...question, period: shown }, today);
  const readMs = performance.now() - start;
  const byMonth = new Map(shareOf(monthRows, measure, { by: "month" }).map((share) => [share.period, share]));
  const total = (some: typeof rows) => shareOf(some, measure, { by: "total" })[0] as PeriodShare;
  return {
    measure,
    period: daysThatCame(period, today),
    before,
    now: total(rows),
    past: total(pastRows),
    months: monthsBetween(first, last).map((month) => ({ month, share: byMonth.get(month) ?? null })),
    isRunning: last >= monthOf(today),
    byHub: changeByHub(pastRows, rows, measure),
    split: splitChange(pastRows, rows, measure),
    corridors: sumsBy(rows, measure, (row) => row.corridor),
    services: measure === "deals" ? [] : sumsBy(rows, measure, (row) => row.service),
    allCorridors: [...new Set(monthRows.map((row) => row.corridor as string))].sort(),
    corridorsOfHub: (hubId) =>
      sumsBy(
        rows.filter((row) => row.hubId === hubId),
        measure,
        (row) => row.corridor,
      ),
    hubs: (await referenceData(read)).hubs,
    readMs,
  };
}

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
