import {
  addDays,
  daysBetween,
  type LocalDate,
  type Month,
  monthOf,
  parseLocalDate,
  startOfDay,
} from "../shared/local-date";
import type { Instant } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

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

export const isSamePeriod = (a: TrafficPeriod, b: TrafficPeriod): boolean => a.from === b.from && a.to === b.to;

/** The days of a period that have come by `today`; of one that lies ahead all of them. */
export const daysThatCame = ({ from, to }: TrafficPeriod, today: LocalDate): TrafficPeriod => ({
  from,
  to: to < today || from > today ? to : today,
});

/** Days of one month that a period takes only in part. */
export type PartOfMonth = { readonly month: Month; readonly from: Instant; readonly before: Instant };

export type PeriodParts = {
  /** Taken whole from the summary; null where the period holds none. */
  readonly whole: { readonly first: Month; readonly last: Month } | null;
  /** Counted row by row: at most the first and the last month. */
  readonly partial: readonly PartOfMonth[];
};

/**
 * What of a period can be taken from sums by month, and which days must be counted. Nothing is contracted tomorrow, so a
 * period that ends today or later takes its last month whole. Months and days are the market's (Asia/Shanghai).
 */
export function partsOfPeriod({ from, to }: TrafficPeriod, today: LocalDate): PeriodParts {
  const [first, last] = [monthOf(from), monthOf(to)];
  const end = to >= today ? lastDayOf(last) : to;
  const startsWhole = from === firstDayOf(first);
  const endsWhole = end === lastDayOf(last);
  const part = (start: LocalDate, stop: LocalDate): PartOfMonth => ({
    month: monthOf(start),
    from: startOfDay(start),
    before: startOfDay(addDays(stop, 1)),
  });
  if (first === last && !(startsWhole && endsWhole)) return { whole: null, partial: [part(from, end)] };
  const partial: PartOfMonth[] = [];
  if (!startsWhole) partial.push(part(from, lastDayOf(first)));
  if (!endsWhole) partial.push(part(firstDayOf(last), end));
  const whole = { first: startsWhole ? first : addMonths(first, 1), last: endsWhole ? last : addMonths(last, -1) };
  return { whole: whole.first <= whole.last ? whole : null, partial };
}
