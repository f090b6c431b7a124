import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Driver, Writer } from "../database";

/** So much work is done before the planner is told how large the tables have become, and again each time it is twice as much. */
const FIRST_ANALYZE = 32;

/** The one connection that fills an empty database, and how its transaction ends. */
export type PostgresDraft = Driver & {
  /** Undoes everything, as a lost connection would. */
  discard(): Promise<void>;
};

/**
 * For a database that is being filled: ONE transaction of one connection around all of it, so that a process that is killed leaves nothing,
 * and nobody sees half of it. Reads go over the same connection and find what was written; each piece of work has a savepoint, so that
 * one that fails undoes only itself. Waits for `lock`, an advisory lock, and holds it until the end. `close` commits.
 */
export async function postgresDraftDriver(url: string, lock: number): Promise<PostgresDraft> {
  // Of a server that goes away the statement under way hears.
  const client = new pg.Client({ connectionString: url }).on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock($1)", [lock]);
  await client.query("SET LOCAL jit = off; SET LOCAL synchronous_commit = off");
  const writer = drizzle(client, { casing: "snake_case" }) as unknown as Writer;
  let last: Promise<unknown> = Promise.resolve();
  let works = 0;

  async function run<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    if (++works >= FIRST_ANALYZE && Number.isInteger(Math.log2(works))) await client.query("ANALYZE");
    await client.query("SAVEPOINT work");
    try {
      const value = await work(writer);
      await client.query("RELEASE SAVEPOINT work");
      return value;
    } catch (error) {
      await client.query("ROLLBACK TO SAVEPOINT work");
      throw error;
    }
  }

  const transact: Driver["transact"] = (work) => {
    const done = last.then(() => run(work));
    last = done.catch(() => undefined);
    return done;
  };

  async function end(statement: "COMMIT" | "ROLLBACK"): Promise<void> {
    await last;
    await client.query(statement);
    await client.end();
  }

  const ask = async (statement: string) => {
    await last;
    await client.query(statement);
  };

  return {
    dialect: "postgres",
    reader: writer,
    transact,
    execute: ask,
    refreshStatistics: () => ask("ANALYZE"),
    close: () => end("COMMIT"),
    // Where the connection is gone, the server has done so.
    discard: () => end("ROLLBACK").catch(() => undefined),
  };
}
