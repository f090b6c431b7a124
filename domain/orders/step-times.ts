import { HOUR_MS, type Instant, instant, MINUTE_MS, toIso } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import type { Earliest } from "../services/earliest";

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

export type EarlyRefusal = Refusal<"early_without_reason">;

type Told = { readonly occurredAt: Instant; readonly earlyReason?: string | null };

/** What is kept of an early step: the time that it fell short of, and why it was so all the same; both null where it is not early. */
export type KeptEarly = { readonly earliestAt: Instant | null; readonly earlyReason: string | null };

/**
 * What a step that was reported before it can have happened is kept with. Who could be asked (`earlyReason` is told, if only as empty) must
 * have said why: else it refuses `early_without_reason`, with what says so and by how many hours, rounded up. A reason for a step that is
 * not early is not kept.
 */
export function readEarly(told: Told, earliest: Earliest | null): Result<KeptEarly, EarlyRefusal> {
  const { occurredAt, earlyReason } = told;
  if (earliest === null || occurredAt >= earliest.at) return accept({ earliestAt: null, earlyReason: null });
  if (earlyReason === undefined || earlyReason)
    return accept({ earliestAt: earliest.at, earlyReason: earlyReason ?? null });
  const hours = Math.ceil((earliest.at - occurredAt) / HOUR_MS);
  return refuse("early_without_reason", { because: earliest.because, hours, earliestAt: toIso(earliest.at) });
}
