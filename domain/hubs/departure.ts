import { dayOf, type Instant, instant, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";

/** When goods leave, and whose month's planning figures they are planned by (1 to 12). */
export type LeaveTime = { readonly departsAt: Instant; readonly month: number };

const monthOfDay = (day: LocalDate): number => Number(day.slice(5, 7));

/** Goods that are ready on a day leave at its start in the market's zone; those that are ready already leave now. */
export const leavingOn = (day: LocalDate, now: Instant): LeaveTime => ({
  departsAt: instant(Math.max(now, startOfDay(day))),
  month: monthOfDay(day),
});

/** A day that has passed in the market's zone: nobody plans for goods that were ready then. */
export const hasPassed = (day: LocalDate, now: Instant): boolean => day < dayOf(now);

/** A way that is planned for a month, not a day: now in the month that runs, else at the start of the next such month. */
export function leavingIn(month: number, now: Instant): LeaveTime {
  const today = dayOf(now);
  const [year, current] = [Number(today.slice(0, 4)), monthOfDay(today)];
  if (month === current) return { departsAt: now, month };
  const first = `${month > current ? year : year + 1}-${String(month).padStart(2, "0")}-01` as LocalDate;
  return { departsAt: startOfDay(first), month };
}
