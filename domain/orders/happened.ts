import { type Instant, instant, MINUTE_MS } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

// A phone's clock may run ahead by so much without being called wrong.
const CLOCK_DRIFT_MS = 5 * MINUTE_MS;

export type HappenedRefusal = Refusal<"occurred_in_future" | "occurred_out_of_order">;

/** The minute in which something was: forms are typed to the minute. */
export const minuteOf = (at: Instant): Instant => instant(at - (at % MINUTE_MS));

/**
 * When a step of an order was that the market itself sees at `at`: in that minute, since the steps around it are typed to the minute, and
 * not before any that was told already, as by a phone whose clock runs ahead.
 */
export const seenAt = (at: Instant, milestones: readonly { readonly occurredAt: Instant | null }[]): Instant =>
  instant(Math.max(minuteOf(at), ...milestones.map(({ occurredAt }) => occurredAt ?? 0)));

/** Whether it can have happened then: not in the future, and not before the minute of what happened last. */
export function mayHaveHappened(
  occurredAt: Instant,
  { lastAt, now }: { readonly lastAt: Instant | null; readonly now: Instant },
): Result<void, HappenedRefusal> {
  if (occurredAt > now + CLOCK_DRIFT_MS) return refuse("occurred_in_future");
  return lastAt !== null && occurredAt < minuteOf(lastAt) ? refuse("occurred_out_of_order") : accept(undefined);
}
