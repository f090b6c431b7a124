import type { InlandMode, Mode } from "./place";
import type { Edge, PreparedNetwork } from "./prepare-network";

/**
 * Days first, kilometres second, in one safe integer: centidays × 10⁷ + km. Every leg has at least one kilometre, so
 * every cost is positive and no best path visits a place twice.
 */
export type Cost = number;
const KM_ROOM = 10_000_000;
export const costOf = (time: number, km: number): Cost => time * KM_ROOM + km;

/** The days in it (centidays), without the kilometres. */
export const timeOf = (cost: Cost): number => Math.floor(cost / KM_ROOM);

/** A path is costed by the mode it arrives with, for changing between truck and train takes a transfer. */
type CarriageMode = "road" | "rail";
const CARRIAGE_MODES: readonly CarriageMode[] = ["road", "rail"];

type Asked = {
  readonly inlandMode: InlandMode;
  /** Countries that the goods may not come through. */
  readonly avoided: ReadonlySet<string>;
};

/** Whether goods that start there may go on by the edge: a train's are on a truck for the leg at their own end alone. */
function mayTake({ places }: PreparedNetwork, edge: Edge, start: number, { inlandMode, avoided }: Asked): boolean {
  if (avoided.has(places[edge.to]?.country ?? "")) return false;
  return inlandMode === "multimodal" || edge.mode === inlandMode || (inlandMode === "rail" && edge.from === start);
}

/** A port or an airport of China is where ships and aircraft leave: no truck comes past it on the way to another. */
const isPassed = ({ places }: PreparedNetwork, place: number): boolean => {
  const role = places[place]?.role;
  return role !== "sea gateway" && role !== "air gateway";
};

/** The best paths from one place to every place on its side of the border. */
export type Reach = {
  /** Cost to arrive at the place with that mode; Infinity where it cannot be reached. */
  readonly costTo: (place: number, mode: CarriageMode) => Cost;
  /** The edges of that path, from the start outwards. */
  readonly pathTo: (place: number, mode: CarriageMode) => Edge[];
};

/** The same reach, of places that a train comes to: a truck carries from the start to its station at most. */
export const byTrainOnly = (reach: Reach): Reach => ({
  ...reach,
  costTo: (place, mode) => (mode === "rail" ? reach.costTo(place, mode) : Number.POSITIVE_INFINITY),
});

const isCarriage = (mode: Mode): mode is CarriageMode => mode === "road" || mode === "rail";

const transferCost = (network: PreparedNetwork, before: CarriageMode, after: Mode | null): Cost =>
  after !== null && before !== after && isCarriage(after) ? costOf(network.transfer, 0) : 0;

// A reach changes with the network's legs and speeds alone, neither with the day nor with what is waited anywhere.
const found = new WeakMap<PreparedNetwork, Map<string, Reach>>();

/** The best paths from one place, searched once for a network: there are as many reaches as places, inland modes and sets of countries avoided. */
export function reachFrom(network: PreparedNetwork, start: number, asked: Asked): Reach {
  const known = found.get(network) ?? new Map<string, Reach>();
  found.set(network, known);
  const key = [start, asked.inlandMode, ...asked.avoided].join(" ");
  const reach = known.get(key) ?? search(network, start, asked);
  known.set(key, reach);
  return reach;
}

/**
 * Dijkstra over the states (place, mode of arrival) on one side of the border, by the legs that the inland mode may take. A start without a mode
 * is free to leave by either. The next state is found by a plain scan: a side has about a hundred states, where a heap gains nothing.
 */
function search(network: PreparedNetwork, start: number, asked: Asked): Reach {
  const states = network.places.length * 2;
  const cost = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  const arrival: (Edge | undefined)[] = new Array(states);
  const previous = new Int32Array(states).fill(-1);
  const open = new Set<number>();
  const stateOf = (place: number, mode: CarriageMode) => place * 2 + (mode === "rail" ? 1 : 0);
  for (const mode of CARRIAGE_MODES) {
    cost[stateOf(start, mode)] = 0;
    open.add(stateOf(start, mode));
  }
  while (open.size > 0) {
    const state = cheapest(open, cost);
    open.delete(state);
    if (state >> 1 !== start && !isPassed(network, state >> 1)) continue;
    for (const edge of network.carriage[state >> 1] ?? []) {
      if (!mayTake(network, edge, start, asked)) continue;
      const onto = transferCost(network, state % 2 === 1 ? "rail" : "road", edge.mode);
      const total = (cost[state] as number) + onto + costOf(edge.time, edge.leg.km);
      const next = stateOf(edge.to, edge.mode as CarriageMode);
      if (total >= (cost[next] as number)) continue;
      cost[next] = total;
      arrival[next] = edge;
      previous[next] = state;
      open.add(next);
    }
  }
  return {
    costTo: (place, mode) => cost[stateOf(place, mode)] as number,
    pathTo: (place, mode) => {
      const path: Edge[] = [];
      for (let state = stateOf(place, mode); arrival[state]; state = previous[state] as number) {
        path.push(arrival[state] as Edge);
      }
      return path.reverse();
    },
  };
}

function cheapest(open: ReadonlySet<number>, cost: Float64Array): number {
  let best = -1;
  for (const state of open) if (best < 0 || (cost[state] as number) < (cost[best] as number)) best = state;
  return best;
}

/** The cheaper of arriving at the place by road and by rail, when the goods go on by `onward`. */
export function bestArrival(network: PreparedNetwork, reach: Reach, at: { place: number; onward: Mode | null }) {
  const { place, onward } = at;
  const byRoad = reach.costTo(place, "road") + transferCost(network, "road", onward);
  const byRail = reach.costTo(place, "rail") + transferCost(network, "rail", onward);
  const mode: CarriageMode = byRail < byRoad ? "rail" : "road";
  return { mode, cost: Math.min(byRail, byRoad), path: () => reach.pathTo(place, mode) };
}
