import type Sqlite from "better-sqlite3";
import { Column, SQL, Subquery, getTableName, is, noopDecoder } from "drizzle-orm";
import { SQLiteSyncDialect, type SelectedFieldsOrdered } from "drizzle-orm/sqlite-core";
import { BetterSQLite3Database } from "drizzle-orm/better-sqlite3/driver";
import { BetterSQLiteSession } from "drizzle-orm/better-sqlite3/session";
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

type Decoder = { mapFromDriverValue(value: unknown): unknown };
type Field = SelectedFieldsOrdered[number]["field"];
type Row = Record<string, unknown>;

/** By table name: whether an outer join leaves its columns null. */
export type NotNullable = Readonly<Record<string, boolean>>;

function decoderOf(field: Field): Decoder {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return (field as unknown as { decoder: Decoder }).decoder;
  if (is(field, Subquery)) return (field as unknown as { _: { sql: { decoder: Decoder } } })._.sql.decoder;
  return (field as unknown as { sql: { decoder: Decoder } }).sql.decoder;
}

const PLAIN = new Set([Column.prototype.mapFromDriverValue, noopDecoder.mapFromDriverValue]);

/** What a value from the driver becomes; null where it stays as it is. */
function decodeOf(field: Field): ((value: unknown) => unknown) | null {
  const decoder = decoderOf(field);
  return PLAIN.has(decoder.mapFromDriverValue) ? null : (value) => decoder.mapFromDriverValue(value);
}

/**
 * The objects of a row that an outer join may have left without a row of their own, each with the column that tells: its first. An
 * object with columns of several tables is never taken for one.
 */
function absentBy(fields: SelectedFieldsOrdered, notNullable: NotNullable): [name: string, column: string][] {
  const tables = new Map<string, { readonly column: string; readonly names: Set<string> }>();
  for (const { path, field } of fields) {
    if (path.length !== 2 || !is(field, Column)) continue;
    const [name, column] = path as [string, string];
    const found = tables.get(name) ?? { column, names: new Set<string>() };
    found.names.add(getTableName(field.table));
    tables.set(name, found);
  }
  return [...tables]
    .filter(([, { names }]) => names.size === 1 && ![...names].some((name) => notNullable[name]))
    .map(([name, { column }]) => [name, column]);
}

/**
 * Rows of a statement as objects, exactly as Drizzle's `mapResultRow` makes them; but what is the same for every row is found once,
 * where that one asks of each cell anew what kind of column it is, which takes longer than SQLite takes to read it.
 */
export function rowMapper(fields: SelectedFieldsOrdered, notNullable: NotNullable | undefined) {
  const cells = fields.map(({ path, field }) => ({
    parents: path.slice(0, -1),
    name: path.at(-1) as string,
    decode: decodeOf(field),
  }));
  const absent = notNullable ? absentBy(fields, notNullable) : [];
  const objectOf = (row: readonly unknown[]): Row => {
    const whole: Row = {};
    for (let at = 0; at < cells.length; at++) {
      const { parents, name, decode } = cells[at] as (typeof cells)[number];
      let node = whole;
      for (const parent of parents) {
        node[parent] ??= {};
        node = node[parent] as Row;
      }
      const value = row[at];
      node[name] = value === null ? null : decode ? decode(value) : value;
    }
    for (const [name, column] of absent) if ((whole[name] as Row)[column] === null) whole[name] = null;
    return whole;
  };
  return (rows: readonly unknown[][]): Row[] => rows.map(objectOf);
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
