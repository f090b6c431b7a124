import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { chooseWays } from "./choose-ways";
import { directionOf } from "./corridor";
import type { Direction } from "../shared/vocabulary";
import { type Centidays, countriesAvoided } from "./travel-time";
import { boardWaits, type Departure, monthWaits } from "./crossing-wait";
import { type Edge, type PreparedNetwork, withTowns } from "./prepare-network";
import { bestArrival, byTrainOnly, costOf, type Cost, type Reach, reachFrom, timeOf } from "./path-costs";
import type { InlandMode, Mode, Place, Way } from "./place";
import { compareWays, wayOf } from "./way-of-path";

/** A path from origin to destination over exactly one crossing, with its cost. */
type Path = { readonly edges: readonly Edge[]; readonly cost: Cost };

/** One question by one mode, made ready: the crossings allowed, how both ends reach them, and what a crossing costs so long after the goods have left. */
type Search = {
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
function pathOver(search: Search, crossing: Edge, most: Cost): Path | null {
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

const byCost = (a: Path, b: Path): number => a.cost - b.cost || (keyOf(a) < keyOf(b) ? -1 : 1);

export type WayQuery = {
  readonly originId: string;
  readonly destinationId: string;
  /** The mode of the border crossing; left out, every mode may answer. */
  readonly mode?: Mode | null;
  /** How goods come to the border and go on from it; left out, by the mode itself, and to a port or airport by road. */
  readonly inlandMode?: InlandMode | null;
  /** Left out, every hub may answer. */
  readonly hubId?: string | null;
  /** 1 to 12: planning figures of waits differ over the year. */
  readonly month: number;
  /** How many ways at most. */
  readonly k: number;
};

export type WayRefusal = Refusal<"unknown_place" | "unknown_hub" | "not_across_china_border" | "no_way">;

/**
 * The best ways for goods between two places, by days, then kilometres, then hub. A way crosses China's border exactly
 * once, at a hub, and keeps to its mode from door to door: a truck to road legs, a train to rail legs with a truck for the
 * first and the last leg only, ship and aircraft to road or rail between each end and a gateway, the nearest one abroad; `multimodal` alone mixes freely.
 * Where nothing is said of the inland mode, a ship's goods also go on by train from any port of their end's own country: to Moscow by Vostochny or Novorossiysk.
 * Air freight of the European Union keeps out of Russia and Belarus. There is one way of each hub and mode, its best; of the `k` that are asked for each
 * mode's best comes before any mode's second, and the list is sorted again. With a departure each way waits what is expected in its direction at its own arrival at the
 * border; without one the month's planning figure.
 * Refuses a place or hub it does not know, two ends on one side of China's border, and ends that nothing connects.
 */
export function planWays(
  known: PreparedNetwork,
  query: WayQuery,
  departure: Departure | null = null,
): Result<Way[], WayRefusal> {
  assert(Number.isInteger(query.month) && query.month >= 1 && query.month <= 12, "a month is 1 to 12");
  assert(Number.isInteger(query.k) && query.k >= 1, "at least one way is asked for");
  const network = withTowns(known, [query.originId, query.destinationId]);
  const origin = network.numberOf.get(query.originId);
  if (origin === undefined) return refuse("unknown_place", { placeId: query.originId });
  const destination = network.numberOf.get(query.destinationId);
  if (destination === undefined) return refuse("unknown_place", { placeId: query.destinationId });
  if (query.hubId && !network.hubIds.has(query.hubId)) return refuse("unknown_hub", { hubId: query.hubId });
  const direction = directionOf(network.places[origin] as Place, network.places[destination] as Place);
  if (direction === null) return refuse("not_across_china_border");

  const crossings = network.crossings[direction].filter(
    (edge) => (!query.mode || edge.mode === query.mode) && (!query.hubId || edge.hubId === query.hubId),
  );
  const waitAt = departure ? boardWaits(departure, direction, query.month) : monthWaits(network, query.month);
  const crossingCost: Search["crossingCost"] = (edge, after) =>
    costOf(edge.time + (waitAt(edge, after)?.time ?? 0), edge.leg.km);
  const abroadCountry = network.places[direction === "export" ? destination : origin]?.country ?? "";
  const searches = [...Map.groupBy(crossings, ({ mode }) => mode)].flatMap(([mode, over]): Search[] => {
    const inlandMode = inlandModeOf(mode, query);
    const avoided = countriesAvoided(mode, abroadCountry);
    const [fromOrigin, fromDestination] = [origin, destination].map((first) =>
      reachFrom(network, first, { inlandMode, avoided }),
    ) as [Reach, Reach];
    const isExport = direction === "export";
    const abroad = { reach: isExport ? fromDestination : fromOrigin, direction, inlandMode };
    const near = byNearestGateway(network, over, abroad);
    const search = { network, crossings: near, crossingCost, fromOrigin, fromDestination };
    const end = isExport ? destination : origin;
    if (mode !== "sea" || query.inlandMode || isSeaport(network, end, direction)) return [search];
    const ofOwnCountry = over.filter(
      (edge) => !near.includes(edge) && network.places[abroadOf(edge, direction)]?.country === abroadCountry,
    );
    const byTrain = byTrainOnly(reachFrom(network, end, { inlandMode: "rail", avoided }));
    const onward = isExport ? { fromDestination: byTrain } : { fromOrigin: byTrain };
    return [search, { ...search, crossings: ofOwnCountry, ...onward }];
  });
  const paths = bestOfEachHub(searches);
  if (paths.length === 0) {
    const { mode, hubId } = query;
    return refuse("no_way", { ...(mode ? { mode } : {}), ...(hubId ? { hubId } : {}) });
  }
  const ways = paths.map((path) => wayOf(network, path.edges, waitAt)).sort(compareWays);
  return accept(chooseWays(ways, query.k));
}

/** How goods come to a crossing by that mode and go on from it. */
function inlandModeOf(mode: Mode, { inlandMode }: WayQuery): InlandMode {
  if (inlandMode === "multimodal") return inlandMode;
  return mode === "road" || mode === "rail" ? mode : (inlandMode ?? "road");
}

const abroadOf = (edge: Edge, direction: Direction): number => (direction === "export" ? edge.to : edge.from);

/** Whether ships go to the end itself, so that its goods are taken off nowhere else. */
const isSeaport = ({ crossings }: PreparedNetwork, end: number, direction: Direction): boolean =>
  crossings[direction].some((edge) => edge.mode === "sea" && abroadOf(edge, direction) === end);

type Abroad = { readonly reach: Reach; readonly direction: Direction; readonly inlandMode: InlandMode };

/**
 * Those crossings of one mode that go to or from the gateway abroad which lies nearest to their end there, of all that ships or aircraft go to:
 * nobody takes Hamburg's goods off at Vladivostok, though trucks would be sooner. By land there is no such gateway, and multimodal goods take any.
 */
function byNearestGateway(network: PreparedNetwork, over: readonly Edge[], abroad: Abroad): readonly Edge[] {
  const { reach, direction, inlandMode } = abroad;
  const mode = over[0]?.mode;
  if (inlandMode === "multimodal" || mode === "road" || mode === "rail") return over;
  const costTo = (edge: Edge) => bestArrival(network, reach, { place: abroadOf(edge, direction), onward: null }).cost;
  const least = Math.min(...network.crossings[direction].filter((other) => other.mode === mode).map(costTo));
  return over.filter((edge) => costTo(edge) === least);
}

/** One search over each side of the border serves all hubs: a way is carriage, crossing, carriage. */
function bestOfEachHub(searches: readonly Search[]): Path[] {
  const best = new Map<string, Path>();
  for (const search of searches)
    for (const crossing of search.crossings) {
      const key = `${crossing.hubId}/${crossing.mode}`;
      const known = best.get(key);
      const path = pathOver(search, crossing, known?.cost ?? Number.POSITIVE_INFINITY);
      if (path && (!known || byCost(path, known) < 0)) best.set(key, path);
    }
  return [...best.values()];
}
