import type { Edge, PreparedNetwork } from "./prepare-network";
import { bestArrival, type Cost, type Reach, timeOf } from "./reach";
import type { Centidays } from "./travel-time";

/** A path from origin to destination over exactly one crossing, with its cost. */
export type Path = { readonly edges: readonly Edge[]; readonly cost: Cost };

/** One question by one mode, made ready: the crossings allowed, how both ends reach them, and what a crossing costs so long after the goods have left. */
export type Search = {
  readonly network: PreparedNetwork;
  readonly crossings: readonly Edge[];
  readonly crossingCost: (edge: Edge, after: Centidays) => Cost;
  /** The best paths from the origin over its side. */
  readonly fromOrigin: Reach;
  /** The best paths from the destination over its side; legs run both ways, so they serve backwards. */
  readonly fromDestination: Reach;
};

const reversed = (edge: Edge): Edge => ({ ...edge, from: edge.to, to: edge.from });

/**
 * The best path over one crossing; null where one side does not connect, and where the path costs more
 * than `most`: then it is not put together. Goods go to the border by the quickest way: of whoever comes later nothing better is expected there.
 */
export function pathOver(search: Search, crossing: Edge, most: Cost): Path | null {
  const { network, fromOrigin, fromDestination } = search;
  const before = bestArrival(network, fromOrigin, { place: crossing.from, onward: crossing.mode });
  const after = bestArrival(network, fromDestination, { place: crossing.to, onward: crossing.mode });
  const carriage = before.cost + after.cost;
  // A crossing costs something, so that carriage alone may already be too much; what it costs is the dearer question.
  if (carriage === Number.POSITIVE_INFINITY || carriage > most) return null;
  const cost = before.cost + search.crossingCost(crossing, timeOf(before.cost)) + after.cost;
  if (cost > most) return null;
  const onCarriage = after.path().reverse().map(reversed);
  return { edges: [...before.path(), crossing, ...onCarriage], cost };
}

const keyOf = (path: Path): string =>
  path.edges.map((edge) => `${edge.from}>${edge.to}${edge.mode}${edge.leg.km}`).join(" ");

export const byCost = (a: Path, b: Path): number => a.cost - b.cost || (keyOf(a) < keyOf(b) ? -1 : 1);
