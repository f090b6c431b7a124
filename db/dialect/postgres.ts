// The column vocabulary, spoken in PostgreSQL.
import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean as pgBoolean,
  check,
  customType,
  index,
  integer as pgInteger,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";

export const table = pgTable;
export { check, index, primaryKey, text, uniqueIndex };

export const boolean = () => pgBoolean();

/** A small whole number, up to 2^31−1. */
export const integer = () => pgInteger();

/** A whole number up to 2^53−1, such as grams or cubic centimetres. */
export const bigInteger = () => bigint({ mode: "number" });

/** A point in time, UTC, to the millisecond. */
export const instant = customType<{ data: number; driverData: string | Date }>({
  dataType: () => "timestamp(3) with time zone",
  toDriver: (ms) => new Date(ms).toISOString(),
  fromDriver: (value) => (value instanceof Date ? value.getTime() : Date.parse(value)),
});

/** Money in minor units. */
export const minorUnits = customType<{ data: bigint; driverData: string | number | bigint }>({
  dataType: () => "bigint",
  toDriver: (value) => value.toString(),
  fromDriver: (value) => BigInt(value),
});

/** Bytes that are stored and read whole. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** JSON that is stored and read whole; nothing queries inside it but for a number that stands somewhere in its text. */
export const json = <T>() =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => "jsonb",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => (typeof value === "string" ? JSON.parse(value) : value) as T,
  })();

/** A column of which the planner knows by itself whether its index is worth it. */
export const besideIndex = (column: AnyPgColumn): SQL => sql`${column}`;

type Lockable<Query> = { for(strength: "update" | "no key update", config?: { skipLocked: true }): Query };

/**
 * Locks the rows that a query of a transaction finds until its end; waits for who has locked one of them. Rows elsewhere may still be written
 * that refer to them.
 */
export const locking = <Query>(query: Query & Lockable<unknown>): Query => query.for("no key update") as Query;

/** The same without waiting: passes over the rows that another transaction has locked. */
export const passingLocked = <Query>(query: Query & Lockable<unknown>): Query =>
  query.for("update", { skipLocked: true }) as Query;
