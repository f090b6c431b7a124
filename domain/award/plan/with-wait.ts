import { assert } from "../../shared/assert";
import type { PromisedWay } from "./beside-plan";

/** A bid's days with another wait at the border than it assumes. */
export type WithWait = {
  /** Whole days, each rounded up. */
  readonly days: { readonly min: number; readonly max: number };
  /** The wait that is expected less the one that was assumed, in hours to a tenth. */
  readonly hoursMore: number;
};

const DAY_HOURS = 24;
const TENTHS = 10;

/**
 * The promised days with the wait that is now expected in place of the one that the bid assumes; null where it does not say which that is. What
 * is shorter by this is never less than no days at all.
 */
export function withWait(bid: Pick<PromisedWay, "transitDays" | "borderWaitHours">, hours: number): WithWait | null {
  assert(hours >= 0, "nobody waits less than not at all");
  if (bid.borderWaitHours === undefined) return null;
  const hoursMore = Math.round((hours - bid.borderWaitHours) * TENTHS) / TENTHS;
  const moved = (days: number) => Math.max(0, Math.ceil(days + hoursMore / DAY_HOURS));
  return { days: { min: moved(bid.transitDays.min), max: moved(bid.transitDays.max) }, hoursMore };
}
