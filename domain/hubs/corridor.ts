import type { Place } from "./place";

/** Origin country to destination country, e.g. `CN-KZ`. Filters and the share's change split go by it. */
export type Corridor = string & { readonly __corridor: true };

export type Direction = "export" | "import";

/** The corridor of a deal from the countries (ISO 3166-1 alpha-2) of its origin and destination. */
export const corridorOf = (origin: Pick<Place, "country">, destination: Pick<Place, "country">): Corridor =>
  `${origin.country}-${destination.country}` as Corridor;

/** Reads a corridor code such as `CN-KZ`; null when it is none. */
export const parseCorridor = (text: string): Corridor | null =>
  /^[A-Z]{2}-[A-Z]{2}$/.test(text) ? (text as Corridor) : null;

/** Seen from China: goods leaving it are an export; null where not exactly one end is in China. */
export function directionOf(origin: Pick<Place, "country">, destination: Pick<Place, "country">): Direction | null {
  if ((origin.country === "CN") === (destination.country === "CN")) return null;
  return origin.country === "CN" ? "export" : "import";
}

/** The direction of a corridor code such as `CN-KZ`; null where not exactly one end is in China. */
export function directionOfCorridor(corridor: string): Direction | null {
  const [origin = "", destination = ""] = corridor.split("-");
  return directionOf({ country: origin }, { country: destination });
}
