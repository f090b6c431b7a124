import type { Corridor } from "./corridor";
import { type Ratio, ZERO, apportion, minus, plus, ratio, times } from "./share-ratio";
import { amountOf, type HubShare, shareOf, type TrafficMeasure, type TrafficRow } from "./traffic";

/** What one corridor added to the change of the joint border share, in basis points. */
export type CorridorChange = {
  readonly corridor: Corridor;
  /** More or less of the corridor's own goods went through border hubs. */
  readonly withinBps: number;
  /** The corridor itself became a larger or smaller part of the whole. */
  readonly mixBps: number;
  readonly exact: { readonly within: Ratio; readonly mix: Ratio };
};

export type ChangeSplit = {
  readonly beforeBps: number;
  readonly afterBps: number;
  readonly changeBps: number;
  readonly withinBps: number;
  readonly mixBps: number;
  readonly corridors: readonly CorridorChange[];
};

type Sums = { readonly whole: bigint; readonly border: bigint };

const HALF = ratio(1n, 2n);
const BPS = ratio(10_000n, 1n);
const mean = (a: Ratio, b: Ratio): Ratio => times(plus(a, b), HALF);
const share = (part: bigint, whole: bigint): Ratio => (whole === 0n ? ZERO : ratio(part, whole));

function sumsOf(rows: readonly TrafficRow[], measure: TrafficMeasure): Sums {
  const total = (some: readonly TrafficRow[]) => some.reduce((all, row) => all + amountOf(row, measure), 0n);
  return { whole: total(rows), border: total(rows.filter((row) => row.isBorderHub)) };
}

/**
 * Why the joint border share changed between two periods: Δshare = Σ w̄·Δs (within corridors) + Σ s̄·Δw (mix), where w is
 * a corridor's weight in the whole, s the border share in it and a bar the mean of both periods. The split is exact; its
 * printed basis points sum to the printed difference. A corridor without traffic in one period is taken to have had the
 * border share of the other, so all of its effect is mix. Null where a period has no traffic.
 */
export function splitChange(
  before: readonly TrafficRow[],
  after: readonly TrafficRow[],
  measure: TrafficMeasure,
): ChangeSplit | null {
  const [beforeBps, afterBps] = [before, after].map(
    (rows) => shareOf(rows, measure, { by: "total" })[0]?.borderHubShareBps ?? null,
  );
  if (beforeBps == null || afterBps == null) return null;
  const corridors = [...new Set([...before, ...after].map((row) => row.corridor))].sort();
  const [all0, all1] = [sumsOf(before, measure), sumsOf(after, measure)];
  const exact = corridors.map((corridor) => {
    const [c0, c1] = [before, after].map((rows) =>
      sumsOf(
        rows.filter((row) => row.corridor === corridor),
        measure,
      ),
    ) as [Sums, Sums];
    const [w0, w1] = [share(c0.whole, all0.whole), share(c1.whole, all1.whole)];
    const known0 = c0.whole === 0n ? c1 : c0;
    const known1 = c1.whole === 0n ? c0 : c1;
    const [s0, s1] = [share(known0.border, known0.whole), share(known1.border, known1.whole)];
    return { within: times(mean(w0, w1), minus(s1, s0)), mix: times(mean(s0, s1), minus(w1, w0)) };
  });
  const changeBps = afterBps - beforeBps;
  const parts = exact.flatMap(({ within, mix }) => [times(within, BPS), times(mix, BPS)]);
  const printed = apportion(parts, BigInt(changeBps)).map(Number);
  const rows = corridors.map((corridor, index): CorridorChange => {
    const [withinBps = 0, mixBps = 0] = printed.slice(index * 2, index * 2 + 2);
    return { corridor, withinBps, mixBps, exact: exact[index] as CorridorChange["exact"] };
  });
  return {
    beforeBps,
    afterBps,
    changeBps,
    withinBps: rows.reduce((all, row) => all + row.withinBps, 0),
    mixBps: rows.reduce((all, row) => all + row.mixBps, 0),
    corridors: rows,
  };
}

export type HubChange = { readonly hubId: string; readonly changeBps: number };

export type ChangeByHub = {
  readonly beforeBps: number;
  readonly afterBps: number;
  /** Border hubs, the largest gain first. */
  readonly hubs: readonly HubChange[];
};

/**
 * What each border hub added to the joint share between two periods, as differences of the printed shares: they sum to
 * the printed difference of the joint share. Null where a period has no traffic.
 */
export function changeByHub(
  before: readonly TrafficRow[],
  after: readonly TrafficRow[],
  measure: TrafficMeasure,
): ChangeByHub | null {
  const [first, second] = [before, after].map((rows) => shareOf(rows, measure, { by: "total" })[0]);
  if (first?.borderHubShareBps == null || second?.borderHubShareBps == null) return null;
  const changes = new Map<string, number>();
  const count = (hubs: readonly HubShare[], sign: number) => {
    for (const { hubId, isBorderHub, shareBps } of hubs) {
      if (isBorderHub) changes.set(hubId, (changes.get(hubId) ?? 0) + sign * shareBps);
    }
  };
  count(first.hubs, -1);
  count(second.hubs, 1);
  const hubs = [...changes].map(([hubId, changeBps]) => ({ hubId, changeBps }));
  return {
    beforeBps: first.borderHubShareBps,
    afterBps: second.borderHubShareBps,
    hubs: hubs.sort((a, b) => b.changeBps - a.changeBps || (a.hubId < b.hubId ? -1 : 1)),
  };
}
