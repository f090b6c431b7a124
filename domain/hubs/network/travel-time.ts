import { assert } from "@/domain/shared/assert";
import { HOUR_MS } from "@/domain/shared/instant";
import type { Mode, Place } from "../place";
import { BORDER_ABROAD_DAYS, borderAbroad } from "./borders-abroad";
import { type Leg, SPEED_CODES, type Speed, type SpeedCode } from "./network";

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

/** Days of travel over a leg and of a border abroad on it (centidays). A flight's days are handling at both ends, whatever its length. */
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
      return centidays(speeds.air_flight_days);
  }
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
