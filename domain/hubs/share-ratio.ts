import { assert } from "@/domain/shared/result";

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

/**
 * Whole numbers that sum to `total` and each differ from their exact part by less than one: every part is floored and
 * the largest remainders get one more (the first of equals). The total must be the exact sum, rounded either way.
 */
export function apportion(parts: readonly Ratio[], total: bigint): bigint[] {
  const floors = parts.map(floor);
  const rest = parts.map((part, index) => minus(part, ratio(floors[index] as bigint, 1n)));
  const missing = total - floors.reduce((all, whole) => all + whole, 0n);
  const uneven = rest.filter(({ over }) => over > 0n).length;
  assert(missing >= 0n && missing <= BigInt(uneven), "the total is the rounded sum of the parts");
  const raised = parts
    .map((_, index) => index)
    .sort((a, b) => compare(rest[b] as Ratio, rest[a] as Ratio) || a - b)
    .slice(0, Number(missing));
  for (const index of raised) floors[index] = (floors[index] as bigint) + 1n;
  return floors;
}

const TENTHS_IN_WHOLE = 1_000n;
const BPS_IN_TENTH = 10;
const BPS_IN_WHOLE = 10_000;

/** `part` of `whole` to a tenth of a percent, half up, in basis points. Nothing has no share, which counts as 0 here. */
export const shownBps = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number(round(ratio(part * TENTHS_IN_WHOLE, whole))) * BPS_IN_TENTH;

/** What is to be added to parts that are rounded each by itself so that they come to the whole, in basis points: 0 where they do, or where nothing is. */
export const roundingOf = (parts: readonly number[], whole: number = BPS_IN_WHOLE): number =>
  parts.every((part) => part === 0) ? 0 : whole - parts.reduce((all, part) => all + part, 0);
