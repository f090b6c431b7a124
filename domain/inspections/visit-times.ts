import { type Instant, later, MINUTE_MS } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

// A phone's clock may run ahead by so much without being called wrong, as with every step that is reported.
const CLOCK_DRIFT_MS = 5 * MINUTE_MS;

/** Whole minutes on site, from the arrival until the inspector left; null while either is not told. */
export const minutesOfVisit = (visit: {
  readonly checkedInAt: Instant | null;
  readonly checkedOutAt: Instant | null;
}): number | null =>
  visit.checkedInAt === null || visit.checkedOutAt === null
    ? null
    : Math.floor((visit.checkedOutAt - visit.checkedInAt) / MINUTE_MS);

/** Whether somebody can have come, or left, at this time. Refuses one that has not been yet, and leaving before coming. */
export function checkVisitTime(
  occurredAt: Instant,
  of: { readonly now: Instant; readonly checkedInAt: Instant | null },
): Result<void, Refusal<"occurred_in_future" | "left_before_arrival">> {
  if (occurredAt > later(of.now, CLOCK_DRIFT_MS)) return refuse("occurred_in_future");
  return of.checkedInAt !== null && occurredAt < of.checkedInAt ? refuse("left_before_arrival") : accept(undefined);
}
