import { createHash } from "node:crypto";
import { type Placeholder, sql } from "drizzle-orm";
import type { Reader, Writer } from "./database";

type Executable<Rows> = { prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Rows> } };

const byConnection = new WeakMap<object, Map<string, { execute(values?: Record<string, unknown>): unknown }>>();

/**
 * A query built once per connection and run many times: building one anew costs ten times its run on SQLite. On PostgreSQL the
 * server plans it once a connection, too.
 */
export function prepared<Rows, Values extends Record<string, unknown>>(
  name: string,
  build: (db: Reader) => Executable<Rows>,
): (db: Reader, values: Values) => Promise<Rows> {
  return async (db, values) => {
    const known = byConnection.get(db) ?? new Map();
    byConnection.set(db, known);
    let statement = known.get(name);
    if (!statement) {
      statement = build(db).prepare(name);
      known.set(name, statement);
    }
    return (await statement.execute(values)) as Rows;
  };
}

/** So many in a list is usual: a deal has one order of each service. */
const LIST_MAX = 8;

type Slots = Record<string, Placeholder>;

/** A query by a short list of ids, built once for each length; a long list is a query of its own, and an empty one answers nothing. */
export function preparedList<Rows extends readonly unknown[]>(
  name: string,
  build: (db: Reader, ids: (string | Placeholder)[]) => Executable<Rows> & PromiseLike<Rows>,
): (db: Reader, ids: readonly string[]) => Promise<Rows | []> {
  const byLength = Array.from({ length: LIST_MAX }, (_, last) =>
    prepared<Rows, Record<string, unknown>>(`${name}_${last + 1}`, (db) =>
      build(
        db,
        Array.from({ length: last + 1 }, (__, at) => sql.placeholder(`id${at}`)),
      ),
    ),
  );
  return async (db, ids) => {
    if (ids.length === 0) return [];
    const known = byLength[ids.length - 1];
    return known
      ? await known(db, Object.fromEntries(ids.map((id, at) => [`id${at}`, id])))
      : await build(db, [...ids]);
  };
}

/** Of a choice of columns, short enough for PostgreSQL's names of 63 bytes. */
const digestOf = (choice: string): string => createHash("sha256").update(choice).digest("hex").slice(0, 16);

/**
 * An update that sets now these and now those columns, built once for each choice of them. What becomes null stands in the statement:
 * a column writes only what it has a value for. `of` are values that the statement finds its row by. Its name says which columns it sets,
 * whoever asks first: the build holds several copies of this module, and they share PostgreSQL's connections, where one name is one statement.
 */
export function preparedChange<Rows, Change extends object, Of extends Record<string, unknown>>(
  name: string,
  build: (db: Writer, change: Change) => Executable<Rows>,
): (db: Writer, change: Change, of: Of) => Promise<Rows> {
  const byChoice = new Map<string, (db: Reader, values: Record<string, unknown>) => Promise<Rows>>();
  return async (db, change, of) => {
    const set = Object.entries(change).filter(([, value]) => value !== undefined);
    const choice = set.map(([column, value]) => (value === null ? `${column}=` : column)).join();
    let known = byChoice.get(choice);
    if (!known) {
      const slots = Object.fromEntries(
        set.map(([column, value]) => [column, value === null ? null : sql.placeholder(`set_${column}`)]),
      ) as Slots;
      known = prepared(`${name}_${digestOf(choice)}`, (on) => build(on as Writer, slots as unknown as Change));
      byChoice.set(choice, known);
    }
    return await known(db, { ...of, ...Object.fromEntries(set.map(([column, value]) => [`set_${column}`, value])) });
  };
}

/** An insert of one row, built once for each choice of columns that it fills, as `preparedChange` is. */
export function preparedInsert<Row extends object>(
  name: string,
  build: (db: Writer, row: Row) => Executable<unknown>,
): (db: Writer, row: Row) => Promise<void> {
  const insert = preparedChange(name, build);
  return async (db, row) => void (await insert(db, row, {}));
}
