import type Sqlite from "better-sqlite3";
import { BetterSQLite3Database } from "drizzle-orm/better-sqlite3/driver";
import { BetterSQLiteSession } from "drizzle-orm/better-sqlite3/session";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";

/**
 * From 3.54 on SQLite looks at the value of a bare parameter, in case `a = 1` or a LIMIT deserves another plan, and therefore plans the
 * statement anew whenever a value is bound, which takes longer than the read itself. `likely` says nothing else about its
 * argument and costs nothing, but it is no bare parameter: the plan is made once.
 */
class SteadyPlans extends SQLiteSyncDialect {
  override escapeParam(): string {
    return "likely(?)";
  }
}

/** As `drizzle(connection)`, but for the dialect. */
export function drizzleWithSteadyPlans(connection: Sqlite.Database): BetterSQLite3Database {
  const dialect = new SteadyPlans({ casing: "snake_case" });
  return new BetterSQLite3Database("sync", dialect, new BetterSQLiteSession(connection, dialect, undefined), undefined);
}
