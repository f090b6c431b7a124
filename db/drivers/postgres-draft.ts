import { NodePgDatabase, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import type { Driver, Writer } from "../database";
import { type NotNullable, rowMapper } from "./map-rows";

type Session = NodePgSession<Record<string, never>, Record<string, never>>;

/** Statements of thousands of rows are few, and their text is longer than their plan takes. */
const NAMED_TEXT_MAX = 8_000;
/** After so many pieces of work the planner is told how large the tables have become, and again each time they are twice as many. */
const FIRST_ANALYZE = 250;

/** What writes and answers nothing: nobody has to wait for it. */
const isSilent = (text: string): boolean => /^(insert|update|delete) /.test(text) && !text.includes(" returning ");

/** What was sent and not waited for, and the first of it that failed. */
type Sent = { last: Promise<unknown>; failure: unknown };

/**
 * A session that has the server parse and plan each text once, finds once a statement how its rows become objects, and goes on
 * while the server writes: the connection keeps the order, so that what is read next finds it.
 */
function draftSession(client: pg.Client, dialect: PgDialect, sent: Sent): Session {
  const session = new NodePgSession(client, dialect, undefined) as Session;
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (text.length > NAMED_TEXT_MAX) return undefined;
    const name = names.get(text) ?? `draft_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = ((...asked: Parameters<Session["prepareQuery"]>) => {
    const [query, fields, , inArrays, custom, ...rest] = asked;
    const name = nameOf(query.sql);
    if (!fields || custom) {
      const statement = prepare(query, fields, name, inArrays, custom, ...rest);
      if (fields || !isSilent(query.sql)) return statement;
      const execute = statement.execute.bind(statement);
      statement.execute = (async (values?: Record<string, unknown>) => {
        sent.last = execute(values).catch((error: unknown) => {
          sent.failure ??= error;
        });
      }) as typeof statement.execute;
      return statement;
    }
    let map: ReturnType<typeof rowMapper> | undefined;
    const statement: object = prepare(
      query,
      fields,
      name,
      inArrays,
      (rows) => {
        const joins = (statement as { joinsNotNullableMap?: NotNullable }).joinsNotNullableMap;
        map ??= rowMapper(fields as unknown as Parameters<typeof rowMapper>[0], joins);
        return map(rows);
      },
      ...rest,
    );
    return statement;
  }) as Session["prepareQuery"];
  return session;
}

/** The one connection that fills an empty database, and how its transaction ends. */
export type PostgresDraft = Driver & {
  /** Undoes everything, as a lost connection would. */
  discard(): Promise<void>;
};

/**
 * For a database that is being filled: ONE transaction of one connection around all of it, so that a process that is killed leaves nothing,
 * and nobody sees half of it. Reads go over the same connection and find what was written. Each piece of work has a savepoint, so that
 * one that fails undoes only itself. Waits for `lock`, an advisory lock, and holds it until the end. `close` commits.
 */
export async function postgresDraftDriver(url: string, lock: number): Promise<PostgresDraft> {
  const client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock($1)", [lock]);
  await client.query("SET LOCAL jit = off; SET LOCAL synchronous_commit = off");
  const sent: Sent = { last: Promise.resolve(), failure: undefined };
  const dialect = new PgDialect({ casing: "snake_case" });
  const writer = new NodePgDatabase(dialect, draftSession(client, dialect, sent), undefined) as unknown as Writer;
  let last: Promise<unknown> = Promise.resolve();
  let works = 0;
  let isMarked = false;

  async function run<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    if (++works % FIRST_ANALYZE === 0 && Number.isInteger(Math.log2(works / FIRST_ANALYZE)))
      await client.query("ANALYZE");
    // The mark of the work before is given up on the same way, which saves one.
    sent.last = client.query(isMarked ? "RELEASE SAVEPOINT job; SAVEPOINT job" : "SAVEPOINT job");
    isMarked = true;
    try {
      const value = await work(writer);
      await sent.last;
      if (sent.failure) throw sent.failure;
      return value;
    } catch (error) {
      await sent.last;
      const failure = sent.failure ?? error;
      sent.failure = undefined;
      await client.query("ROLLBACK TO SAVEPOINT job");
      throw failure;
    }
  }

  const transact: Driver["transact"] = (work) => {
    const done = last.then(() => run(work));
    last = done.catch(() => undefined);
    return done;
  };

  async function end(statement: string): Promise<void> {
    await last;
    await client.query(statement);
    await client.end();
  }

  return {
    dialect: "postgres",
    reader: writer,
    transact,
    async execute(statement) {
      await last;
      await client.query(statement);
    },
    async refreshStatistics() {
      await last;
      await client.query("ANALYZE");
    },
    close: () => end("COMMIT"),
    discard: () => end("ROLLBACK"),
  };
}
