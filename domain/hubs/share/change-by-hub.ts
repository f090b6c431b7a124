import { type HubShare, shareOf, type TrafficMeasure, type TrafficRow } from "../traffic";

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
