import { type Leg, type Mode, type Place, type Speed, SPEED_CODES, type SpeedCode } from "./place";
import { assert } from "@/domain/shared/result";
import { HOUR_MS } from "@/domain/shared/time";

/** The member states of the European Union: no border is waited at between them. */
const EU: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);
/** The customs union of the Eurasian Economic Union. */
const EAEU: ReadonlySet<string> = new Set(["AM", "BY", "KG", "KZ", "RU"]);

const NONE: ReadonlySet<string> = new Set();
const CLOSED_TO_EU_AIR_FREIGHT: ReadonlySet<string> = new Set(["BY", "RU"]);

/**
 * Through which countries goods do not go that come from or go to that country by the mode. Air freight of the European Union goes neither through
 * Russia nor through Belarus: since 2022 their aircraft may not land in or overfly the Union, nor the Union's theirs, and their road carriers may not
 * carry goods in it (Regulation (EU) 833/2014, articles 3d and 3l; Regulation (EC) 765/2006 for Belarus), so that nobody flies to Moscow and drives on to Warsaw.
 * Trains, and trucks of other countries, still pass in transit.
 */
export const countriesAvoided = (mode: Mode, countryAbroad: string): ReadonlySet<string> =>
  mode === "air" && EU.has(countryAbroad) ? CLOSED_TO_EU_AIR_FREIGHT : NONE;

/** Millimetres between the rails of the main lines; a country that is not named is taken to have its neighbour's. */
const GAUGE_MM: Readonly<Record<string, number>> = {
  ...{ BY: 1520, KG: 1520, KZ: 1520, MN: 1520, RU: 1520, UZ: 1520 },
  ...{ DE: 1435, HU: 1435, LA: 1435, PL: 1435 },
  ...{ MM: 1000, TH: 1000, VN: 1000 },
};

/** What aircraft fly in a day: 750 km an hour from gate to gate (our planning figure). */
const AIR_KM_PER_DAY = 18_000;

/** Half a day for the customs of both sides, by road and rail (our planning figure). */
const BORDER_ABROAD_DAYS = 0.5;

/** What is done at a border abroad: nothing within a country or a customs union, customs at another border, and by rail a change of gauge where the rails differ. */
export function borderAbroad(mode: Mode, [from, to]: readonly [string, string]): "none" | "customs" | "gauge" {
  if (from === to || from === "CN" || to === "CN" || (mode !== "road" && mode !== "rail")) return "none";
  if ([EU, EAEU].some((union) => union.has(from) && union.has(to))) return "none";
  const [a, b] = [GAUGE_MM[from], GAUGE_MM[to]];
  return mode === "rail" && a !== undefined && b !== undefined && a !== b ? "gauge" : "customs";
}

export const CENTIDAY_MS = 864_000;

/** Time on the way in whole hundredths of a day, so that sums are exact and the same in either direction. */
export type Centidays = number;

export type SpeedTable = Readonly<Record<SpeedCode, number>>;

/** The speeds by code; every code must be there, once, and positive. */
export function speedTable(speeds: readonly Speed[]): SpeedTable {
  const table = new Map(speeds.map((speed) => [speed.code, speed.value]));
  for (const code of SPEED_CODES) assert((table.get(code) ?? 0) > 0, `a speed for ${code}`);
  return Object.fromEntries(table) as SpeedTable;
}

// The speed table gives trucks a slower pace "in Central Asia and Russia"; elsewhere they run on trunk roads.
const SLOW_ROADS = new Set(["KZ", "KG", "UZ", "TJ", "TM", "RU"]);

const centidays = (days: number): Centidays => Math.round(days * 100);

/** Days at a border abroad that the leg goes over (centidays); what China's own border takes is counted by hub and mode. */
function borderTime(mode: Mode, [from, to]: readonly [Place, Place], speeds: SpeedTable): Centidays {
  const at = borderAbroad(mode, [from.country, to.country]);
  return at === "none" ? 0 : centidays(at === "gauge" ? speeds.rail_transfer_days : BORDER_ABROAD_DAYS);
}

/** Days of travel over a leg and of a border abroad on it (centidays). A flight's have the handling at both airports. */
export function travelTime(
  leg: Pick<Leg, "mode" | "km">,
  ends: readonly [Place, Place],
  speeds: SpeedTable,
): Centidays {
  const countries = ends.map((place) => place.country);
  const atBorder = borderTime(leg.mode, ends, speeds);
  switch (leg.mode) {
    case "road": {
      const isSlow = countries.some((country) => SLOW_ROADS.has(country));
      return atBorder + centidays(leg.km / (isSlow ? speeds.road_beyond_km_per_day : speeds.road_trunk_km_per_day));
    }
    case "rail": {
      const isInChina = countries.every((country) => country === "CN");
      return atBorder + centidays(leg.km / (isInChina ? speeds.rail_china_km_per_day : speeds.rail_beyond_km_per_day));
    }
    case "sea":
      return centidays(leg.km / speeds.sea_km_per_day);
    case "air":
      return centidays(speeds.air_flight_days + leg.km / AIR_KM_PER_DAY);
  }
}

/** What of a crossing's days passes in the port or airport: before the ship or the flight leaves, and after it has come. */
export type PortDays = { readonly before: number; readonly after: number };

/** Of the handling beside a flight, what comes before it: 1.25 of 2 days (as the speed's own row says). */
const BEFORE_FLIGHT = 1.25 / 2;

/** Days in ports and airports that the planner has in a crossing by the mode; none by land. */
export function portDays(mode: Mode, speeds: SpeedTable): PortDays {
  const { sea_port_days, air_flight_days } = speeds;
  if (mode === "sea") return { before: sea_port_days, after: sea_port_days };
  if (mode === "air") return { before: air_flight_days * BEFORE_FLIGHT, after: air_flight_days * (1 - BEFORE_FLIGHT) };
  return { before: 0, after: 0 };
}

/** What the border crossing takes besides travel and waiting: gauge change by rail, a port at each end by sea. */
export function crossingHandling(mode: Mode, speeds: SpeedTable): Centidays {
  if (mode === "rail") return centidays(speeds.rail_transfer_days);
  if (mode === "sea") return centidays(2 * speeds.sea_port_days);
  return 0;
}

/** Goods that change between truck and train take a transfer; ports and airports have it in their own handling. */
export const transferTime = (speeds: SpeedTable): Centidays => centidays(speeds.rail_transfer_days);

export const waitTime = (hours: number): Centidays => Math.round(Math.round(hours * HOUR_MS) / CENTIDAY_MS);

/** The slow end of the range: a quarter more than planned (our estimate). */
export const slowest = (time: Centidays): Centidays => Math.round((time * 125) / 100);
