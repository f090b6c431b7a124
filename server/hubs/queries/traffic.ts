import "server-only";
import type { Reader } from "@/db/database";
import { countedRows, rowsOfDays, summaryByHub, summaryRows, type TrafficFilter } from "@/db/repositories/traffic";
import { type Actor, may } from "@/domain/access/policy";
import type { Corridor } from "@/domain/hubs/corridor";
import {
  addMonths,
  daysThatCame,
  firstDayOf,
  type HubTraffic,
  lastDayOf,
  monthsBetween,
  partsOfPeriod,
  lastDays,
  periodBefore,
  type PeriodRefusal,
  type PeriodShare,
  readPeriod,
  shareOf,
  type TrafficMeasure,
  type TrafficPeriod,
  type TrafficRow,
  withoutRows,
} from "@/domain/hubs/traffic";
import { BASE_CURRENCY } from "@/domain/shared/exchange-rate";
import { money } from "@/domain/shared/money";
import type { Service } from "@/domain/shared/vocabulary";
import { addDays, dayOf, type Instant, type LocalDate, type Month, monthOf } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import type { Discrepancy, Recount, TrafficFlow, TrafficFlows, TrafficReview, TrafficShare } from "@/views/traffic";
import { referenceData } from "./network";
import "server-only";
import { changeByHub, splitChange } from "@/domain/hubs/share-change";
import { sumsBy } from "@/domain/hubs/traffic-figures";
import "server-only";
import { and, count, desc, eq, gte, lt, ne } from "drizzle-orm";
import { deals } from "@/db/schema/deals";
import { orders } from "@/db/schema/orders";
import { planWays } from "@/domain/hubs/plan-ways";
import { keptByQuestion } from "../../platform/process/kept-for";

/** What the share is asked of. A service narrows orders, value and weight; deals have none. */
export type TrafficQuestion = {
  readonly period: TrafficPeriod;
  readonly measure: TrafficMeasure;
  readonly corridor: Corridor | null;
  readonly service: Service | null;
  readonly hasPayment: boolean;
  /** What the period is compared with: the one of equal length before it where nothing is said. */
  readonly comparison?: TrafficPeriod;
};

/** Sums by month as they are kept, and what of traffic stands on one row of them. */
type Summary<Row> = {
  readonly rows: (read: Reader, months: { first: Month; last: Month }, filter: TrafficFilter) => Promise<Row[]>;
  readonly keyOf: (row: Row | TrafficRow) => string;
};

const EACH: Summary<TrafficRow> = {
  rows: summaryRows,
  keyOf: ({ month, hubId, corridor, service }) => [month, hubId, corridor, service].join(" "),
};
const BY_HUB: Summary<HubTraffic> = { rows: summaryByHub, keyOf: ({ month, hubId }) => `${month} ${hubId}` };

/** The same of several periods that lie within these months, read once for them all: they are asked with one filter. */
function readOnce(within: { readonly first: Month; readonly last: Month }): Summary<TrafficRow> {
  const known = new Map<TrafficFilter["counted"], Promise<TrafficRow[]>>();
  return {
    ...EACH,
    async rows(read, { first, last }, filter) {
      const all = known.get(filter.counted) ?? summaryRows(read, within, filter);
      known.set(filter.counted, all);
      return (await all).filter(({ month }) => month >= first && month <= last);
    },
  };
}

type Asked<Row> = { readonly question: TrafficQuestion; readonly today: LocalDate; readonly summary: Summary<Row> };

async function rowsOf<Row extends HubTraffic>(
  read: Reader,
  { question, today, summary }: Asked<Row>,
  filter: TrafficFilter,
): Promise<Row[]> {
  const { whole, counted, leftOut } = partsOfPeriod(question.period, today);
  const rows = whole ? await summary.rows(read, whole, filter) : [];
  const without: TrafficRow[] = [];
  for (const part of leftOut) without.push(...(await rowsOfDays(read, part, filter)));
  const found = without.length > 0 ? withoutRows(rows, without, summary.keyOf) : rows;
  // Sums by day say more than a summary by hub, never less.
  for (const part of counted) found.push(...((await rowsOfDays(read, part, filter)) as unknown as Row[]));
  return found;
}

async function traffic<Row extends HubTraffic>(read: Reader, asked: Asked<Row>): Promise<Row[]> {
  const { measure, corridor, service, hasPayment } = asked.question;
  const narrow = { corridor, service, hasPayment };
  if (measure !== "deals") return rowsOf(read, asked, { ...narrow, counted: "orders" });
  const ofDeals = { ...narrow, service: null, hasPayment: true };
  const deals = await rowsOf(read, asked, { ...ofDeals, counted: "deals" });
  const orders = await rowsOf(read, asked, { ...ofDeals, counted: "orders" });
  return [...deals, ...orders.map((row) => ({ ...row, count: 0 }))];
}

