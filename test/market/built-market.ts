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
