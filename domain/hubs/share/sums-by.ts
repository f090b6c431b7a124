import { apportion } from "./apportion";
import { ratio, round } from "./ratio";
import { amountOf, type TrafficMeasure, type TrafficRow } from "../traffic";

/** One corridor's, service's or hub's traffic: all of it, and what of it went through border hubs. */
export type ShareSum = { readonly key: string; readonly wholeAmount: bigint; readonly borderAmount: bigint };

/** Traffic in the measure's units (orders, deals, fen, grams), summed by what `keyOf` names; the largest first. */
export function sumsBy(
  rows: readonly TrafficRow[],
  measure: TrafficMeasure,
  keyOf: (row: TrafficRow) => string,
): ShareSum[] {
  const sums = new Map<string, ShareSum>();
  for (const row of rows) {
    const key = keyOf(row);
    const amount = amountOf(row, measure);
    const { wholeAmount, borderAmount } = sums.get(key) ?? { wholeAmount: 0n, borderAmount: 0n };
    sums.set(key, {
      key,
      wholeAmount: wholeAmount + amount,
      borderAmount: borderAmount + (row.isBorderHub ? amount : 0n),
    });
  }
  return [...sums.values()]
    .filter((sum) => sum.wholeAmount > 0n)
    .sort((a, b) =>
      a.wholeAmount === b.wholeAmount ? (a.key < b.key ? -1 : 1) : a.wholeAmount > b.wholeAmount ? -1 : 1,
    );
}

const TENTHS_IN_WHOLE = 1_000n;
const BPS_IN_TENTH = 10;

/** `part` of `whole` to a tenth of a percent, half up, in basis points. Nothing has no share, which counts as 0 here. */
export const shownBps = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number(round(ratio(part * TENTHS_IN_WHOLE, whole))) * BPS_IN_TENTH;

/** All the parts of a whole to a tenth of a percent, in basis points, so that what is shown adds up to it. */
export const shownParts = (parts: readonly bigint[]): number[] => {
  const whole = parts.reduce((all, part) => all + part, 0n);
  if (whole === 0n) return parts.map(() => 0);
  const exact = parts.map((part) => ratio(part * TENTHS_IN_WHOLE, whole));
  return apportion(exact, TENTHS_IN_WHOLE).map((tenths) => Number(tenths) * BPS_IN_TENTH);
};
