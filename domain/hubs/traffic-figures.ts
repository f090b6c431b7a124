import { ratio, round } from "./share-ratio";
import { amountOf, type TrafficMeasure, type TrafficRow } from "./traffic";

/** All that is counted of one hub, corridor, service or month, and what of it went through border hubs, by the measure. */
export type FigureSum = {
  readonly count: number;
  readonly valueMinor: bigint;
  readonly passThroughMinor: bigint;
  readonly weightGrams: number;
  /** In units of the measure: orders, deals, fen or grams. */
  readonly wholeAmount: bigint;
  readonly borderAmount: bigint;
};

export const NOTHING: FigureSum = {
  count: 0,
  valueMinor: 0n,
  passThroughMinor: 0n,
  weightGrams: 0,
  wholeAmount: 0n,
  borderAmount: 0n,
};

/** Adds up rows to one sum. */
export const figureSum = (rows: readonly TrafficRow[], measure: TrafficMeasure): FigureSum =>
  rows.reduce((sum, row) => {
    const amount = amountOf(row, measure);
    return {
      count: sum.count + row.count,
      valueMinor: sum.valueMinor + row.valueMinor,
      passThroughMinor: sum.passThroughMinor + row.passThroughMinor,
      weightGrams: sum.weightGrams + row.weightGrams,
      wholeAmount: sum.wholeAmount + amount,
      borderAmount: sum.borderAmount + (row.isBorderHub ? amount : 0n),
    };
  }, NOTHING);

/** Adds up the rows of each key: `keyOf` names the hub, corridor, service or month that a row is of. */
export function figureSums(
  rows: readonly TrafficRow[],
  measure: TrafficMeasure,
  keyOf: (row: TrafficRow) => string,
): ReadonlyMap<string, FigureSum> {
  const groups = new Map<string, TrafficRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return new Map([...groups].map(([key, some]) => [key, figureSum(some, measure)]));
}

const BPS_IN_WHOLE = 10_000n;

/** The share of border hubs within a sum in basis points, half up; null where nothing was counted. */
export const borderBps = ({ borderAmount, wholeAmount }: FigureSum): number | null =>
  wholeAmount === 0n ? null : Number(round(ratio(borderAmount * BPS_IN_WHOLE, wholeAmount)));

/** What part of the whole a sum is, in basis points, half up and by itself; null where nothing was counted. */
export const partBps = (sum: FigureSum, whole: FigureSum): number | null =>
  whole.wholeAmount === 0n ? null : Number(round(ratio(sum.wholeAmount * BPS_IN_WHOLE, whole.wholeAmount)));

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
