import { nextOpening, openingOf, type OpeningHours } from "../../hubs/board/opening-hours";
import { DAY_MS, HOUR_MS, type Instant, instant, later, MINUTE_MS } from "../../shared/time";
import { wallClock } from "../../shared/zones";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import { SLOT_RULES, type SlotSystem } from "./systems";

/** When a truck may cross. */
export type SlotWindow = { readonly from: Instant; readonly to: Instant };

export const WINDOW_DAYS_MAX = 7;
export const AHEAD_DAYS_MAX = 90;

export type WindowRefusal = Refusal<
  "slot_window_inverted" | "slot_window_past" | "slot_window_too_long" | "slot_window_too_far" | "slot_window_shut"
>;

/** The clock on a crossing's wall, by its IANA name, and the hours in which it lets trucks through; null where it never shuts or nobody says. */
export type CrossingClock = { readonly zone: string; readonly hours: OpeningHours | null };

/** Until when the truck has to be there; null where its system takes nothing from those who come late. */
export function arriveBy(system: SlotSystem, window: SlotWindow): Instant | null {
  const { arrival } = SLOT_RULES[system];
  if (!arrival) return null;
  return arrival.latestMinutes === null ? window.to : later(window.from, -arrival.latestMinutes * MINUTE_MS);
}

/** From when the truck may come; null where its system says nothing of it. */
export function arriveFrom(system: SlotSystem, window: SlotWindow): Instant | null {
  const minutes = SLOT_RULES[system].arrival?.earliestMinutes ?? null;
  return minutes === null ? null : later(window.from, -minutes * MINUTE_MS);
}

const isOpenAt = (hours: OpeningHours, at: Instant): boolean => nextOpening(hours, at) === at;

/** The hours around or next after a time, as the crossing's clock shows them. */
function hoursOnClock(hours: OpeningHours, at: Instant, zone: string) {
  const opening = openingOf(hours, at);
  const clock = (time: Instant) => wallClock(time, zone).slice(-5);
  return { opensAt: clock(opening.from), shutsAt: clock(opening.to) };
}

/** Refuses `slot_window_shut`, with the hours on the crossing's clock, where a window begins or ends while the crossing is shut. */
function checkHours({ from, to }: SlotWindow, { zone, hours }: CrossingClock): Result<void, WindowRefusal> {
  if (hours === null || (isOpenAt(hours, from) && isOpenAt(hours, instant(to - 1)))) return accept(undefined);
  return refuse("slot_window_shut", hoursOnClock(hours, from, zone));
}

/**
 * Whether a window can be booked at `now`: it runs forward, for seven days at most, can still be reached, begins within ninety days, and
 * begins and ends while its crossing is open. Refuses `slot_window_inverted`, `slot_window_too_long`, `slot_window_past`,
 * `slot_window_too_far` and `slot_window_shut`.
 */
export function checkWindow(
  system: SlotSystem,
  window: SlotWindow,
  { now, ...crossing }: CrossingClock & { readonly now: Instant },
): Result<void, WindowRefusal> {
  if (window.to <= window.from) return refuse("slot_window_inverted");
  if (window.to - window.from > WINDOW_DAYS_MAX * DAY_MS)
    return refuse("slot_window_too_long", { maximum: WINDOW_DAYS_MAX });
  if ((arriveBy(system, window) ?? window.to) <= now) return refuse("slot_window_past");
  if (window.from > later(now, AHEAD_DAYS_MAX * DAY_MS))
    return refuse("slot_window_too_far", { maximum: AHEAD_DAYS_MAX });
  return checkHours(window, crossing);
}

/** A truck may be called and let in so long before its window, as the Russian queue has it: before that somebody says that the time is right. */
export const EARLY_MARK_MS = 3 * HOUR_MS;
/** Where late trucks lose nothing one is called up to so long after its window: a queue of a day is usual, and more is worth a word. Our choice. */
export const LATE_CALL_MS = DAY_MS;
/** Trucks are called up to the gate so long before it opens. */
const CALLED_AHEAD_MS = HOUR_MS;

export type MarkTimeRefusal = Refusal<"slot_mark_early" | "slot_mark_late" | "slot_mark_shut">;

/** What is unusual of the time of a mark: long before the window, long after it, or while the crossing is shut. */
export const UNUSUAL = ["early", "late", "shut"] as const;
export type Unusual = (typeof UNUSUAL)[number];

const UNUSUAL_BY: Readonly<Record<MarkTimeRefusal["code"], Unusual>> = {
  ...{ slot_mark_early: "early", slot_mark_late: "late", slot_mark_shut: "shut" },
};

/** What is unusual of a time that is refused until somebody says that it is right. */
export const unusualBy = ({ code }: Pick<MarkTimeRefusal, "code">): Unusual => UNUSUAL_BY[code];

/**
 * Whether a time is usual for a truck to be called, let in or across. Refuses `slot_mark_early`, with whole hours, more than three hours before
 * the window, `slot_mark_late` a call more than a day after it, and `slot_mark_shut`, with the hours on the crossing's clock, while the crossing is shut; a call may come an hour before it opens.
 */
export function checkMarkTime(
  { from, to }: SlotWindow,
  { at, isCall }: { readonly at: Instant; readonly isCall: boolean },
  { zone, hours }: CrossingClock,
): Result<void, MarkTimeRefusal> {
  if (at < from - EARLY_MARK_MS) return refuse("slot_mark_early", { hours: Math.floor((from - at) / HOUR_MS) });
  if (isCall && at > to + LATE_CALL_MS) return refuse("slot_mark_late", { hours: Math.floor((at - to) / HOUR_MS) });
  if (hours === null || isOpenAt(hours, at) || (isCall && isOpenAt(hours, later(at, CALLED_AHEAD_MS))))
    return accept(undefined);
  return refuse("slot_mark_shut", hoursOnClock(hours, at, zone));
}

const FIRST_HOURS = 24;
const LENGTH_HOURS = 2;

/** A first suggestion of a window: two hours from a full hour on, a day from now, or when the crossing next opens. */
export function suggestedWindow(now: Instant, hours: OpeningHours | null): SlotWindow {
  const tomorrow = later(now, FIRST_HOURS * HOUR_MS - (now % HOUR_MS));
  const windowFrom = (from: Instant) => ({ from, to: later(from, LENGTH_HOURS * HOUR_MS) });
  if (hours === null) return windowFrom(tomorrow);
  const open = nextOpening(hours, tomorrow);
  const { to } = openingOf(hours, open);
  return later(open, LENGTH_HOURS * HOUR_MS) <= to ? windowFrom(open) : windowFrom(nextOpening(hours, to));
}
