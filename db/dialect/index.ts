// One process speaks one dialect. Schema files import their vocabulary only from here.
import * as postgres from "./postgres";
import * as sqlite from "./sqlite";

export type Dialect = "sqlite" | "postgres";

export const dialect: Dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "") ? "postgres" : "sqlite";

// Types are PostgreSQL's on purpose: what SQLite cannot do then fails in the SQLite test lane, which everyone runs;
// the other way round it would fail only in the PostgreSQL lane.
const vocabulary = (dialect === "postgres" ? postgres : sqlite) as unknown as typeof postgres;

export const {
  besideIndex,
  bigInteger,
  boolean,
  bytes,
  check,
  index,
  instant,
  integer,
  json,
  locking,
  minorUnits,
  passingLocked,
  primaryKey,
  table,
  text,
  uniqueIndex,
} = vocabulary;
