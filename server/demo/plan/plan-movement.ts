import { corridorOf } from "../../../domain/hubs/corridor";
import type { PreparedNetwork } from "../../../domain/hubs/network/prepare-network";
import type { InlandMode, Mode, Place } from "../../../domain/hubs/place";
import { planWays } from "../../../domain/hubs/plan-ways";
import type { PlannedStart, Stream } from "./calendar";
import type { DemoCargo, DemoRoute, MarketData } from "./market-data";
import { pick, pickWeighted, type Random } from "./random";

/** What moves, from where to where, through which hub and by what: the frame of a demo deal. */
export type Movement = {
  readonly cargo: DemoCargo;
  readonly corridor: string;
  readonly originId: string;
  readonly destinationId: string;
  readonly hubId: string;
  readonly mode: Mode;
  readonly inlandMode: InlandMode | null;
  readonly haul: string;
  readonly equipment: string;
  /** The price band of its main haul; null for sea and air, which are priced by distance. */
  readonly route: DemoRoute | null;
  readonly distanceKm: number;
  readonly days: { readonly min: number; readonly max: number };
};

export type World = {
  readonly market: MarketData;
  readonly network: PreparedNetwork;
  readonly places: ReadonlyMap<string, Place>;
};

const MODE_OF_HAUL: Readonly<Record<string, Mode>> = {
  ftl: "road",
  ltl: "road",
  tir: "road",
  gms_direct: "road",
  rail_fcl: "rail",
  rail_lcl: "rail",
  block_train: "rail",
  rail_wagon: "rail",
  multimodal: "rail",
};

const AIR_VALUE_USD_PER_KG = 20;
const CNY_PER_USD = 7;

const monthOf = (start: PlannedStart): number => new Date(start.at).getUTCMonth();

const hubGroupOf = (world: World, placeId: string | null): string | null =>
  placeId === null ? null : (world.places.get(placeId)?.hubId ?? null);

const NAMED: readonly Stream[] = ["pingxiang", "horgos", "suifenhe"];

const runsThrough = (world: World, route: DemoRoute, stream: Stream): boolean => {
  const group = hubGroupOf(world, route.hub);
  if (group === null || !(route.mode in MODE_OF_HAUL)) return false;
  return stream === "other_land" ? !NAMED.includes(group as Stream) : group === stream;
};

function overLand(random: Random, world: World, start: PlannedStart): Movement | null {
  const { cargo, prices } = world.market;
  const month = monthOf(start);
  const pairs = cargo.flatMap((one) =>
    one.typicalRoutes
      .map((id) => prices.routes.find((route) => route.id === id))
      .filter((route) => route !== undefined)
      .filter((route) => runsThrough(world, route, start.stream))
      .map((route) => ({ cargo: one, route })),
  );
  const { cargo: chosen, route } = pickWeighted(random, pairs, (pair) => pair.cargo.seasonWeights[month] as number);
  return movementBy(world, { cargo: chosen, route, month });
}

/** Goods on their way by one of the market's land routes in a month, 0 being January; null where the network knows no way for it. */
export function movementBy(
  world: World,
  of: { readonly cargo: DemoCargo; readonly route: DemoRoute; readonly month: number },
): Movement | null {
  const { cargo, route, month } = of;
  const mode = MODE_OF_HAUL[route.mode];
  const hubId = hubGroupOf(world, route.hub);
  if (mode === undefined || hubId === null) return null;
  const inlandMode = route.mode === "multimodal" ? "multimodal" : null;
  const ways = planWays(world.network, {
    originId: route.from,
    destinationId: route.to,
    mode,
    inlandMode,
    hubId,
    month: month + 1,
    k: 1,
  });
  const way = ways.ok ? ways.value[0] : undefined;
  if (!way) return null;
  const ends = { originId: route.from, destinationId: route.to };
  const { haul, equipment } = { haul: route.mode, equipment: route.equipment };
  return {
    cargo,
    corridor: route.corridor,
    ...ends,
    hubId,
    mode,
    inlandMode,
    haul,
    equipment,
    route,
    distanceKm: way.distanceKm,
    days: way.days,
  };
}

const usdPerKg = ({ value, grossKg }: DemoCargo): number =>
  (value.min + value.max) / (grossKg.min + grossKg.max) / (value.currency === "CNY" ? CNY_PER_USD : 1);

/** Chinese cities that cargo starts from or goes to, when it does not take a land route. */
const isInland = (place: Place): boolean =>
  place.country === "CN" && (place.role === "origin" || place.role === "destination");

function overWater(random: Random, world: World, start: PlannedStart): Movement | null {
  const mode: Mode = start.stream === "sea" ? "sea" : "air";
  const places = [...world.places.values()];
  const ports = places.filter(
    (place) =>
      place.country !== "CN" && (mode === "sea" ? place.role === "destination port" : place.role === "destination"),
  );
  const month = monthOf(start);
  const fits = world.market.cargo.filter((one) => {
    const abroad = one.originCountry === "CN" ? one.destinationCountry : one.originCountry;
    return ports.some((port) => port.country === abroad) && (mode === "sea" || usdPerKg(one) >= AIR_VALUE_USD_PER_KG);
  });
  const cargo = pickWeighted(random, fits, (one) => one.seasonWeights[month] as number);
  const isExport = cargo.originCountry === "CN";
  const port = pick(
    random,
    ports.filter((one) => one.country === (isExport ? cargo.destinationCountry : cargo.originCountry)),
  );
  const inland = pick(random, places.filter(isInland));
  const [origin, destination] = isExport ? [inland, port] : [port, inland];
  const ends = { originId: origin.id, destinationId: destination.id };
  const ways = planWays(world.network, { ...ends, mode, month: month + 1, k: 3 });
  if (!ways.ok || ways.value.length === 0) return null;
  const way = pickWeighted(random, ways.value, (one) => 1 / one.days.min);
  const equipment = mode === "air" ? "air_pallet" : cargo.temperature ? "40rf" : "40hc";
  const corridor = corridorOf(origin, destination);
  return {
    cargo,
    corridor,
    ...ends,
    hubId: way.hubId,
    mode,
    inlandMode: null,
    haul: mode,
    equipment,
    route: null,
    distanceKm: way.distanceKm,
    days: way.days,
  };
}

/** Draws a movement for a start; null where the network knows no way for what was drawn. */
export const planMovement = (random: Random, world: World, start: PlannedStart): Movement | null =>
  start.stream === "sea" || start.stream === "air" ? overWater(random, world, start) : overLand(random, world, start);
