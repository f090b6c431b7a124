import { assert } from "@/domain/shared/assert";

/** An exact fraction; the denominator is positive. */
export type Ratio = { readonly over: bigint; readonly under: bigint };

export const ZERO: Ratio = { over: 0n, under: 1n };

export function ratio(over: bigint, under: bigint): Ratio {
  assert(under > 0n, "a ratio has a positive denominator");
  return { over, under };
}

export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.over * b.under + b.over * a.under, a.under * b.under);

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, ratio(-b.over, b.under));

export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.over * b.over, a.under * b.under);

export const compare = (a: Ratio, b: Ratio): number => {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The nearest whole number, half up. */
export const round = ({ over, under }: Ratio): bigint => floor(ratio(over * 2n + under, under * 2n));

/** The largest whole number not above it, for negative ratios too. */
export function floor({ over, under }: Ratio): bigint {
  const whole = over / under;
  return over % under < 0n ? whole - 1n : whole;
}
