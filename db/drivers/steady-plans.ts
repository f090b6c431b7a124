import type Sqlite from "better-sqlite3";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { BetterSQLite3Database } from "drizzle-orm/better-sqlite3/driver";
import { BetterSQLiteSession } from "drizzle-orm/better-sqlite3/session";
import { steadyMapper } from "./row-mapper";
import { statementLog } from "./statement-count";

/** More than the product says in different words; what is beyond it was asked for with a list of an unusual length. */
const KEPT_MAX = 500;

type Keeping = { readonly isKept?: (statement: Sqlite.Statement) => boolean; readonly max?: number };

/**
 * Prepares statements, each text once: SQLite takes longer to plan a usual read than to run it. The one that was asked for the longest ago
 * goes first. A statement of one text is one object, so whoever asks here must ask for its rows in one and the same form.
 */
export function keptStatements(
  connection: Sqlite.Database,
  { isKept = () => true, max = KEPT_MAX }: Keeping = {},
): (text: string) => Sqlite.Statement {
  const kept = new Map<string, Sqlite.Statement>();
  return (text) => {
    const known = kept.get(text);
    const statement = known ?? connection.prepare(text);
    if (known) kept.delete(text);
    else if (!isKept(statement)) return statement;
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > max && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}

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

/** A session over statements as `prepare` makes them. Drizzle asks nothing else of a connection. */
const sessionOver = (prepare: (text: string) => Sqlite.Statement, dialect: SQLiteSyncDialect): Session =>
  new BetterSQLiteSession({ prepare } as unknown as Sqlite.Database, dialect, undefined, {
    logger: statementLog,
  });

/**
 * A session that prepares a statement once and finds once a statement how its rows become objects. Drizzle says what a statement joins only
 * after it is prepared. Rows of a statement with fields are always asked for as lists; those of one that was written out by hand may be
 * asked for in either form, so that of these only such are kept as answer no rows.
 */
function steadySession(connection: Sqlite.Database, dialect: SQLiteSyncDialect): Session {
  const session = sessionOver(keptStatements(connection, { isKept: ({ reader }) => !reader }), dialect);
  const withFields = sessionOver(keptStatements(connection), dialect);
  const prepareBare = session.prepareQuery.bind(session);
  const prepareShaped = withFields.prepareQuery.bind(withFields);
  session.prepareQuery = ((...asked: Parameters<Session["prepareQuery"]>) => {
    const [query, fields, method, inArrays, custom, ...rest] = asked;
    const prepare = fields ? prepareShaped : prepareBare;
    if (!fields || custom || method !== "all") return prepare(...asked);
    const mapper = steadyMapper(fields);
    return mapper.of(prepare(query, fields, method, inArrays, mapper.map, ...rest));
  }) as Session["prepareQuery"];
  return session;
}

/** As `drizzle(connection)`, but for the dialect and the mapping. */
export function drizzleWithSteadyPlans(connection: Sqlite.Database): BetterSQLite3Database {
  const dialect = new SteadyPlans({ casing: "snake_case" });
  return new BetterSQLite3Database("sync", dialect, steadySession(connection, dialect), undefined);
}
