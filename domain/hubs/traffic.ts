import {
  addDays,
  daysBetween,
  type Instant,
  type LocalDate,
  type Month,
  monthOf,
  parseLocalDate,
} from "../shared/time";
import { startOfDay } from "../shared/zones";
import { accept, assert, type Refusal, refuse, type Result } from "../shared/result";
import type { Corridor } from "./corridor";
import { apportion, floor, ratio, round, shownBps } from "./share-ratio";

/** Days of the market's calendar, both included. */
export type TrafficPeriod = { readonly from: LocalDate; readonly to: LocalDate };

export type PeriodRefusal = Refusal<"period_malformed" | "period_backwards" | "period_too_long">;

/** Ten years: more than anybody compares, and a bound on what one question may read. */
export const PERIOD_MONTHS_MAX = 120;

const numberOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** The month so many months later; earlier where `months` is negative. */
export function addMonths(month: Month, months: number): Month {
  const number = numberOf(month) + months;
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}` as Month;
}

export const firstDayOf = (month: Month): LocalDate => `${month}-01` as LocalDate;

export const lastDayOf = (month: Month): LocalDate => addDays(firstDayOf(addMonths(month, 1)), -1);

/** All months from the first to the last, both included. */
export const monthsBetween = (first: Month, last: Month): Month[] =>
  Array.from({ length: Math.max(0, numberOf(last) - numberOf(first) + 1) }, (_, index) => addMonths(first, index));

function readEdge(text: string, ofMonth: (month: Month) => LocalDate): LocalDate | null {
  if (!/^\d{4}-\d{2}$/.test(text)) return parseLocalDate(text);
  const first = parseLocalDate(`${text}-01`);
  return first && ofMonth(monthOf(first));
}

/**
 * Reads a period from days (`2026-08-27`) or months (`2026-08`), which stand for all of their days. Refuses what is no
 * day or month, an end before the start, and more than 120 months.
 */
export function readPeriod(from: string, to: string): Result<TrafficPeriod, PeriodRefusal> {
  const [first, last] = [readEdge(from, firstDayOf), readEdge(to, lastDayOf)];
  if (!first || !last) return refuse("period_malformed");
  if (last < first) return refuse("period_backwards");
  const months = numberOf(monthOf(last)) - numberOf(monthOf(first)) + 1;
  return months > PERIOD_MONTHS_MAX
    ? refuse("period_too_long", { months: PERIOD_MONTHS_MAX })
    : accept({ from: first, to: last });
}

/** The days up to and including `to`, as many as asked. */
export const lastDays = (days: number, to: LocalDate): TrafficPeriod => ({ from: addDays(to, 1 - days), to });

/** The period of equal length right before: whole months before whole months, else the same number of days. */
export function periodBefore({ from, to }: TrafficPeriod): TrafficPeriod {
  const before = addDays(from, -1);
  const [first, last] = [monthOf(from), monthOf(to)];
  if (from !== firstDayOf(first) || to !== lastDayOf(last)) return lastDays(daysBetween(from, to) + 1, before);
  return { from: firstDayOf(addMonths(first, numberOf(first) - numberOf(last) - 1)), to: before };
}

/** The same days a year earlier: whole months stay whole, and the 29th of February is the 28th there. */
export function yearBefore({ from, to }: TrafficPeriod): TrafficPeriod {
  const earlier = (day: LocalDate): LocalDate => {
    const month = addMonths(monthOf(day), -12);
    return parseLocalDate(`${month}${day.slice(7)}`) ?? lastDayOf(month);
  };
  const isWhole = from === firstDayOf(monthOf(from)) && to === lastDayOf(monthOf(to));
  return { from: earlier(from), to: isWhole ? lastDayOf(monthOf(earlier(to))) : earlier(to) };
}

/** The twelve months that end on a day: from the day after the same one a year earlier. */
export const yearTo = (to: LocalDate): TrafficPeriod => ({ from: addDays(yearBefore({ from: to, to }).to, 1), to });

export const isSamePeriod = (a: TrafficPeriod, b: TrafficPeriod): boolean => a.from === b.from && a.to === b.to;

/** The days of a period that have come by `today`; of one that lies ahead all of them. */
export const daysThatCame = ({ from, to }: TrafficPeriod, today: LocalDate): TrafficPeriod => ({
  from,
  to: to < today || from > today ? to : today,
});

/** Days of one month, to be counted row by row. */
export type PartOfMonth = { readonly month: Month; readonly from: Instant; readonly before: Instant };

export type PeriodParts = {
  /** Taken from the summary; null where the period holds none. */
  readonly whole: { readonly first: Month; readonly last: Month } | null;
  /** Days of months that are not among the whole ones. */
  readonly counted: readonly PartOfMonth[];
  /** Days of the whole months that are none of the period's: to be taken off again. */
  readonly leftOut: readonly PartOfMonth[];
};

function partOf(from: LocalDate, to: LocalDate): PartOfMonth[] {
  if (from > to) return [];
  return [{ month: monthOf(from), from: startOfDay(from), before: startOfDay(addDays(to, 1)) }];
}

/** The days of one month: themselves, or the month without its others, whichever are fewer to count. */
function partsOfMonth(from: LocalDate, to: LocalDate): Omit<PeriodParts, "whole"> & { readonly isWhole: boolean } {
  const [first, last] = [firstDayOf(monthOf(from)), lastDayOf(monthOf(from))];
  const others = daysBetween(first, from) + daysBetween(to, last);
  if (others > daysBetween(from, to)) return { isWhole: false, counted: partOf(from, to), leftOut: [] };
  const leftOut = [...partOf(first, addDays(from, -1)), ...partOf(addDays(to, 1), last)];
  return { isWhole: true, counted: [], leftOut };
}

/**
 * What of a period can be taken from sums by month, and which days must be counted, to be added or taken off: of its first and its last month, and
 * never more than half of one. Nothing is contracted tomorrow, so a period that ends today or later has its last month to the end. Months and days
 * are the market's (Asia/Shanghai).
 */
export function partsOfPeriod({ from, to }: TrafficPeriod, today: LocalDate): PeriodParts {
  const [first, last] = [monthOf(from), monthOf(to)];
  const end = to >= today ? lastDayOf(last) : to;
  if (first === last) {
    const { isWhole, ...parts } = partsOfMonth(from, end);
    return { ...parts, whole: isWhole ? { first, last } : null };
  }
  const [opening, closing] = [partsOfMonth(from, lastDayOf(first)), partsOfMonth(firstDayOf(last), end)];
  const whole = {
    first: opening.isWhole ? first : addMonths(first, 1),
    last: closing.isWhole ? last : addMonths(last, -1),
  };
  return {
    whole: whole.first <= whole.last ? whole : null,
    counted: [...opening.counted, ...closing.counted],
    leftOut: [...opening.leftOut, ...closing.leftOut],
  };
}

export const TRAFFIC_MEASURES = ["orders", "deals", "value", "weight"] as const;
export type TrafficMeasure = (typeof TRAFFIC_MEASURES)[number];

/**
 * Traffic of one hub in one month, corridor and service. Orders count from `contractedAt` on, cancelled ones out; a deal
 * counts once, by its first effective award. `count` is orders, or deals where the rows were counted for that measure.
 */
export type TrafficRow = {
  readonly month: Month;
  readonly hubId: string;
  readonly isBorderHub: boolean;
  readonly corridor: Corridor;
  readonly service: string;
  readonly count: number;
  /** What providers charge for their own work, in fen (CNY) at the rate of the day of `contractedAt`. */
  readonly valueMinor: bigint;
  /** What they pay for buyers at cost, duty, tax and state fees among it: in the same fen, and no part of the value. */
  readonly passThroughMinor: bigint;
  readonly weightGrams: number;
};

/** Traffic of one hub in one month, all corridors and services taken together: all that a share needs. */
export type HubTraffic = Omit<TrafficRow, "corridor" | "service">;

/** Sums without what of them is left out, to the unit; a row of which nothing is left is none. The key says what is added up on one row. */
export function withoutRows<Row extends HubTraffic>(
  rows: readonly Row[],
  leftOut: readonly TrafficRow[],
  keyOf: (row: Row | TrafficRow) => string,
): Row[] {
  const byKey = Map.groupBy(leftOut, keyOf);
  return rows.flatMap((row) => {
    const left = { ...row };
    for (const out of byKey.get(keyOf(row)) ?? [])
      Object.assign(left, {
        count: left.count - out.count,
        valueMinor: left.valueMinor - out.valueMinor,
        passThroughMinor: left.passThroughMinor - out.passThroughMinor,
        weightGrams: left.weightGrams - out.weightGrams,
      });
    return left.count > 0 ? [left] : [];
  });
}

/** The line that the joint share of border hubs is held against: 40 percent. */
export const BORDER_SHARE_LINE_BPS = 4_000;

const BPS_IN_WHOLE = 10_000n;

/** One hub in one period; `shareBps` is its part of the whole of that period. */
export type HubShare = {
  readonly hubId: string;
  readonly isBorderHub: boolean;
  readonly count: number;
  readonly valueMinor: bigint;
  readonly passThroughMinor: bigint;
  readonly weightGrams: number;
  readonly shareBps: number;
  /** The same to a tenth of a percent by its own amounts alone, as every page shows it. */
  readonly shownBps: number;
};

/** How far from the line, in units of the measure (orders, deals, fen, grams), the whole staying what it is. */
export type LineDistance = { readonly isReached: boolean; readonly spare: bigint; readonly missing: bigint };

export type PeriodShare = {
  /** Null where the rows are taken together. */
  readonly period: Month | null;
  readonly wholeAmount: bigint;
  readonly borderAmount: bigint;
  /** Null where nothing was counted: a share of nothing is no share. */
  readonly borderHubShareBps: number | null;
  /** The same to a tenth of a percent, rounded from the amounts. */
  readonly shownBps: number | null;
  readonly line: LineDistance;
  /** The largest by the measure first, equals by id; the border hubs' shares sum to the joint share, all hubs' to 10,000. */
  readonly hubs: readonly HubShare[];
};

/** What a row adds to the measure. */
export function amountOf(
  row: Pick<TrafficRow, "count" | "valueMinor" | "weightGrams">,
  measure: TrafficMeasure,
): bigint {
  if (measure === "value") return row.valueMinor;
  return BigInt(measure === "weight" ? row.weightGrams : row.count);
}

/** Distance to the line, exact: 39.999 percent has not reached 40. */
export function lineDistance(border: bigint, whole: bigint, lineBps: number = BORDER_SHARE_LINE_BPS): LineDistance {
  const needed = -floor(ratio(-whole * BigInt(lineBps), 10_000n));
  const ahead = border - needed;
  return { isReached: ahead >= 0n, spare: ahead > 0n ? ahead : 0n, missing: ahead < 0n ? -ahead : 0n };
}

/**
 * The share of each hub and of all border hubs together, in basis points of all traffic with a hub, by month or in total.
 * The joint share is rounded, half up; hubs' shares in basis points are apportioned to it by largest remainder, so that their differences
 * sum to its own, and each is within one basis point of its exact value. What pages show (`shownBps`) is rounded by itself. Whether the line is reached is judged by the amounts.
 */
export function shareOf(
  rows: readonly HubTraffic[],
  measure: TrafficMeasure,
  options: { by: "month" | "total"; lineBps?: number },
): PeriodShare[] {
  if (options.by === "total") return [periodShare(null, rows, { measure, ...options })];
  const months = [...new Set(rows.map((row) => row.month))].sort();
  return months.map((month) => {
    const ofMonth = rows.filter((row) => row.month === month);
    return periodShare(month, ofMonth, { measure, ...options });
  });
}

type Counting = { readonly measure: TrafficMeasure; readonly lineBps?: number };

function periodShare(period: Month | null, rows: readonly HubTraffic[], { measure, lineBps }: Counting): PeriodShare {
  const sums = hubSums(rows);
  const amounts = sums.map((hub) => amountOf(hub, measure));
  assert(
    amounts.every((amount) => amount >= 0n),
    "traffic is never negative",
  );
  const total = (isCounted: (hub: HubSum) => boolean) =>
    sums.reduce((all, hub, index) => (isCounted(hub) ? all + (amounts[index] as bigint) : all), 0n);
  const whole = total(() => true);
  const border = total((hub) => hub.isBorderHub);
  const exact = sharesIn(sums, { measure, whole, border });
  return {
    period,
    wholeAmount: whole,
    borderAmount: border,
    borderHubShareBps: whole === 0n ? null : exact.joint,
    shownBps: whole === 0n ? null : shownBps(border, whole),
    line: lineDistance(border, whole, lineBps),
    hubs: sums
      .map((hub) => ({
        ...hub,
        shareBps: exact.ofHub.get(hub.hubId) ?? 0,
        shownBps: shownBps(amountOf(hub, measure), whole),
      }))
      .sort((a, b) => Number(amountOf(b, measure) - amountOf(a, measure)) || (a.hubId < b.hubId ? -1 : 1)),
  };
}

type Shares = { readonly joint: number; readonly ofHub: ReadonlyMap<string, number> };
type Dividing = {
  readonly measure: TrafficMeasure;
  readonly whole: bigint;
  readonly border: bigint;
};

/** The joint share of border hubs in basis points, and each hub's part: border hubs' sum to the joint one, the others' to the rest. */
function sharesIn(sums: readonly HubSum[], { measure, whole, border }: Dividing): Shares {
  const joint = whole === 0n ? 0n : round(ratio(border * BPS_IN_WHOLE, whole));
  const ofHub = new Map<string, number>();
  for (const [isBorder, total] of [
    [true, joint] as const,
    [false, whole === 0n ? 0n : BPS_IN_WHOLE - joint] as const,
  ]) {
    const group = sums.filter((hub) => hub.isBorderHub === isBorder);
    const parts = group.map((hub) => ratio(amountOf(hub, measure) * BPS_IN_WHOLE, whole || 1n));
    apportion(parts, total).forEach((share, index) => ofHub.set((group[index] as HubSum).hubId, Number(share)));
  }
  return { joint: Number(joint), ofHub };
}

type HubSum = Omit<HubShare, "shareBps" | "shownBps">;

function hubSums(rows: readonly HubTraffic[]): HubSum[] {
  const byHub = new Map<string, HubSum>();
  for (const { hubId, isBorderHub, count, valueMinor, passThroughMinor, weightGrams } of rows) {
    const none = { count: 0, valueMinor: 0n, passThroughMinor: 0n, weightGrams: 0 };
    const sum = byHub.get(hubId) ?? { hubId, isBorderHub, ...none };
    assert(sum.isBorderHub === isBorderHub, `hub ${hubId} is a border hub in all rows or in none`);
    byHub.set(hubId, {
      ...sum,
      count: sum.count + count,
      valueMinor: sum.valueMinor + valueMinor,
      passThroughMinor: sum.passThroughMinor + passThroughMinor,
      weightGrams: sum.weightGrams + weightGrams,
    });
  }
  return [...byHub.values()].sort((a, b) => (a.hubId < b.hubId ? -1 : 1));
}
