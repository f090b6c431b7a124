import type { PlaceNames } from "../shared/place-names";
import { daysSpan, type Instant } from "../shared/time";
import { assert } from "@/domain/shared/result";

/** Modes of a deal: the mode by which its goods cross China's border. */
export const MODES = ["road", "rail", "sea", "air"] as const;
export type Mode = (typeof MODES)[number];

/** Trucks and trains cross a border; ships and aircraft go from one port or airport to another. */
export const LAND_MODES: readonly Mode[] = ["road", "rail"];
export const PORT_MODES: readonly Mode[] = ["sea", "air"];
export const isPortMode = (mode: Mode): boolean => PORT_MODES.includes(mode);

/**
 * By what goods come to the border, a port or an airport and go on from there: all the way by truck; by train, with a truck for the first and the
 * last leg only; or by either, changing as often as it pays.
 */
export const INLAND_MODES = ["road", "rail", "multimodal"] as const;
export type InlandMode = (typeof INLAND_MODES)[number];

/** A truck over the border stays a truck and a train a train, unless both may change; a ship and an aircraft leave the choice. */
export const inlandModeFits = (inlandMode: InlandMode, mode: Mode): boolean =>
  inlandMode === "multimodal" || inlandMode === mode || (mode !== "road" && mode !== "rail");

export const PLACE_ROLES = [
  "border hub",
  "sea gateway",
  "air gateway",
  "counterpart",
  "origin",
  "destination",
  "destination port",
] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

