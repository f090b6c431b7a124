import { DAY_MS, type Instant, later, MINUTE_MS } from "../../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import { SLOT_RULES, type SlotSystem } from "./systems";

/** When a truck may cross. */
export type SlotWindow = { readonly from: Instant; readonly to: Instant };

export const WINDOW_DAYS_MAX = 7;
export const AHEAD_DAYS_MAX = 90;

export type WindowRefusal = Refusal<
  "slot_window_inverted" | "slot_window_past" | "slot_window_too_long" | "slot_window_too_far"
>;

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

/**
 * Whether a window can be booked at `now`: it runs forward, for seven days at most, can still be reached, and begins within ninety days.
 * Refuses `slot_window_inverted`, `slot_window_too_long`, `slot_window_past` and `slot_window_too_far`.
 */
export function checkWindow(system: SlotSystem, window: SlotWindow, now: Instant): Result<void, WindowRefusal> {
  if (window.to <= window.from) return refuse("slot_window_inverted");
  if (window.to - window.from > WINDOW_DAYS_MAX * DAY_MS)
    return refuse("slot_window_too_long", { maximum: WINDOW_DAYS_MAX });
  if ((arriveBy(system, window) ?? window.to) <= now) return refuse("slot_window_past");
  if (window.from > later(now, AHEAD_DAYS_MAX * DAY_MS))
    return refuse("slot_window_too_far", { maximum: AHEAD_DAYS_MAX });
  return accept(undefined);
}
