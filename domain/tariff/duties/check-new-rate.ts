import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import type { DutyRate } from "./duty-rate";

/** A figure that many times its last one, or that part of it, is asked about again: a slipped point or digit is so far off. */
export const DUTY_JUMP_FACTOR = 2n;

/** Shares above this are asked about even where nothing came before: 50 instead of 5.0 stays below it, 500 does not. */
export const DUTY_HIGH_BPS = 10_000;

export type NewDutyRateRefusal = Refusal<"duty_rate_exists" | "duty_rate_jumps" | "duty_rate_high">;

type Pair = readonly [last: bigint, next: bigint];

/** The figures that both rates have and that mean the same: shares, and prices of one unit in one currency. */
function comparable(last: DutyRate, next: DutyRate): Pair[] {
  const pairs: Pair[] = [];
  if (last.rateBps !== null && next.rateBps !== null) pairs.push([BigInt(last.rateBps), BigInt(next.rateBps)]);
  const [a, b] = [last.unitPrice, next.unitPrice];
  if (a && b && a.currency === b.currency && last.unit === next.unit) pairs.push([a.minor, b.minor]);
  return pairs;
}

const jumps = ([last, next]: Pair): boolean =>
  last !== next && (next >= last * DUTY_JUMP_FACTOR || next * DUTY_JUMP_FACTOR <= last);

/**
 * Whether an administrator may enter the rate. One country has one rate a charge, prefix, band and day: what was shown stays explained,
 * and a change is a later day. Refuses a second rate of that day, and unless it was confirmed a figure at least twice or at most half
 * of the last one before it, and a share above 100 percent.
 */
export function checkNewDutyRate(
  rate: DutyRate,
  known: { readonly sameDay: DutyRate | null; readonly last: DutyRate | null },
  isConfirmed: boolean,
): Result<void, NewDutyRateRefusal> {
  if (known.sameDay) return refuse("duty_rate_exists", { day: rate.validFrom });
  if (isConfirmed) return accept(undefined);
  const { last } = known;
  if (last && comparable(last, rate).some(jumps)) return refuse("duty_rate_jumps", { day: last.validFrom });
  if ((rate.rateBps ?? 0) > DUTY_HIGH_BPS) return refuse("duty_rate_high");
  return accept(undefined);
}
