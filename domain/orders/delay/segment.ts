import type { Instant } from "../../shared/time";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import type { Side } from "../slots/slot";
import type { DelayPlace, Interval } from "./intervals";
import type { DelayReason } from "./reasons";
import { shared } from "./time-spans";

export const SEGMENTS_MAX = 60;

/** What a party says of a wait: why it stood still from then until then. One without an end goes on as long as the wait does. */
export type DelaySegment = {
  readonly id: string;
  readonly place: DelayPlace;
  readonly reason: DelayReason;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly by: Side;
  readonly objectedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
};

export type SegmentRefusal = Refusal<
  "delay_not_running" | "delay_inverted" | "delay_outside" | "delay_in_future" | "delay_overlaps" | "delay_too_many"
>;

type Told = Pick<DelaySegment, "place" | "from" | "to">;

type Wait = Pick<Interval, "to" | "isRunning" | "stays">;

const endOf = ({ to }: Pick<DelaySegment, "to">, wait: Wait): Instant => to ?? wait.to;

/**
 * Whether a party may say this of a wait. Refuses `delay_not_running` where no wait of this place has begun, one without an end in a wait
 * that is over included; `delay_inverted` and `delay_in_future` for times that cannot be; `delay_outside` where the truck did not stand at
 * one hub all that time, and no truck where there are several; `delay_overlaps` where a reason is given for some of it already: whoever sees it otherwise objects to that.
 */
export function reportSegment(
  told: Told,
  of: { readonly interval: Wait | null; readonly segments: readonly DelaySegment[]; readonly now: Instant },
): Result<void, SegmentRefusal> {
  const { interval, segments, now } = of;
  if (!interval || (told.to === null && !interval.isRunning)) return refuse("delay_not_running");
  if (told.from >= endOf(told, interval)) return refuse("delay_inverted");
  if (told.from > now || (told.to ?? now) > now) return refuse("delay_in_future");
  const span = { from: told.from, to: endOf(told, interval) };
  if (!interval.stays.some((stay) => stay.from <= span.from && span.to <= stay.to)) return refuse("delay_outside");
  const standing = segments.filter(({ place, withdrawnAt }) => place === told.place && withdrawnAt === null);
  if (standing.some((one) => shared(span, { from: one.from, to: endOf(one, interval) }) !== null))
    return refuse("delay_overlaps");
  return segments.length >= SEGMENTS_MAX ? refuse("delay_too_many", { maximum: SEGMENTS_MAX }) : accept(undefined);
}

export type EndRefusal = Refusal<"delay_ended" | "delay_inverted" | "delay_in_future" | "not_permitted">;

/** Whoever gave the reason says when it ended. Refuses `delay_ended` where it has an end or was taken back. */
export function endSegment(
  segment: DelaySegment,
  { by, at }: { readonly by: Side; readonly at: Instant },
  now: Instant,
): Result<void, EndRefusal> {
  if (segment.by !== by) return refuse("not_permitted");
  if (segment.to !== null || segment.withdrawnAt !== null) return refuse("delay_ended");
  if (at <= segment.from) return refuse("delay_inverted");
  return at > now ? refuse("delay_in_future") : accept(undefined);
}

export type ObjectRefusal = Refusal<"delay_own" | "delay_objected" | "delay_ended">;

/** The other side does not see it so, once and in words; the reason stays and is shown as contested. Refuses `delay_own` for one's own. */
export function objectTo(segment: DelaySegment, by: Side): Result<void, ObjectRefusal> {
  if (segment.by === by) return refuse("delay_own");
  if (segment.withdrawnAt !== null) return refuse("delay_ended");
  return segment.objectedAt === null ? accept(undefined) : refuse("delay_objected");
}

/** Whoever gave the reason takes it back; it stays on record and counts no more. */
export function withdraw(segment: DelaySegment, by: Side): Result<void, Refusal<"not_permitted" | "delay_ended">> {
  if (segment.by !== by) return refuse("not_permitted");
  return segment.withdrawnAt === null ? accept(undefined) : refuse("delay_ended");
}
