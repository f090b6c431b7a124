import { assert } from "@/domain/shared/assert";

/** A planning figure of ours: what one inspector checks in the longest single day on site. */
export const CHECKS_PER_DAY = 500;
export const HOURS_PER_DAY = 11;
const HOURS_PER_DAY_AND_A_HALF = 16;
const CONTAINERS_PER_DAY = 2;

/** Thousandths of a man-day for hours on site: one up to 11 hours, one and a half up to 16, two above. */
export function manDaysMilliForHours(hours: number): number {
  assert(hours >= 0, "hours on site are not negative");
  if (hours <= HOURS_PER_DAY) return 1000;
  return hours <= HOURS_PER_DAY_AND_A_HALF ? 1500 : 2000;
}

/** Hours on site for a number of checks, by the planning figure. */
export const hoursForChecks = (checks: number): number => (checks * HOURS_PER_DAY) / CHECKS_PER_DAY;

/** One man-day for two containers that are loaded at the same time. */
export const manDaysMilliForLoading = (containers: number): number =>
  Math.max(1, Math.ceil(containers / CONTAINERS_PER_DAY)) * 1000;

/** Sorting looks at every unit, so it takes as many whole days as the checks need. */
export const manDaysMilliForSorting = (checks: number): number =>
  Math.max(1, Math.ceil(checks / CHECKS_PER_DAY)) * 1000;