/** A town, station, pass, port or airport that goods start from, pass or reach. */
export type Place = PlaceNames & {
  readonly id: string;
  readonly unlocode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly role: PlaceRole;
  readonly isBorderHub: boolean;
  /** The border group that the place belongs to; null for all but border places. */
  readonly hubGroup: string | null;
  /** The hub whose traffic is counted here; null where no route leaves or enters China. */
  readonly hubId: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly modes: readonly Mode[];
  /** IANA time zone. */
  readonly zone: string;
  /** Where the coordinates come from. */
  readonly source: string;
};

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies, on a sphere of the Earth's mean radius. */
export function crowKm(a: Pick<Place, "lat" | "lon">, b: Pick<Place, "lat" | "lon">): number {
  const [from, to] = [radians(a.lat), radians(b.lat)];
  const chord =
    Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A town beyond the network: its country and its number in the list of GeoNames. */
export const isTownId = (id: string): boolean => /^[A-Z]{2}-\d{1,12}$/.test(id);

/** A gateway is a place where a route may leave or enter China: a border place, a sea gateway or an air gateway. */
export const isGatewayRole = (role: PlaceRole): boolean =>
  role === "border hub" || role === "sea gateway" || role === "air gateway";

/** Whether goods start or end there: whoever means the port of a town writes the town. */
export const isEnd = ({ role }: Pick<Place, "role">): boolean => role !== "sea gateway" && role !== "air gateway";

/** The hub of a place: its border group; the place itself for sea and air gateways; null for every other place. */
export function hubIdOf(place: Pick<Place, "id" | "role" | "hubGroup">): string | null {
  if (!isGatewayRole(place.role)) return null;
  return place.role === "border hub" ? place.hubGroup : place.id;
}

export type HubKind = "border" | "sea" | "air";

/** Where routes leave or enter China. All places of one border group are one hub; only border hubs count in the share. */
export type Hub = PlaceNames & {
  readonly id: string;
  readonly kind: HubKind;
  readonly isBorderHub: boolean;
  readonly placeIds: readonly string[];
};

const kindOf = ({ role }: Place): HubKind =>
  role === "border hub" ? "border" : role === "sea gateway" ? "sea" : "air";

// A hub goes by its town: "Pingxiang (railway station)" is one of its places, "Pingxiang" is the hub.
const townOf = (name: string): string => name.replace(/\s*[（(].*$/u, "");

/** The hubs among the places, by id. A hub bears the name of its first place by id, without the part in brackets. */
export function hubsOf(places: readonly Place[]): Hub[] {
  const byHub = new Map<string, Place[]>();
  for (const place of places) {
    if (place.hubId !== null) byHub.set(place.hubId, [...(byHub.get(place.hubId) ?? []), place]);
  }
  const hubs: Hub[] = [];
  for (const [id, members] of byHub) {
    const sorted = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
    const first = sorted[0] as Place;
    hubs.push({
      id,
      nameEn: townOf(first.nameEn),
      nameZh: townOf(first.nameZh),
      kind: kindOf(first),
      isBorderHub: first.isBorderHub,
      placeIds: sorted.map((place) => place.id),
    });
  }
  return hubs.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Days on the way, to a hundredth. `min` is the planning figure, `max` a quarter more (our estimate of the slack). */
export type DayRange = { readonly min: number; readonly max: number };

/** One stretch of a way, in the direction of travel. */
export type WayLeg = {
  readonly fromId: string;
  readonly toId: string;
  readonly mode: Mode;
  readonly km: number;
  /** Travel plus what happens at its start or at the border: transfer, gauge change, handling, border wait. */
  readonly days: DayRange;
  /** Where the distance comes from. */
  readonly source: string;
  /** Whether the distance is an estimate rather than a published figure. */
  readonly isEstimate: boolean;
};

/** A time in which the border was announced to be closed when the way was planned. */
export type WayClosure = { readonly from: Instant; readonly to: Instant; readonly reason: string };

/** The expected wait at the border; it is part of the crossing leg's days. */
export type WayBorderWait = {
  readonly hours: number;
  readonly month: number;
  readonly source: string;
  readonly isEstimate: boolean;
  /** Left out where the queue is the month's planning figure; else it is that of the hub's board or of own crossings, or nobody counts one. */
  readonly basis?: "board" | "orders" | "none";
  /** When the board's figures were counted. */
  readonly asOf?: Instant;
  /** How many of the hours the border is closed; left out where it is open. */
  readonly closedHours?: number;
  /** When the goods are reckoned to arrive there; left out where the wait is that of a month, whatever the day. */
  readonly arrivesAt?: Instant;
  /** The announced closures that it is longer for; left out where there are none. */
  readonly closures?: readonly WayClosure[];
};

/** A way for goods through one hub. Its distance and days are the sums of its legs'. */
export type Way = {
  readonly hubId: string;
  /** The mode by which it crosses China's border. */
  readonly mode: Mode;
  readonly legs: readonly WayLeg[];
  readonly distanceKm: number;
  readonly days: DayRange;
  readonly borderWait: WayBorderWait | null;
  /** Whether any figure in it (distance, speed, wait) is an estimate. */
  readonly isEstimate: boolean;
};

/** A planned time in the whole days that people are told, rounded up. */
export function wholeDays(days: DayRange) {
  const [min, max] = [Math.ceil(days.min), Math.ceil(days.max)];
  return daysSpan({ min, max });
}

/** A time on the way as people are told it: in hours to the half where its planned figure is below a day, else in days to a tenth. */
export type ShownTime = { readonly unit: "hours" | "days"; readonly min: number; readonly max: number };

const HOURS_PER_DAY = 24;
const halfHours = (days: number): number => Math.max(0.5, Math.round(days * HOURS_PER_DAY * 2) / 2);
const tenths = (days: number): number => Math.round(days * 10) / 10;

/** Nobody plans to less than an hour: ways whose planned figures lie closer together are about as fast. */
export const areAboutAsFast = (differenceDays: number): boolean => Math.abs(differenceDays) * HOURS_PER_DAY < 1;

export const shownTime = ({ min, max }: DayRange): ShownTime =>
  min < 1
    ? { unit: "hours", min: halfHours(min), max: halfHours(max) }
    : { unit: "days", min: tenths(min), max: tenths(max) };

/** A stretch between two places by one mode; usable in both directions. */
export type Leg = {
  readonly fromId: string;
  readonly toId: string;
  readonly mode: Mode;
  readonly km: number;
  readonly source: string;
  readonly isEstimate: boolean;
};

export const SPEED_CODES = [
  "road_trunk_km_per_day",
  "road_beyond_km_per_day",
  "rail_china_km_per_day",
  "rail_beyond_km_per_day",
  "rail_transfer_days",
  "sea_km_per_day",
  "sea_port_days",
  "air_flight_days",
] as const;
export type SpeedCode = (typeof SPEED_CODES)[number];

/** One planning speed or handling time; the unit is the end of its code. */
export type Speed = {
  readonly code: SpeedCode;
  readonly value: number;
  readonly source: string;
  readonly isEstimate: boolean;
};

/** Expected hours at a hub by mode in one month (1 to 12). */
export type BorderWait = {
  readonly hubId: string;
  readonly mode: Mode;
  readonly month: number;
  readonly hours: number;
  readonly source: string;
  readonly isEstimate: boolean;
};

/** All that the planner knows of the world. */
export type Network = {
  readonly places: readonly Place[];
  readonly legs: readonly Leg[];
  readonly speeds: readonly Speed[];
  readonly waits: readonly BorderWait[];
};

/**
 * A hub's expected wait by month (hours, to a tenth): its yearly mean shaped by a season, which is twelve figures of
 * the busiest hub of its kind: mean × figure of the month ÷ mean of the season. Without a season all months are equal.
 */
export function monthlyWaits(meanHours: number, season: readonly number[] | null): number[] {
  if (season === null) return Array.from({ length: 12 }, () => meanHours);
  assert(season.length === 12 && season.every((figure) => figure > 0), "a season has twelve positive figures");
  const seasonSum = season.reduce((all, figure) => all + figure, 0);
  return season.map((figure) => Math.round((meanHours * figure * 12 * 10) / seasonSum) / 10);
}
