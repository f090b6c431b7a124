import type { InlandMode, Mode } from "../place";
import type { Edge, PreparedNetwork } from "./prepare-network";
import { type Ban, bestArrival, type Cost, costOf, NO_BAN, type Reach, reachFrom, timeOf, transferCost } from "./reach";
import type { Centidays } from "./travel-time";

/** A path from origin to destination over exactly one crossing, with its cost. */
export type Path = { readonly edges: readonly Edge[]; readonly cost: Cost };

/** One question, made ready: the ends by number, the crossings allowed, how goods come to them, and what a crossing costs so long after the goods have left. */
export type Search = {
  readonly network: PreparedNetwork;
  readonly origin: number;
  readonly destination: number;
  readonly crossings: readonly Edge[];
  readonly inlandMode: InlandMode;
  /** Places that the goods may not come through. */
  readonly avoided: ReadonlySet<number>;
  readonly crossingCost: (edge: Edge, after: Centidays) => Cost;
  /** The best paths from the origin over its side. */
  readonly fromOrigin: Reach;
  /** The best paths from the destination over its side; legs run both ways, so they serve backwards. */
  readonly fromDestination: Reach;
};

const reversed = (edge: Edge): Edge => ({ ...edge, from: edge.to, to: edge.from });

/** How the near end of a crossing is reached, what it cost to come to where that begins, and the most a path from there on may cost. */
export type Approach = { readonly near: Reach; readonly before: Cost; readonly most: Cost };

/**
 * The best path over one crossing, given how its near end is reached; null where one side does not connect, and where the path costs more
 * than `most`: then it is not put together. Goods go to the border by the quickest way: of whoever comes later nothing better is expected there.
 */
export function pathOver(search: Search, crossing: Edge, { near, before: gone, most }: Approach): Path | null {
  const { network, fromDestination } = search;
  const before = bestArrival(network, near, { place: crossing.from, onward: crossing.mode });
  const after = bestArrival(network, fromDestination, { place: crossing.to, onward: crossing.mode });
  const carriage = before.cost + after.cost;
  // A crossing costs something, so that carriage alone may already be too much; what it costs is the dearer question.
  if (carriage === Number.POSITIVE_INFINITY || carriage > most) return null;
  const cost = before.cost + search.crossingCost(crossing, timeOf(gone + before.cost)) + after.cost;
  if (cost > most) return null;
  const onCarriage = after.path().reverse().map(reversed);
  return { edges: [...before.path(), crossing, ...onCarriage], cost };
}

const keyOf = (path: Path): string =>
  path.edges.map((edge) => `${edge.from}>${edge.to}${edge.mode}${edge.leg.km}`).join(" ");

export const byCost = (a: Path, b: Path): number => a.cost - b.cost || (keyOf(a) < keyOf(b) ? -1 : 1);

/** What the edges of a path cost one after the other, with the transfers between them. */
function costAlong(search: Search, edges: readonly Edge[]): Cost {
  let before: Mode | null = null;
  let total = 0;
  for (const edge of edges) {
    total += transferCost(search.network, before, edge.mode);
    total += edge.hubId === null ? costOf(edge.time, edge.leg.km) : search.crossingCost(edge, timeOf(total));
    before = edge.mode;
  }
  return total;
}

/** The best path that follows `root` and then leaves it by a leg that is not banned. */
function deviation(search: Search, root: readonly Edge[], ban: Ban): Path | null {
  const { network } = search;
  const last = root.at(-1);
  const spur = last ? last.to : search.origin;
  const hasCrossed = root.some((edge) => edge.hubId !== null);
  const ends = { first: last ? null : search.origin, last: hasCrossed ? search.destination : null };
  const near = reachFrom(network, spur, {
    ...{ inlandMode: search.inlandMode, ends, mode: last?.mode ?? null, ban },
    avoided: search.avoided,
  });
  let tail: Path | null = null;
  if (hasCrossed) {
    const end = bestArrival(network, near, { place: search.destination, onward: null });
    if (end.cost < Number.POSITIVE_INFINITY) tail = { edges: end.path(), cost: end.cost };
  } else {
    const before = costAlong(search, root);
    for (const crossing of search.crossings) {
      if (crossing.from === spur && ban.legs.has(crossing.leg)) continue;
      const path = pathOver(search, crossing, { near, before, most: tail?.cost ?? Number.POSITIVE_INFINITY });
      if (path && (tail === null || byCost(path, tail) < 0)) tail = path;
    }
  }
  if (tail === null) return null;
  const edges = [...root, ...tail.edges];
  return { edges, cost: costAlong(search, edges) };
}

/** The `k` best paths that visit no place twice, cheapest first, whatever their hubs (Yen's algorithm). */
export function bestPaths(search: Search, k: number): Path[] {
  const found: Path[] = [];
  const known = new Set<string>();
  const waiting = new Map<string, Path>();
  const first = deviation(search, [], NO_BAN);
  if (first) waiting.set(keyOf(first), first);
  while (found.length < k && waiting.size > 0) {
    const next = [...waiting.values()].reduce((best, path) => (byCost(path, best) < 0 ? path : best));
    waiting.delete(keyOf(next));
    known.add(keyOf(next));
    found.push(next);
    for (let length = 0; length < next.edges.length; length++) {
      const root = next.edges.slice(0, length);
      const isOnRoot = (path: Path) => root.every((edge, i) => path.edges[i]?.leg === edge.leg);
      const ban: Ban = {
        places: new Set(root.map((edge) => edge.from)),
        legs: new Set(found.filter(isOnRoot).flatMap((path) => path.edges[length]?.leg ?? [])),
      };
      const path = deviation(search, root, ban);
      const key = path && keyOf(path);
      if (key && !known.has(key)) waiting.set(key, path);
    }
  }
  return found;
}
