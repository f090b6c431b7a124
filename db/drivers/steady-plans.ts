import type Sqlite from "better-sqlite3";
import { BetterSQLite3Database } from "drizzle-orm/better-sqlite3/driver";
import { BetterSQLiteSession } from "drizzle-orm/better-sqlite3/session";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { type NotNullable, rowMapper } from "./map-rows";

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

type Session = BetterSQLiteSession<Record<string, never>, Record<string, never>>;

/** A session that finds once a statement how its rows become objects. Drizzle says what a statement joins only after it is prepared. */
function steadySession(connection: Sqlite.Database, dialect: SQLiteSyncDialect): Session {
  const session: Session = new BetterSQLiteSession(connection, dialect, undefined);
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = ((...asked: Parameters<Session["prepareQuery"]>) => {
    const [query, fields, method, inArrays, custom, ...rest] = asked;
    if (!fields || custom || method !== "all") return prepare(...asked);
    let map: ReturnType<typeof rowMapper> | undefined;
    const statement: object = prepare(
      query,
      fields,
      method,
      inArrays,
      (rows) => {
        map ??= rowMapper(fields, (statement as { joinsNotNullableMap?: NotNullable }).joinsNotNullableMap);
        return map(rows);
      },
      ...rest,
    );
    return statement;
  }) as Session["prepareQuery"];
  return session;
}

/** As `drizzle(connection)`, but for the dialect and the mapping. */
export function drizzleWithSteadyPlans(connection: Sqlite.Database): BetterSQLite3Database {
  const dialect = new SteadyPlans({ casing: "snake_case" });
  return new BetterSQLite3Database("sync", dialect, steadySession(connection, dialect), undefined);
}
