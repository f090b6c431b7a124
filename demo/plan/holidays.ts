import { DAY_MS, type Instant, instant, MINUTE_MS } from "../../domain/shared/instant";
import { addDays, dayOf, daysBetween, isWeekend, type LocalDate } from "../../domain/shared/local-date";

/** The first day of the lunar year. */
const NEW_YEAR = ["2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13"] as LocalDate[];
/** The first and last day of China's holidays of fixed dates, as month and day. */
const FIXED = [
  ["01-01", "01-01"],
  ["05-01", "05-05"],
  ["10-01", "10-07"],
] as const;
/** Banks and desks are shut from the eve to the sixth day of the year. */
const EVE = -1;
const LAST_DAY = 5;

/** Whether a day is one of the Spring Festival's, the eve being day -1, up to the given one. */
export const isInSpringFestival = (day: LocalDate, first: number, last: number): boolean =>
  NEW_YEAR.some((begins) => daysBetween(begins, day) >= first && daysBetween(begins, day) <= last);

/** Whether a day is one of China's holidays, on which its desks are shut. */
export const isHoliday = (day: LocalDate): boolean =>
  FIXED.some(([from, to]) => day.slice(5) >= from && day.slice(5) <= to) || isInSpringFestival(day, EVE, LAST_DAY);

/** Whether China's banks are open on a day; the weekends that they work in place of a holiday are left out. */
export const isBankDay = (day: LocalDate): boolean => !isWeekend(day) && !isHoliday(day);

/** Whether a day is a Sunday. */
export const isSunday = (day: LocalDate): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

/** Of so many Sundays people of trade keep all but one. */
const SUNDAYS = 5;

/** Whether what would happen at `at` waits for another day: on most Sundays, and in China's holidays. */
export function isAtRest(at: Instant): boolean {
  const day = dayOf(at);
  if (isHoliday(day)) return true;
  return isSunday(day) && Math.floor(at / MINUTE_MS) % SUNDAYS !== 0;
}

/** `at`, or the same hour of the next day on which it is done. */
export function afterRest(at: Instant): Instant {
  let next = at;
  while (isAtRest(next)) next = instant(next + DAY_MS);
  return next;
}

const WEEK_MS = 7 * DAY_MS;

/** `at`, or the same hour a week or two before or after a holiday that it lies in: what people want of that time they post sooner or later. */
export function besideHolidays(at: Instant): Instant {
  const stepMs = Math.floor(at / MINUTE_MS) % 2 === 0 ? WEEK_MS : -WEEK_MS;
  let next = at;
  while (isHoliday(dayOf(next))) next = instant(next + stepMs);
  return next;
}

/** The day that lies so many days after another, those of China's holidays not counted. */
export function addOpenDays(from: LocalDate, days: number): LocalDate {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (!isHoliday(day)) left--;
  }
  return day;
}
