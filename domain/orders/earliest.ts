import type { Earliest } from "../services/earliest";
import { HOUR_MS, type Instant, toIso } from "../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../shared/result";

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
