import type { Mode } from "@/domain/hubs/place";
import { DAY_MS, type Instant, MINUTE_MS } from "@/domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "@/domain/shared/result";
import { type Queue, queueMs, throughPerDay } from "./expected-wait";
import type { OpeningHours } from "./opening-hours";

/** What was counted at a hub for one mode. Never changed, only followed by a later one. */
export type HubState = Queue & {
  readonly hubId: string;
  readonly mode: Mode;
  /** Daily opening hours on the hub's own clock, `HH:MM`; both null where it never closes or nobody says. */
  readonly opensAt: string | null;
  readonly shutsAt: string | null;
  /** When it was counted. */
  readonly asOf: Instant;
  /** Who says so. */
  readonly source: string;
};

/** The hours that were stated with a count, on the hub's own clock; null where none were. */
export const hoursOfState = (
  { opensAt, shutsAt }: Pick<HubState, "opensAt" | "shutsAt">,
  zone: string,
): OpeningHours | null => (opensAt !== null && shutsAt !== null ? { opensAt, shutsAt, zone } : null);

export type HubStateRefusal = Refusal<
  | "mode_not_at_hub"
  | "state_in_future"
  | "state_superseded"
  | "hours_incomplete"
  | "hours_empty"
  | "through_above_capacity"
  | "wait_unlikely"
>;

/** A longer queue is asked about again: figures are never changed once entered. */
export const UNLIKELY_QUEUE_MS = 30 * DAY_MS;

// A form's time has no seconds, and clocks differ a little.
const CLOCK_DRIFT_MS = 5 * MINUTE_MS;

type Known = {
  readonly modes: readonly Mode[];
  /** When the last figures of the hub and mode were counted. */
  readonly lastAsOf: Instant | null;
  readonly now: Instant;
  readonly isConfirmed: boolean;
};

/**
 * Whether an administrator may enter the figures. Refuses a mode that the hub has not, a count in the future, one that is older than what is
 * known already (it would change nothing), opening hours with one end or without length, and unless it was confirmed more through a day than the capacity and a queue of more than 30 days.
 */
export function checkHubState(state: HubState, known: Known): Result<void, HubStateRefusal> {
  const { mode, asOf, opensAt, shutsAt } = state;
  if (!known.modes.includes(mode)) return refuse("mode_not_at_hub", { mode });
  if (asOf > known.now + CLOCK_DRIFT_MS) return refuse("state_in_future");
  if (known.lastAsOf !== null && asOf < known.lastAsOf) return refuse("state_superseded");
  if ((opensAt === null) !== (shutsAt === null)) return refuse("hours_incomplete");
  if (opensAt !== null && opensAt === shutsAt) return refuse("hours_empty");
  if (known.isConfirmed) return accept(undefined);
  if (throughPerDay(state) < state.throughputPerDay)
    return refuse("through_above_capacity", { capacity: throughPerDay(state) });
  const ms = queueMs(state, null);
  return ms <= UNLIKELY_QUEUE_MS ? accept(undefined) : refuse("wait_unlikely", { days: Math.floor(ms / DAY_MS) });
}