/**
 * Traffic of a period: whole months from the sums by month, whose size does not grow with orders; of a month that is asked for in part its days from
 * the sums by day, or its other days taken off, whichever are fewer. Where deals are counted, value and weight are those of their orders.
 */
export const readTraffic = (read: Reader, question: TrafficQuestion, today: LocalDate): Promise<TrafficRow[]> =>
  traffic(read, { question, today, summary: EACH });

export type TrafficShareQuestion = {
  /** Days or months, both included. */
  readonly from: string;
  readonly to: string;
  readonly measure: TrafficMeasure;
  readonly by: "month" | "total";
  readonly corridor?: Corridor | null;
  readonly service?: Service | null;
  readonly hasPayment?: boolean;
  readonly now: Instant;
};

/** The share of each hub by month or in total. For administrators; to others it is not there. */
export async function trafficShare(
  read: Reader,
  viewer: Actor,
  question: TrafficShareQuestion,
): Promise<Result<TrafficShare, PeriodRefusal | Refusal<"not_found">>> {
  if (!may(viewer, "traffic.read")) return refuse("not_found");
  const { measure, by, corridor = null, service = null, hasPayment = true } = question;
  const period = readPeriod(question.from, question.to);
  if (!period.ok) return period;
  const { from, to } = period.value;
  const asked = { period: period.value, measure, corridor, service, hasPayment };
  const rows = await traffic(read, { question: asked, today: dayOf(question.now), summary: BY_HUB });
  const { hubs } = await referenceData(read);
  const shares = shareOf(rows, measure, { by });
  return accept({
    measure,
    from,
    to,
    borderHubShareBps: shareOf(rows, measure, { by: "total" })[0]?.borderHubShareBps ?? null,
    rows: shares.flatMap((share) =>
      share.hubs.map(({ valueMinor, passThroughMinor, hubId, shownBps: _, ...hub }) => ({
        period: share.period ?? `${from}/${to}`,
        hubId,
        hubName: hubs.get(hubId)?.nameEn ?? hubId,
        ...hub,
        value: money(valueMinor, BASE_CURRENCY),
        passThrough: money(passThroughMinor, BASE_CURRENCY),
      })),
    ),
  });
}

const MONTHS_SHOWN = 12;

