import { daysSpan } from "../shared/days-span";
import type { Instant } from "../shared/instant";
import type { Mode } from "./place";

/** Days on the way, to a hundredth. `min` is the planning figure, `max` a quarter more (our estimate of the slack). */
export type DayRange = { readonly min: number; readonly max: number };

/** One stretch of a way, in the direction of travel. */
export type WayLeg = {
  readonly fromId: string;
  readonly toId: string;
  readonly mode: Mode;
  readonly km: number;
  /** Travel plus what happens at its start or at the border: transfer, gauge change, handling, border wait. */
  readonly days: DayRange;
  /** Where the distance comes from. */
  readonly source: string;
  /** Whether the distance is an estimate rather than a published figure. */
  readonly isEstimate: boolean;
};

/** A time in which the border was announced to be closed when the way was planned. */
export type WayClosure = { readonly from: Instant; readonly to: Instant; readonly reason: string };

/** The expected wait at the border; it is part of the crossing leg's days. */
export type WayBorderWait = {
  readonly hours: number;
  readonly month: number;
  readonly source: string;
  readonly isEstimate: boolean;
  /** Left out where the queue is the month's planning figure; else it is that of the hub's board or of own crossings, or nobody counts one. */
  readonly basis?: "board" | "orders" | "none";
  /** When the board's figures were counted. */
  readonly asOf?: Instant;
  /** How many of the hours the border is closed; left out where it is open. */
  readonly closedHours?: number;
  /** When the goods are reckoned to arrive there; left out where the wait is that of a month, whatever the day. */
  readonly arrivesAt?: Instant;
  /** The announced closures that it is longer for; left out where there are none. */
  readonly closures?: readonly WayClosure[];
};

/** A way for goods through one hub. Its distance and days are the sums of its legs'. */
export type Way = {
  readonly hubId: string;
  /** The mode by which it crosses China's border. */
  readonly mode: Mode;
  readonly legs: readonly WayLeg[];
  readonly distanceKm: number;
  readonly days: DayRange;
  readonly borderWait: WayBorderWait | null;
  /** Whether any figure in it (distance, speed, wait) is an estimate. */
  readonly isEstimate: boolean;
};

/** A planned time in the whole days that people are told, rounded up. */
export function wholeDays(days: DayRange) {
  const [min, max] = [Math.ceil(days.min), Math.ceil(days.max)];
  return daysSpan({ min, max });
}

/** A time on the way as people are told it: in hours to the half where its planned figure is below a day, else in days to a tenth. */
export type ShownTime = { readonly unit: "hours" | "days"; readonly min: number; readonly max: number };

const HOURS_PER_DAY = 24;
const halfHours = (days: number): number => Math.max(0.5, Math.round(days * HOURS_PER_DAY * 2) / 2);
const tenths = (days: number): number => Math.round(days * 10) / 10;

/** Nobody plans to less than an hour: ways whose planned figures lie closer together are about as fast. */
export const areAboutAsFast = (differenceDays: number): boolean => Math.abs(differenceDays) * HOURS_PER_DAY < 1;

export const shownTime = ({ min, max }: DayRange): ShownTime =>
  min < 1
    ? { unit: "hours", min: halfHours(min), max: halfHours(max) }
    : { unit: "days", min: tenths(min), max: tenths(max) };
