import type { WayLeg } from "../hubs/place";
import { type Instant, instant, later, type LocalDate, MINUTE_MS } from "../shared/time";
import type { AwaitedStep } from "./due-time";

/** What says that a step cannot have happened sooner: the goods were not ready or had not come yet, no vehicle is so fast, the work takes its time, the visit is for a later day, the goods whose loading is watched are loaded later. */
export type EarliestReason = "goods_ready" | "goods_away" | "travel" | "work" | "visit_day" | "loading_day";

/** The time before which a step cannot have happened, as far as the market can tell. */
export type Earliest = { readonly at: Instant; readonly because: EarliestReason };

/** The longest reason for a step that came sooner than it can have. */
export const EARLY_REASON_MAX = 300;

/** What is known of an order whose step is looked at. */
export type Begun = {
  /** When a step has happened; null where it has not. */
  readonly happenedAt: (code: string) => Instant | null;
  /** The day from which the goods can be fetched, and the IANA zone of the place where they stand. */
  readonly ready: { readonly date: LocalDate; readonly zone: string };
  /** The deal's way from its origin to its destination; empty where none was kept. */
  readonly legs: readonly WayLeg[];
  /** The places of the order's hub. */
  readonly hubPlaceIds: readonly string[];
  /** When the day begins for which the visit to the goods is booked, or was agreed where none is booked, or of their watched loading; null where nobody named a day. */
  readonly visitFrom: Earliest | null;
};

/** When a step can have happened at the earliest; null where nothing says so yet. */
export type EarliestRule = (begun: Begun) => Earliest | null;

/**
 * When a step can have happened at the earliest that waits for the goods: when another order of the deal reported them there; of goods that none has reported yet
 * not before `now`, nor before the step itself was told to have happened. Null where no order of the deal brings them.
 */
export function whenGoodsCame(
  goods: AwaitedStep | null,
  { now, occurredAt }: { readonly now: Instant; readonly occurredAt: Instant },
): Earliest | null {
  if (goods === null) return null;
  const at = goods.occurredAt ?? instant(Math.max(now, later(occurredAt, MINUTE_MS)));
  return { at, because: "goods_away" };
}

/** The later of two times before which a step cannot have happened; null where nothing says so. */
export const laterOf = (one: Earliest | null, other: Earliest | null): Earliest | null =>
  one === null || (other !== null && other.at > one.at) ? other : one;

/** So many minutes after another step, which is what the work between them takes at the least. */
export const afterWork =
  (code: string, minutes: number): EarliestRule =>
  ({ happenedAt }) => {
    const from = happenedAt(code);
    return from === null ? null : { at: later(from, minutes * MINUTE_MS), because: "work" };
  };