async function reviewOf(read: Reader, question: TrafficQuestion, now: Instant): Promise<TrafficReview> {
  const { period, measure } = question;
  const today = dayOf(now);
  const before = question.comparison ?? periodBefore(period);
  const last = monthOf(period.to);
  const first = addMonths(last, 1 - MONTHS_SHOWN);
  // Always of whole months: a chart of the share does not change its points with the day of the question.
  const shown = { from: firstDayOf(first), to: lastDayOf(last) };
  const months = [first, last, monthOf(period.from), monthOf(before.from), monthOf(before.to)].sort();
  const summary = readOnce({ first: months[0] as Month, last: months.at(-1) as Month });
  const rowsIn = (days: TrafficPeriod) => traffic(read, { question: { ...question, period: days }, today, summary });
  const start = performance.now();
  const rows = await rowsIn(period);
  const pastRows = await rowsIn(before);
  const monthRows = await rowsIn(shown);
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

const ALL = { corridor: null, service: null, hasPayment: true };

const HOME_DAYS = 90;

/** The joint share of the border hubs by orders over the last 90 days, today among them; null to all but administrators. */
export async function borderShareOfLate(read: Reader, viewer: Actor, now: Instant) {
  if (!may(viewer, "traffic.read")) return null;
  const today = dayOf(now);
  const period = lastDays(HOME_DAYS, today);
  const rows = await traffic(read, { question: { ...ALL, period, measure: "orders" }, today, summary: BY_HUB });
  return { period, share: shareOf(rows, "orders", { by: "total" })[0] as PeriodShare };
}

/** Reads and reckons the review; null to all but administrators. */
export const trafficReview = async (
  read: Reader,
  viewer: Actor,
  question: TrafficQuestion,
  now: Instant,
): Promise<TrafficReview | null> => (may(viewer, "traffic.read") ? reviewOf(read, question, now) : null);

const isEqual = (a: TrafficRow | undefined, b: TrafficRow | undefined): boolean =>
  a?.count === b?.count &&
  a?.valueMinor === b?.valueMinor &&
  a?.passThroughMinor === b?.passThroughMinor &&
  a?.weightGrams === b?.weightGrams;

async function compareMonth(read: Reader, month: Month, counted: TrafficFilter["counted"]) {
  const filter = { ...ALL, counted };
  const kept = await summaryRows(read, { first: month, last: month }, filter);
  const part = { month, from: startOfDay(firstDayOf(month)), before: startOfDay(addDays(lastDayOf(month), 1)) };
  const recounted = await countedRows(read, part, filter);
  const byDays = new Map((await rowsOfDays(read, part, filter)).map((row) => [EACH.keyOf(row), row]));
  const bySummary = new Map(kept.map((row) => [EACH.keyOf(row), row]));
  const byRows = new Map(recounted.map((row) => [EACH.keyOf(row), row]));
  const discrepancies: Discrepancy[] = [];
  for (const key of new Set([...bySummary.keys(), ...byDays.keys(), ...byRows.keys()])) {
    const counts = byRows.get(key);
    // What is wrong by month is shown, else what the days of the month come to.
    const summary = isEqual(bySummary.get(key), counts) ? byDays.get(key) : bySummary.get(key);
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

// A map is a picture: so many of the latest orders, and so many lines, show where goods go at a cost that stays level.
const ORDERS_MAX = 2_000;
const LINES_MAX = 70;

export type FlowFilter = Pick<TrafficQuestion, "period" | "corridor" | "service" | "hasPayment"> & {
  readonly hubId: string | null;
};

/** The month decides on waits, which a line on a map does not show. */
const ANY_MONTH = 1;

async function flowsOf(read: Reader, of: FlowFilter): Promise<TrafficFlows> {
  const { network, places } = await referenceData(read);
  const latest = read
    .select({
      ...{ hubId: orders.hubId, isBorderHub: orders.isBorderHub, mode: orders.mode, inlandMode: deals.inlandMode },
      ...{ originId: orders.originId, destinationId: orders.destinationId },
    })
    .from(orders)
    .innerJoin(deals, eq(deals.id, orders.dealId))
    .where(
      and(
        gte(orders.contractedAt, startOfDay(of.period.from)),
        lt(orders.contractedAt, startOfDay(addDays(of.period.to, 1))),
        ne(orders.state, "cancelled"),
        of.hubId ? eq(orders.hubId, of.hubId) : undefined,
        of.corridor ? eq(orders.corridor, of.corridor) : undefined,
        of.service ? eq(orders.service, of.service) : of.hasPayment ? undefined : ne(orders.service, "payment"),
      ),
    )
    .orderBy(desc(orders.contractedAt), desc(orders.id))
    .limit(ORDERS_MAX)
    .as("latest");
  const { hubId, isBorderHub, mode, inlandMode, originId, destinationId } = latest;
  const route = { hubId, isBorderHub, mode, inlandMode, originId, destinationId };
  // Counted in the database: a hundred routes come of two thousand orders.
  const lines = await read
    .select({ ...route, count: count() })
    .from(latest)
    .groupBy(...Object.values(route));
  const taken = lines.reduce((all, line) => all + line.count, 0);
  const keyOf = (line: (typeof lines)[number]) => [line.originId, line.destinationId, line.hubId, line.mode].join(" ");
  const ranked = lines.sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1));
  const flows = ranked
    .slice(0, LINES_MAX)
    .flatMap(({ originId, destinationId, mode, inlandMode, ...line }): TrafficFlow[] => {
      const ends = { originId, destinationId, mode, inlandMode };
      const ways = planWays(network, { ...ends, hubId: line.hubId, month: ANY_MONTH, k: 1 });
      const way = ways.ok ? ways.value[0] : undefined;
      return way ? [{ ...line, way: { legs: way.legs } }] : [];
    });
  return { flows, orders: taken, isLatestOnly: taken === ORDERS_MAX, places };
}

/** The ways of the period's latest orders, through one hub or all; null to all but administrators. */
export const trafficFlows = async (read: Reader, viewer: Actor, of: FlowFilter): Promise<TrafficFlows | null> =>
  may(viewer, "traffic.read") ? flowsOf(read, of) : null;

/** The review with its map, as of one moment. */
export type MappedReview = { readonly review: TrafficReview; readonly map: TrafficFlows; readonly at: Instant };

const KEPT_MS = 5_000;
const KEPT_MAX = 50;

const keptReview = keptByQuestion(
  "traffic review",
  { ms: KEPT_MS, max: KEPT_MAX },
  async (read, question: TrafficQuestion, now): Promise<MappedReview> => ({
    review: await reviewOf(read, question, now),
    map: await flowsOf(read, { ...question, hubId: null }),
    at: now,
  }),
);

/** The review with its map, five seconds old at most and the same for all who ask alike meanwhile; null to all but administrators. */
export const recentReview = async (
  read: Reader,
  viewer: Actor,
  question: TrafficQuestion,
  now: Instant,
): Promise<MappedReview | null> => (may(viewer, "traffic.read") ? keptReview(read, question, now) : null);
