import type { Reader } from "./database";

type Executable<Rows> = { prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Rows> } };

const byConnection = new WeakMap<object, Map<string, { execute(values?: Record<string, unknown>): unknown }>>();

/**
 * A query built once per connection and run many times: building one anew costs ten times its run on SQLite. On PostgreSQL a
 * transaction is a new connection object, so there it is built per call, which the network hides.
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
