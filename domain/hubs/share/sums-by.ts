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
