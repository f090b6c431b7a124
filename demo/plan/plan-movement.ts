import { corridorOf } from "../../domain/hubs/corridor";
import type { PreparedNetwork } from "../../domain/hubs/prepare-network";
import { reachFrom } from "../../domain/hubs/path-costs";
import { type InlandMode, isPortMode, type Mode, type Place, type Way } from "../../domain/hubs/place";
import { planWays } from "../../domain/hubs/plan-ways";
import type { PlannedStart, Stream } from "./calendar";
import type { DemoCargo, DemoCharge, DemoRoute, MarketData } from "./market-data";
import type { Queues } from "./queues";
import { pick, pickWeighted, type Random, shuffled } from "./random";

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
  /** The part of the time on the way that lies before the hub, from 0 to 1. */
  readonly nearShare: number;
  /**
   * By sea and air, as parts of that time: what lies before the port or airport, the voyage, and all that follows the departure; with the
   * kilometres before, aboard and after.
   */
  readonly aboard: {
    readonly before: number;
    readonly beforeKm: number;
    readonly on: number;
    readonly fromDeparture: number;
    readonly onKm: number;
    readonly afterKm: number;
  } | null;
  /** By road and rail: the last place before China's border and the first beyond it, in the direction of travel, and the kilometres up to the one and from the other. */
  readonly crossing: {
    readonly fromId: string;
    readonly toId: string;
    readonly beforeKm: number;
    readonly beyondKm: number;
  } | null;
  /** How long goods are planned to wait at the border. */
  readonly waitHours: number;
};

