import { join } from "node:path";
import Sqlite from "better-sqlite3";

// The built demo market, as `npm start` makes it: MARKET_DATA names its folder.
const market = new Sqlite(join(process.env.MARKET_DATA as string, "kouan.db"), { readonly: true });

/** The rows that a query finds in the built market. */
export const ask = <Row>(query: string): Row[] => market.prepare(query).all() as Row[];

/** A figure that the run prints, so that a reader sees what held. */
export const line = (text: string): void => console.info(`  ${text}`);

export const share = (part: number, whole: number): number => part / whole;
export const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** Kilometres between two places in degrees of latitude and longitude, as the crow flies. */
export function kmBetween(
  [fromLat, fromLon]: readonly [number, number],
  [toLat, toLon]: readonly [number, number],
): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const chord =
    Math.sin(rad(toLat - fromLat) / 2) ** 2 +
    Math.cos(rad(fromLat)) * Math.cos(rad(toLat)) * Math.sin(rad(toLon - fromLon) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(chord));
}

/** The middle one of the values, the later of two; NaN of none. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A median of fewer crossings says nothing of a queue. */
export const LEAST_CROSSINGS = 5;
