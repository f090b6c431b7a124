// The column vocabulary, spoken in SQLite.
import { type SQL, sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  customType,
  index,
  integer as sqliteInteger,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

export const table = sqliteTable;
export { check, index, primaryKey, text, uniqueIndex };

export const boolean = () => sqliteInteger({ mode: "boolean" });
export const integer = () => sqliteInteger();
export const bigInteger = () => sqliteInteger();

export const instant = customType<{ data: number; driverData: number }>({
  dataType: () => "integer",
  toDriver: (ms) => ms,
  fromDriver: Number,
});

export const minorUnits = customType<{ data: bigint; driverData: bigint | number }>({
  dataType: () => "integer",
  toDriver: (value) => value,
  fromDriver: (value) => BigInt(value),
});

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "blob" });

export const json = <T>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })();

// Most rows may have the same value, which the planner does not know: it takes no index for what stands behind a plus.
export const besideIndex = (column: AnySQLiteColumn): SQL => sql`+${column}`;

// Who writes has the whole file.
export const locking = <Query>(query: Query): Query => query;
export const passingLocked = <Query>(query: Query): Query => query;
