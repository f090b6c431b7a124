import { type Instant, later } from "../shared/instant";

/** A line may take so long; a clock that is off by more is wrong. */
const RIGHT_WITHIN_MS = 2 * 60_000;

export type PhoneTime = {
  /** When it happened by the market's clock, as far as can be known. */
  readonly occurredAt: Instant;
  /** How far the phone's clock was ahead of the market's when it sent (behind, where negative), in milliseconds. */
  readonly driftMs: number;
};

/**
 * When something happened that a phone tells of. Its clock is held against the market's at the moment of sending; where it is off by more than
 * two minutes, the told time is moved by as much. What was told and by how much the clock was off are both kept.
 */
export function phoneTime(told: { readonly occurredAt: Instant; readonly sentAt: Instant }, now: Instant): PhoneTime {
  const driftMs = told.sentAt - now;
  const isRight = Math.abs(driftMs) <= RIGHT_WITHIN_MS;
  return { occurredAt: isRight ? told.occurredAt : later(told.occurredAt, -driftMs), driftMs };
}
