import { DAY_MS, type Instant, later } from "../shared/instant";
import { addDays, type LocalDate, startOfDay } from "../shared/local-date";

/**
 * How long an inspector's phone may show the page of a visit without asking: until the day after the planned one is over, since days end
 * later further west; a day from now where the visit is late; and never longer than a sign-in stands without use (`longestMs`).
 */
export function keptUntil(plannedDay: LocalDate, now: Instant, longestMs: number): Instant {
  const planned = startOfDay(addDays(plannedDay, 2));
  const needed = Math.max(planned, later(now, DAY_MS));
  return later(now, Math.min(needed - now, longestMs));
}
