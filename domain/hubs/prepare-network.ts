import { assert } from "@/domain/shared/result";
import { lastLegs } from "./last-leg";
import type { BorderWait, Leg, Mode, Network, Place } from "./place";
import {
  type Centidays,
  crossingHandling,
  type PortDays,
  portDays,
  type SpeedTable,
  speedTable,
  transferTime,
  travelTime,
} from "./travel-time";

/** One leg in one direction, places by number. */
export type Edge = {
  readonly from: number;
  readonly to: number;
  readonly mode: Mode;
  readonly leg: Leg;
  /** Travel and handling, without transfer and border wait. */
  readonly time: Centidays;
  /** The hub whose border it crosses; null for a leg that stays on one side. */
  readonly hubId: string | null;
};

/** A network made ready for questions: numbered places, legs on each side of the border, crossings, waits. */
export type PreparedNetwork = {
  readonly places: readonly Place[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly hubIds: ReadonlySet<string>;
  /** By place: the road and rail legs that stay on its side of China's border. */
  readonly carriage: readonly (readonly Edge[])[];
  /** Every leg over the border, once outward and once inward. */
  readonly crossings: { readonly export: readonly Edge[]; readonly import: readonly Edge[] };
  readonly waits: ReadonlyMap<string, BorderWait>;
  readonly transfer: Centidays;
  /** What of a crossing's days passes in ports or airports, by the mode of the crossing. */
  readonly portDays: Readonly<Record<Mode, PortDays>>;
  readonly areSpeedsEstimates: boolean;
  readonly speeds: SpeedTable;
  /** A town beyond the network's own places, by its id; null where there is none. */
  readonly townOf: TownOf;
};

export type TownOf = (id: string) => Place | null;

export const waitKey = (hubId: string, mode: Mode, month: number): string => `${hubId}/${mode}/${month}`;

const legOrder = (a: Leg, b: Leg): number => {
  const [first, second] = [a, b].map((leg) => `${leg.fromId} ${leg.toId} ${leg.mode}`) as [string, string];
  if (first !== second) return first < second ? -1 : 1;
  return a.km - b.km || (a.source < b.source ? -1 : 1);
};

const sameLeg = ({ fromId, toId, mode, km }: Leg): string => `${[fromId, toId].sort().join(" ")} ${mode} ${km}`;

/** A leg told twice, by two sources or from its other end, is one leg: nobody has a choice between the two. */
function distinctLegs(legs: readonly Leg[]): Leg[] {
  const byKey = new Map<string, Leg>();
  for (const leg of [...legs].sort(legOrder)) if (!byKey.has(sameLeg(leg))) byKey.set(sameLeg(leg), leg);
  return [...byKey.values()];
}

function edgeOf(leg: Leg, ends: readonly [Place, Place], speeds: SpeedTable): Omit<Edge, "from" | "to"> | null {
  const [a, b] = ends;
  const travel = travelTime(leg, ends, speeds);
  if ((a.country === "CN") !== (b.country === "CN")) {
    const hubId = (a.country === "CN" ? a : b).hubId;
    // A published length such as Kunming to Vientiane spans the border without naming its hub, so no way may use it.
    if (hubId === null) return null;
    return { mode: leg.mode, leg, time: travel + crossingHandling(leg.mode, speeds), hubId };
  }
  // Goods reach and leave a gateway by road or rail; ships and aircraft only cross the border.
  return leg.mode === "road" || leg.mode === "rail" ? { mode: leg.mode, leg, time: travel, hubId: null } : null;
}

/** Sorts the network into what the planner asks for; do it once per network, not per question. Towns join it as they are asked for. */
export function prepareNetwork(network: Network, townOf: TownOf = () => null): PreparedNetwork {
  const places = [...network.places].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numberOf = new Map(places.map((place, number) => [place.id, number]));
  const speeds = speedTable(network.speeds);
  const carriage: Edge[][] = places.map(() => []);
  const crossings = { export: [] as Edge[], import: [] as Edge[] };
  for (const leg of distinctLegs(network.legs)) {
    assert(Number.isSafeInteger(leg.km) && leg.km > 0, "a leg has whole kilometres");
    const [from, to] = [numberOf.get(leg.fromId), numberOf.get(leg.toId)];
    assert(from !== undefined && to !== undefined, `both ends of ${leg.fromId}-${leg.toId} are known places`);
    const edge = edgeOf(leg, [places[from] as Place, places[to] as Place], speeds);
    if (edge === null) continue;
    const [there, back] = [
      { ...edge, from, to },
      { ...edge, from: to, to: from },
    ];
    if (edge.hubId === null) {
      carriage[from]?.push(there);
      carriage[to]?.push(back);
    } else {
      const isOutward = places[from]?.country === "CN";
      crossings.export.push(isOutward ? there : back);
      crossings.import.push(isOutward ? back : there);
    }
  }
  return {
    places,
    numberOf,
    hubIds: new Set(places.flatMap((place) => place.hubId ?? [])),
    carriage,
    crossings,
    waits: new Map(network.waits.map((wait) => [waitKey(wait.hubId, wait.mode, wait.month), wait])),
    transfer: transferTime(speeds),
    portDays: {
      ...{ road: portDays("road", speeds), rail: portDays("rail", speeds) },
      ...{ sea: portDays("sea", speeds), air: portDays("air", speeds) },
    },
    areSpeedsEstimates: network.speeds.some((speed) => speed.isEstimate),
    ...{ speeds, townOf },
  };
}

// The paths that were searched in a network are kept with it (path-costs.ts), so the last networks with towns are kept as well.
const WITH_TOWNS_MAX = 64;
const withTown = new WeakMap<PreparedNetwork, Map<string, PreparedNetwork>>();

/** The network with those of the places that are towns beyond it, each joined by its last legs; the network itself where none is. */
export function withTowns(network: PreparedNetwork, ids: readonly string[]): PreparedNetwork {
  const towns = [...new Set(ids)].flatMap((id) => (network.numberOf.has(id) ? [] : (network.townOf(id) ?? [])));
  if (towns.length === 0) return network;
  const known = withTown.get(network) ?? new Map<string, PreparedNetwork>();
  withTown.set(network, known);
  const key = towns.map(({ id }) => id).join(" ");
  const joined = known.get(key) ?? joinTowns(network, towns);
  known.delete(key);
  known.set(key, joined);
  const [oldest] = known.keys();
  if (known.size > WITH_TOWNS_MAX && oldest !== undefined) known.delete(oldest);
  return joined;
}

function joinTowns(network: PreparedNetwork, towns: readonly Place[]): PreparedNetwork {
  const places = [...network.places, ...towns];
  const numberOf = new Map(places.map((place, number) => [place.id, number]));
  const carriage = places.map((_, number) => [...(network.carriage[number] ?? [])]);
  for (const town of towns)
    for (const leg of lastLegs(town, network.places)) {
      const [from, to] = [numberOf.get(town.id), numberOf.get(leg.toId)] as [number, number];
      const edge = edgeOf(leg, [town, places[to] as Place], network.speeds);
      if (edge === null) continue;
      carriage[from]?.push({ ...edge, from, to });
      carriage[to]?.push({ ...edge, from: to, to: from });
    }
  return { ...network, places, numberOf, carriage };
}
