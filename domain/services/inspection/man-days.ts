import { assert } from "@/domain/shared/result";
import type { LocalDate } from "@/domain/shared/time";

// How long an inspection takes, and how many man-days that is. No standard says such figures: all are planning figures of ours.

/** To open, count and draw the cartons, and for packing, photos and the talk at the end. */
export const FIXED_MINUTES = 105;
/** One look, reading or trial on one unit. Bulk fasteners and fruit need one a unit, garments, shoes and toys three, small electrics six. */
export const MINUTES_PER_CHECK = 0.5;
/** However much is checked on a unit: what a machine takes. */
export const MINUTES_PER_UNIT_MAX = 6;
/** A named test, on whatever sample: setting up counts for more than the pieces. */
export const MINUTES_PER_TEST = 10;
export const MINUTES_PER_MAN_DAY = 480;
const CONTAINERS_PER_DAY = 2;

const HALF_MILLI = 500;
const WHOLE_MILLI = 1000;

/** Minutes for all checks on one unit. */
export const minutesPerUnit = (checks: number): number => Math.min(MINUTES_PER_UNIT_MAX, checks * MINUTES_PER_CHECK);

/** What one visit looks at: units with so many checks on each, checks on samples of their own, and named tests. */
export type SiteWork = {
  readonly units: number;
  readonly checksPerUnit: number;
  readonly ownChecks?: number;
  readonly tests: number;
};

/** Minutes of one inspector on site, whole ones: the fixed ones, then each unit, each check on a sample of its own and each named test. */
export function minutesOnSite({ units, checksPerUnit, ownChecks = 0, tests }: SiteWork): number {
  assert(units >= 0 && checksPerUnit >= 0 && ownChecks >= 0 && tests >= 0, "work on site is not negative");
  const checked = units * minutesPerUnit(checksPerUnit) + ownChecks * MINUTES_PER_CHECK;
  return Math.ceil(FIXED_MINUTES + checked + tests * MINUTES_PER_TEST);
}

const atLeastOne = (minutes: number, stepMilli: number): number =>
  Math.max(WHOLE_MILLI, Math.ceil((minutes / MINUTES_PER_MAN_DAY) * (WHOLE_MILLI / stepMilli)) * stepMilli);

/** Thousandths of a man-day: 480 minutes each, rounded up to the half, and one at least, since nobody is sent for less than a day. */
export const manDaysMilliForMinutes = (minutes: number): number => atLeastOne(minutes, HALF_MILLI);

/** Sorting is done by several inspectors side by side, each for whole days. */
export const manDaysMilliForSorting = (minutes: number): number => atLeastOne(minutes, WHOLE_MILLI);

/** One man-day for two containers that are loaded at the same time. */
export const manDaysMilliForLoading = (containers: number): number =>
  Math.max(1, Math.ceil(containers / CONTAINERS_PER_DAY)) * WHOLE_MILLI;

/** How many inspectors do it in one day. */
export const inspectorsForOneDay = (manDaysMilli: number): number => Math.ceil(manDaysMilli / WHOLE_MILLI);

/** How many thousandths of a man-day a bid plans beyond what the request comes to; negative for fewer, null where either is unknown. */
export const manDaysDifference = (offeredMilli: number | undefined, computedMilli: number | null): number | null =>
  offeredMilli === undefined || computedMilli === null ? null : offeredMilli - computedMilli;

type Wanted = { readonly date: LocalDate; readonly alternativeDate?: LocalDate | undefined };

/** Which of the wanted days an offer meets: the first where it can, else the second; neither where no offered day is one of them. */
export function metDay(slots: readonly LocalDate[], { date, alternativeDate }: Wanted): "first" | "second" | "neither" {
  if (slots.includes(date)) return "first";
  return alternativeDate !== undefined && slots.includes(alternativeDate) ? "second" : "neither";
}
