import type { WayLeg } from "../hubs/way";
import { type Instant, later, MINUTE_MS } from "../shared/instant";
import type { LocalDate } from "../shared/local-date";

/** What says that a step cannot have happened sooner: the goods were not there yet, no vehicle is so fast, the work takes its time. */
export type EarliestReason = "goods_ready" | "travel" | "work";

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
};

/** When a step can have happened at the earliest; null where nothing says so yet. */
export type EarliestRule = (begun: Begun) => Earliest | null;

/** So many minutes after another step, which is what the work between them takes at the least. */
export const afterWork =
  (code: string, minutes: number): EarliestRule =>
  ({ happenedAt }) => {
    const from = happenedAt(code);
    return from === null ? null : { at: later(from, minutes * MINUTE_MS), because: "work" };
  };
