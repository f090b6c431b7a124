import type { Place } from "@/domain/hubs/place";

/** Every corridor of the market: between China and each country that it has a place in, both ways. */
export function corridorCodes(places: ReadonlyMap<string, Place>): string[] {
  const countries = [...new Set([...places.values()].map((place) => place.country))].filter((code) => code !== "CN");
  return countries.sort().flatMap((country) => [`CN-${country}`, `${country}-CN`]);
}
