import { execFileSync } from "node:child_process";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

export type StoredRow = Readonly<Record<string, unknown>>;
type Value = string | Readonly<Record<string, string>>;

const address = process.env.DATABASE_URL ?? "";
export const inPostgres = /^postgres/.test(address);

function askSqlite(query: string, values: readonly Value[], readonly: boolean): StoredRow[] {
  const connection = new Sqlite(join(process.env.DATA_DIR as string, "kouan.db"), { readonly, timeout: 10_000 });
  try {
    const statement = connection.prepare(query);
    if (statement.reader) return statement.all(...values) as StoredRow[];
    statement.run(...values);
    return [];
  } finally {
    connection.close();
  }
}

/** PostgreSQL numbers its parameters; SQLite's are `?` in their order, or `@name`. */
function numbered(query: string, values: readonly Value[]) {
  const [named] = values;
  if (typeof named === "object") {
    const names = Object.keys(named);
    const text = query.replace(/@(\w+)/g, (_, name: string) => `$${names.indexOf(name) + 1}`);
    return { text, values: Object.values(named) };
  }
  let count = 0;
  return { text: query.replace(/\?/g, () => `$${++count}`), values };
}

/** In a process of its own, which the test waits for: PostgreSQL's client cannot be asked without a promise. */
function askPostgres(query: string, values: readonly Value[]): StoredRow[] {
  const input = JSON.stringify({ address, ...numbered(query, values) });
  const printed = execFileSync(process.execPath, [join(import.meta.dirname, "ask-postgres.mjs")], {
    input,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return JSON.parse(printed) as StoredRow[];
}

const ask = (query: string, values: readonly Value[], readonly: boolean): StoredRow[] =>
  inPostgres ? askPostgres(query, values) : askSqlite(query, values, readonly);

/**
 * Looks into the tested server's database, whichever it is: which ids there are, and whether a row is still what it was. Parameters are `?` or
 * `@name`; points in time come as milliseconds and JSON as text.
 */
export const stored = (query: string, ...values: readonly Value[]): StoredRow[] => ask(query, values, true);

/** Writes past the product what no code of ours would. */
export const damageStored = (statement: string, ...values: readonly string[]): void =>
  void ask(statement, values, false);

const COLUMNS = inPostgres
  ? `SELECT table_name AS "tableName", column_name AS name, data_type AS type FROM information_schema.columns
      WHERE table_schema = 'public'`
  : `SELECT m.name AS tableName, c.name AS name, c.type AS type FROM sqlite_master m
      JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`;

/** Every column of every table. */
export const storedColumns = () =>
  stored(COLUMNS) as { readonly tableName: string; readonly name: string; readonly type: string }[];

/** The organisation of one of the demo market's people. */
export function organisationOf(handle: string): string {
  const [row] = stored(
    "SELECT m.organisation_id AS id FROM memberships m JOIN demo_users d ON d.user_id = m.user_id WHERE d.handle = ?",
    handle,
  );
  if (!row) throw new Error(`The demo market has nobody called ${handle}`);
  return row.id as string;
}

/** The codes of an order's steps: one of a client that is known from an earlier order has none of its check. */
export const stepsOf = (orderId: string): string[] =>
  stored("SELECT code FROM order_milestones WHERE order_id = ? ORDER BY position", orderId).map(({ code }) =>
    String(code),
  );
