import { type Instant, instant, MINUTE_MS } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

// A phone's clock may run ahead by so much without being called wrong.
const CLOCK_DRIFT_MS = 5 * MINUTE_MS;

export type HappenedRefusal = Refusal<"occurred_in_future" | "occurred_out_of_order">;

/** The minute in which something was: forms are typed to the minute. */
export const minuteOf = (at: Instant): Instant => instant(at - (at % MINUTE_MS));

/** Whether it can have happened then: not in the future, and not before the minute of what happened last. */
export function mayHaveHappened(
  occurredAt: Instant,
  { lastAt, now }: { readonly lastAt: Instant | null; readonly now: Instant },
): Result<void, HappenedRefusal> {
  if (occurredAt > now + CLOCK_DRIFT_MS) return refuse("occurred_in_future");
  return lastAt !== null && occurredAt < minuteOf(lastAt) ? refuse("occurred_out_of_order") : accept(undefined);
}
