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
export type Place = {
  readonly id: string;
  readonly unlocode: string | null;
  readonly nameEn: string;
  readonly nameZh: string;
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

/** A gateway is a place where a route may leave or enter China: a border place, a sea gateway or an air gateway. */
export const isGatewayRole = (role: PlaceRole): boolean =>
  role === "border hub" || role === "sea gateway" || role === "air gateway";

/** The hub of a place: its border group; the place itself for sea and air gateways; null for every other place. */
export function hubIdOf(place: Pick<Place, "id" | "role" | "hubGroup">): string | null {
  if (!isGatewayRole(place.role)) return null;
  return place.role === "border hub" ? place.hubGroup : place.id;
}