export type ReferenceData = {
  readonly market: MarketData;
  readonly network: PreparedNetwork;
  readonly places: ReadonlyMap<string, Place>;
  /** What stood at the border crossings through the year. */
  readonly queues: Queues;
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
const HOURS_PER_DAY = 24;
const AIR_GROSS_KG_MAX = 7_000;
const CNY_PER_USD = 7;

/** Poured or pumped into wagons and tanks, rolled aboard or loaded piece by piece: none of it is stuffed into a 40-foot container. */
const UNBOXED = ["VR", "VO", "VL", "NE"];
const LIVE_CRAB = "030633";

/** What fits into a 20-foot container as it is stowed, in cubic metres: dense goods fill its payload, and nobody pays for a longer one. */
const SMALL_BOX_CBM = 26;
/** What of the price of a long container a short one pays. An estimate. */
export const SMALL_BOX_PART = 0.7;

const fitsSmallBox = ({ cbm, temperature }: DemoCargo): boolean => cbm.max <= SMALL_BOX_CBM && temperature === null;

/** Diggers, loaders and lorries are driven onto a low loader, which costs more than a truck under a tilt. An estimate. */
const ON_LOW_LOADER = /^(8429|8701)/;
const LOW_LOADER_PART = 1.3;

/** A route with other equipment, the main haul of which costs such a part of its own. */
const withEquipment = (route: DemoRoute, of: { equipment: string; unit: string; part: number }): DemoRoute => {
  const part = (price: number) => Math.round(price * of.part);
  const haul = ({ min, typical, max }: DemoCharge) => ({ min: part(min), typical: part(typical), max: part(max) });
  return {
    ...route,
    equipment: of.equipment,
    chargeLines: route.chargeLines.map((line) =>
      line.code === "OFT" ? { ...line, unit: of.unit, ...haul(line) } : line,
    ),
  };
};

/** A route as such goods go by it: in a short container where a long one stays half empty, and on a low loader where they do not go under a tilt. */
function routeFor(cargo: DemoCargo, route: DemoRoute): DemoRoute {
  const { equipment } = route;
  if (equipment === "40hc" && fitsSmallBox(cargo))
    return withEquipment(route, { equipment: "20gp", unit: "container", part: SMALL_BOX_PART });
  if (equipment === "tilt_136" && ON_LOW_LOADER.test(cargo.hsCode))
    return withEquipment(route, { equipment: "low_loader", unit: "truck", part: LOW_LOADER_PART });
  return route;
}

/** Cities beyond a week's road from the coast, which ship over land. */
const FAR_INLAND = ["CNKSS", "CNURM", "CNLXA", "CNLAZ"];
/** Where containers and air pallets are made up: the trade's cities on the coast. */
const COAST = ["CNYIU", "CNGGZ", "CNSNZ", "CNNBO", "CNSGH", "CNQIN", "CNTNJ"];
/** What Siberia fells and the Russian Far East catches and buys goes by its own port. */
const PORT_OF_FAR_EAST = "RUVYP";

/** Of a year's hundred a month, what a harvest has to bring before its fruit is traded at all. */
const HARVEST_LEAST = 40;
const isFresh = ({ hsCode, temperature }: DemoCargo): boolean => temperature !== null && /^0[78]/.test(hsCode);

/** How much of such goods is traded in a month, 0 being January: fresh fruit and vegetables in their season only. */
export function weightIn(cargo: DemoCargo, month: number): number {
  const weight = cargo.seasonWeights[month] as number;
  return isFresh(cargo) && weight < HARVEST_LEAST ? 0 : weight;
}

const monthOf = (start: PlannedStart): number => new Date(start.at).getUTCMonth();

const hubGroupOf = (referenceData: ReferenceData, placeId: string | null): string | null =>
  placeId === null ? null : (referenceData.places.get(placeId)?.hubId ?? null);

const NAMED: readonly Stream[] = ["pingxiang", "horgos", "suifenhe"];

const runsThrough = (referenceData: ReferenceData, route: DemoRoute, stream: Stream): boolean => {
  const group = hubGroupOf(referenceData, route.hub);
  if (group === null || !(route.mode in MODE_OF_HAUL)) return false;
  return stream === "other_land" ? !NAMED.includes(group as Stream) : group === stream;
};

type OfWay = Pick<Movement, "distanceKm" | "days" | "nearShare" | "aboard" | "crossing" | "waitHours">;

const kmOf = (legs: Way["legs"]): number => legs.reduce((sum, { km }) => sum + km, 0);

/** The leg between two border places is no longer than this. */
const OVER_BORDER_KM = 80;

/** Where a way by land leaves or enters China; null where it does neither, or does so by sea or air. */
function crossingOf({ places }: ReferenceData, { legs }: Way): Movement["crossing"] {
  const isChinese = (id: string) => places.get(id)?.country === "CN";
  const at = legs.findIndex(({ fromId, toId, mode }) => !isPortMode(mode) && isChinese(fromId) !== isChinese(toId));
  const leg = legs[at];
  if (!leg) return null;
  const { fromId, toId } = leg;
  // Where the network knows no place on the far side of the border, the leg over it goes on to a city.
  const far = leg.km > OVER_BORDER_KM ? leg.km : 0;
  const isOut = isChinese(fromId);
  return {
    ...{ fromId, toId },
    beforeKm: kmOf(legs.slice(0, at)) + (isOut ? 0 : far),
    beyondKm: kmOf(legs.slice(at + 1)) + (isOut ? far : 0),
  };
}

/** What a movement takes from its planned way. */
function planned(referenceData: ReferenceData, way: Way): OfWay {
  const isHub = (id: string) => referenceData.places.get(id)?.hubId === way.hubId;
  const crossing = crossingOf(referenceData, way);
  const atHub = way.legs.findIndex(({ toId }) => isHub(toId));
  const beginsThere = isHub(way.legs[0]?.fromId ?? "");
  // Goods that come in wait on the far side: their leg over the border, with its wait, lies beyond.
  const crosses = way.legs.findIndex(({ fromId }) => fromId === crossing?.fromId);
  const nearLegs = crossing ? crosses : beginsThere ? 0 : atHub + 1;
  const near = way.legs.slice(0, nearLegs).reduce((sum, { days }) => sum + days.min, 0);
  const waitHours = way.borderWait?.hours ?? 0;
  const moving = way.days.min - waitHours / HOURS_PER_DAY;
  const daysOf = (legs: Way["legs"], besideDays = 0) =>
    legs.reduce((sum, { days }) => sum + days.min, -besideDays) / moving;
  const inPorts = referenceData.network.portDays[way.mode];
  const first = way.legs.findIndex(({ mode }) => isPortMode(mode));
  const before = way.legs.slice(0, Math.max(0, first));
  const after = way.legs.slice(way.legs.findLastIndex(({ mode }) => isPortMode(mode)) + 1);
  const on = way.legs.filter(({ mode }) => isPortMode(mode));
  const aboard =
    first < 0
      ? null
      : {
          ...{ before: daysOf(before), beforeKm: kmOf(before), onKm: kmOf(on), afterKm: kmOf(after) },
          on: daysOf(on, inPorts.before + inPorts.after + waitHours / HOURS_PER_DAY),
          fromDeparture: daysOf([...on, ...after], inPorts.before + waitHours / HOURS_PER_DAY),
        };
  const nearShare = Math.min(1, near / moving);
  return { distanceKm: way.distanceKm, days: way.days, nearShare, aboard, crossing, waitHours };
}

function overLand(random: Random, referenceData: ReferenceData, start: PlannedStart): Movement | null {
  const { cargo, prices } = referenceData.market;
  const month = monthOf(start);
  const pairs = cargo.flatMap((one) =>
    one.typicalRoutes
      .map((id) => prices.routes.find((route) => route.id === id))
      .filter((route) => route !== undefined)
      .filter((route) => runsThrough(referenceData, route, start.stream))
      .map((route) => ({ cargo: one, route })),
  );
  const { cargo: chosen, route } = pickWeighted(random, pairs, (pair) => weightIn(pair.cargo, month));
  return movementBy(referenceData, { cargo: chosen, route, month });
}

/** Goods on their way by one of the market's land routes in a month, 0 being January; null where the network knows no way for it. */
export function movementBy(
  referenceData: ReferenceData,
  of: { readonly cargo: DemoCargo; readonly route: DemoRoute; readonly month: number },
): Movement | null {
  const { cargo, month } = of;
  const route = routeFor(cargo, of.route);
  const mode = MODE_OF_HAUL[route.mode];
  const hubId = hubGroupOf(referenceData, route.hub);
  if (mode === undefined || hubId === null) return null;
  const inlandMode = route.mode === "multimodal" ? "multimodal" : null;
  const ways = planWays(referenceData.network, {
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
    ...planned(referenceData, way),
  };
}

const usdPerKg = ({ value, grossKg }: DemoCargo): number =>
  (value.min + value.max) / (grossKg.min + grossKg.max) / (value.currency === "CNY" ? CNY_PER_USD : 1);

const isFish = ({ hsCode }: DemoCargo): boolean => hsCode.startsWith("03");
/** Vladivostok, Blagoveshchensk, and Siberia's Novosibirsk, whose timber goes east. */
const FAR_EAST = ["RUVVO", "RUBLG", "RUOVB"];

/** Fish, and goods that are traded with Siberia and the Russian Far East alone. */
function isOfFarEast({ market }: ReferenceData, cargo: DemoCargo): boolean {
  const routes = market.prices.routes.filter(
    ({ id, mode }) => cargo.typicalRoutes.includes(id) && mode in MODE_OF_HAUL,
  );
  return (
    isFish(cargo) ||
    (routes.length > 0 && routes.every(({ from, to }) => FAR_EAST.includes(from) || FAR_EAST.includes(to)))
  );
}

/** Whether goods are sent by sea or air at all. */
function goesBy(mode: "sea" | "air", cargo: DemoCargo): boolean {
  // Fresh fruit and vegetables do not bear weeks at sea.
  if (mode === "sea") return !UNBOXED.includes(cargo.packageType) && cargo.hsCode !== LIVE_CRAB && !isFresh(cargo);
  return usdPerKg(cargo) >= AIR_VALUE_USD_PER_KG && cargo.grossKg.max <= AIR_GROSS_KG_MAX;
}

/** The Chinese cities that such goods come from or go to when they do not cross a land border: those of their land routes that are near the coast, and the coast's own. */
function inlandEnds({ market, places }: ReferenceData, cargo: DemoCargo): Place[] {
  const routes = market.prices.routes.filter(({ id }) => cargo.typicalRoutes.includes(id));
  const ids = new Set([...COAST, ...routes.flatMap(({ from, to }) => [from, to])]);
  const isEnd = ({ id, country, role }: Place) => country === "CN" && role === "origin" && !FAR_INLAND.includes(id);
  return [...ids].flatMap((id) => places.get(id) ?? []).filter(isEnd);
}

/** Kilometres by land that goods are driven to a port or airport of their own region, and no further. */
const OWN_REGION_KM = 450;
/** Ports and airports that are hardly further than a city's nearest one share its goods: Yantian and Nansha do, Shanghai and Ningbo do not. */
export const SHARED_HINTERLAND_KM = 100;

/** Of each network the kilometres from a city to its nearest port or airport, once they are reckoned. */
const nearestKm = new WeakMap<PreparedNetwork, Map<string, number>>();

/** Kilometres by truck from a Chinese city to the nearest port or airport of the country, whether or not ships or flights go from there where its goods go. */
export function kmToNearestPort(network: PreparedNetwork, cityId: string, mode: "sea" | "air"): number {
  const known = nearestKm.get(network) ?? new Map<string, number>();
  nearestKm.set(network, known);
  const key = `${mode} ${cityId}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const first = network.numberOf.get(cityId) ?? 0;
  const reach = reachFrom(network, first, { inlandMode: "road", avoided: new Set() });
  const lengths = network.places.flatMap(({ role }, port) =>
    role === `${mode} gateway` && Number.isFinite(reach.costTo(port, "road"))
      ? [reach.pathTo(port, "road").reduce((sum, { leg }) => sum + leg.km, 0)]
      : [],
  );
  const nearest = Math.min(...lengths);
  known.set(key, nearest);
  return nearest;
}

type Sought = {
  readonly port: Place;
  readonly inlands: readonly Place[];
  readonly isExport: boolean;
  readonly mode: "sea" | "air";
  readonly month: number;
};

/** The first inland end that has a way by a port or airport of its own region, with the quickest such way. */
function nearestWay({ network }: ReferenceData, { port, inlands, isExport, mode, month }: Sought) {
  for (const inland of inlands) {
    const [origin, destination] = isExport ? [inland, port] : [port, inland];
    const asked = { originId: origin.id, destinationId: destination.id, mode, month: month + 1, k: 4 } as const;
    const ways = planWays(network, asked);
    const onLand = (way: Way) => way.legs.reduce((sum, leg) => sum + (leg.mode === mode ? 0 : leg.km), 0);
    const most = Math.min(OWN_REGION_KM, kmToNearestPort(network, inland.id, mode) + SHARED_HINTERLAND_KM);
    const way = ways.ok ? ways.value.find((one) => onLand(one) <= most) : undefined;
    if (way) return { way, origin, destination };
  }
  return null;
}

function overWater(random: Random, referenceData: ReferenceData, start: PlannedStart): Movement | null {
  const mode = start.stream === "sea" ? "sea" : "air";
  const places = [...referenceData.places.values()];
  const ports = places.filter(
    (place) =>
      place.country !== "CN" && (mode === "sea" ? place.role === "destination port" : place.role === "destination"),
  );
  const month = monthOf(start);
  const fits = referenceData.market.cargo.filter((one) => {
    const abroad = one.originCountry === "CN" ? one.destinationCountry : one.originCountry;
    return ports.some((port) => port.country === abroad) && goesBy(mode, one);
  });
  const cargo = pickWeighted(random, fits, (one) => weightIn(one, month));
  const isExport = cargo.originCountry === "CN";
  const port = pick(
    random,
    ports
      .filter((one) => one.country === (isExport ? cargo.destinationCountry : cargo.originCountry))
      .filter(({ id }) => cargo.homeIds?.includes(id) ?? true)
      .filter((one) => one.country !== "RU" || !isOfFarEast(referenceData, cargo) || one.id === PORT_OF_FAR_EAST),
  );
  const found = nearestWay(referenceData, {
    port,
    inlands: shuffled(random, inlandEnds(referenceData, cargo)),
    isExport,
    mode,
    month,
  });
  if (!found) return null;
  const { way, origin, destination } = found;
  const ends = { originId: origin.id, destinationId: destination.id };
  const box = cargo.temperature ? "40rf" : fitsSmallBox(cargo) ? "20gp" : "40hc";
  const equipment = mode === "air" ? "air_pallet" : box;
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
    ...planned(referenceData, way),
  };
}

/** Goods that have no port of their own region are drawn anew, so that no stream loses its share. */
const DRAWN_MAX = 8;

/** Draws a movement for a start; null where the network knows no way for what was drawn. */
export function planMovement(random: Random, referenceData: ReferenceData, start: PlannedStart): Movement | null {
  const draw = start.stream === "sea" || start.stream === "air" ? overWater : overLand;
  for (let drawn = 0; drawn < DRAWN_MAX; drawn++) {
    const movement = draw(random, referenceData, start);
    if (movement) return movement;
  }
  return null;
}
