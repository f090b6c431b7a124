import { assert } from "../../shared/assert";
import { divideHalfUp } from "../../shared/rounding";

/** An exact ratio; the denominator is positive. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

export const ZERO: Fraction = { over: 0n, under: 1n };

export function fraction(over: bigint, under: bigint): Fraction {
  assert(under > 0n, "a ratio to a positive number");
  return { over, under };
}

export const add = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/** Below zero where `a` is the lesser, above where it is the greater, zero where they are the same to the last digit. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** In hundredths of one, rounded half up. */
export const toHundredths = ({ over, under }: Fraction): number => Number(divideHalfUp(over * 100n, under));
