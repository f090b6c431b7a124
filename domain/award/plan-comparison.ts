import { type Way, wholeDays } from "../hubs/place";
import { assert } from "../shared/result";

/** What of a bid for carriage can be held against the planner's way. */
export type PromisedWay = {
  readonly transitDays: { readonly min: number; readonly max: number };
  readonly borderWaitHours?: number | undefined;
  readonly legs?: readonly { readonly days?: number | undefined }[] | undefined;
};

type PlannedWay = Pick<Way, "days" | "borderWait">;

/** A bid against the plan: positive is more than planned, zero the same; null where one of the two says nothing. */
export type PlanComparison = {
  /** Longest promised days less the longest planned, in whole days. */
  readonly daysMore: number;
  /** Assumed border wait less the planned one, in whole hours; what is expected now has figures of its own (`withWait`). */
  readonly waitHoursMore: number | null;
  /** Days of all legs, where each says its own and their sum is not what the bid promises. */
  readonly legsDays: number | null;
};

function legsDaysOf({ legs, transitDays }: PromisedWay): number | null {
  if (!legs || legs.length === 0) return null;
  const days = legs.map((leg) => leg.days);
  if (!days.every((one) => one !== undefined)) return null;
  const sum = days.reduce((all, one) => all + one, 0);
  return sum >= transitDays.min && sum <= transitDays.max ? null : sum;
}

/**
 * Holds a bid against the planner's way by its longest days, as bids are compared among each other; planned days are rounded up to
 * whole ones. The plan is an estimate and a bid a promise: the difference decides nothing, it makes a buyer ask.
 */
export function planComparison({ days, borderWait }: PlannedWay, bid: PromisedWay): PlanComparison {
  const { borderWaitHours } = bid;
  const planned = borderWait?.hours;
  return {
    daysMore: bid.transitDays.max - wholeDays(days).max,
    waitHoursMore:
      borderWaitHours === undefined || planned === undefined ? null : Math.round(borderWaitHours - planned),
    legsDays: legsDaysOf(bid),
  };
}

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
