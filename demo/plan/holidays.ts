import { DAY_MS, type Instant, instant, MINUTE_MS } from "../../domain/shared/instant";
import { dayOf, daysBetween, isWeekend, type LocalDate } from "../../domain/shared/local-date";

/** The first day of the lunar year. */
const NEW_YEAR = ["2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13"] as LocalDate[];
/** The first and last day of China's holidays of fixed dates, as month and day. */
const FIXED = [
  ["01-01", "01-01"],
  ["05-01", "05-05"],
  ["10-01", "10-07"],
] as const;
/** Banks are shut from the eve to the sixth day of the year, and hardly anybody works on the first three. */
const LAST_DAY_OF_BANKS = 5;
const LAST_DAY_OF_REST = 2;

/** Whether a day is one of the Spring Festival's, the eve being day -1, up to the given one. */
export const isInSpringFestival = (day: LocalDate, first: number, last: number): boolean =>
  NEW_YEAR.some((begins) => daysBetween(begins, day) >= first && daysBetween(begins, day) <= last);

/** Whether China's banks are open on a day; the weekends that they work in place of a holiday are left out. */
export const isBankDay = (day: LocalDate): boolean =>
  !isWeekend(day) &&
  !FIXED.some(([from, to]) => day.slice(5) >= from && day.slice(5) <= to) &&
  !isInSpringFestival(day, -1, LAST_DAY_OF_BANKS);

/** Whether a day is one of the Spring Festival's first three. */
export const isNewYear = (day: LocalDate): boolean => isInSpringFestival(day, 0, LAST_DAY_OF_REST);

/** Whether a day is a Sunday. */
export const isSunday = (day: LocalDate): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

/** Of so many Sundays people of trade keep all but one. */
const SUNDAYS = 5;

/** Whether what would happen at `at` waits for another day: on most Sundays, and on the first three days of the Spring Festival. */
export function isAtRest(at: Instant): boolean {
  const day = dayOf(at);
  if (isNewYear(day)) return true;
  return isSunday(day) && Math.floor(at / MINUTE_MS) % SUNDAYS !== 0;
}

/** `at`, or the same hour of the next day on which it is done. */
export function afterRest(at: Instant): Instant {
  let next = at;
  while (isAtRest(next)) next = instant(next + DAY_MS);
  return next;
}
