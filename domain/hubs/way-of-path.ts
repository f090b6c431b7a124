import { assert } from "@/domain/shared/result";
import type { CrossingWait, WaitAtCrossing } from "./crossing-wait";
import type { Edge, PreparedNetwork } from "./prepare-network";
import { slowest } from "./travel-time";
import type { DayRange, Mode, Way, WayLeg } from "./place";

const isTransfer = (before: Mode | undefined, after: Mode): boolean =>
  (before === "road" && after === "rail") || (before === "rail" && after === "road");

const daysOf = (centidays: number): number => centidays / 100;

/** The way along these edges with its wait where it then arrives; its totals are the sums of its legs, to the hundredth of a day. */
export function wayOf(network: PreparedNetwork, edges: readonly Edge[], waitAt: WaitAtCrossing): Way {
  const crossing = edges.find((edge) => edge.hubId !== null);
  assert(crossing?.hubId, "a way crosses the border at a hub");
  let met: CrossingWait | null = null;
  const total = { km: 0, min: 0, max: 0 };
  const legs = edges.map((edge, index): WayLeg => {
    const transfer = isTransfer(edges[index - 1]?.mode, edge.mode) ? network.transfer : 0;
    if (edge === crossing) met = waitAt(edge, total.min + transfer);
    const time = edge.time + transfer + (edge === crossing ? (met?.time ?? 0) : 0);
    total.km += edge.leg.km;
    total.min += time;
    total.max += slowest(time);
    const { mode, leg } = edge;
    const [fromId, toId] = [network.places[edge.from]?.id ?? "", network.places[edge.to]?.id ?? ""];
    const days: DayRange = { min: daysOf(time), max: daysOf(slowest(time)) };
    return { fromId, toId, mode, km: leg.km, days, source: leg.source, isEstimate: leg.isEstimate };
  });
  // Assigned within the loop, which the compiler does not follow.
  const borderWait = (met as CrossingWait | null)?.wait ?? null;
  return {
    hubId: crossing.hubId,
    mode: crossing.mode,
    legs,
    distanceKm: total.km,
    days: { min: daysOf(total.min), max: daysOf(total.max) },
    borderWait,
    isEstimate: network.areSpeedsEstimates || legs.some((leg) => leg.isEstimate) || borderWait?.isEstimate === true,
  };
}

type Compared = Pick<Way, "hubId" | "mode" | "days" | "distanceKm"> & {
  readonly legs: readonly Pick<WayLeg, "fromId" | "mode">[];
};

const stops = (way: Compared): string => way.legs.map((leg) => `${leg.fromId} ${leg.mode}`).join(" ");

const text = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** By planned days, then kilometres, then hub, then what lies on the way. */
export const compareWays = (a: Compared, b: Compared): number =>
  a.days.min - b.days.min ||
  a.distanceKm - b.distanceKm ||
  text(a.hubId, b.hubId) ||
  text(a.mode, b.mode) ||
  text(stops(a), stops(b));
