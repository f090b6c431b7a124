import { NodePgDatabase, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import type { Driver, Writer } from "../database";
import { type NotNullable, rowMapper } from "./map-rows";

type Session = NodePgSession<Record<string, never>, Record<string, never>>;

/** Statements of thousands of rows are few, and their text is longer than their plan takes. */
const NAMED_TEXT_MAX = 8_000;

/**
 * So much work shares a savepoint. One for each would make every row that two have touched belong to several subtransactions, which the server
 * asks for at every look at it.
 */
const WORKS_PER_SAVEPOINT = 200;

const isWriting = (text: string): boolean => /^(insert|update|delete) /.test(text);
/** What writes and answers nothing: nobody has to wait for it. */
const isSilent = (text: string): boolean => isWriting(text) && !text.includes(" returning ");

const NO_ROWS = { rows: [], rowCount: 0 };

/** Frames of a message are gathered and go out together. The types of `pg` leave it out. */
type Streamed = { readonly connection: { readonly stream: { cork(): void; uncork(): void } } };

type Statement = { readonly config: pg.QueryConfig; readonly values: unknown[] };

/**
 * All that Drizzle asks of a connection. The server parses and plans each text once. What writes is not waited for and goes out with the
 * next question, in its order, so that what is read finds what was written.
 */
function draftConnection(client: pg.Client) {
  const names = new Map<string, string>();
  const { stream } = (client as unknown as Streamed).connection;
  let last: Promise<unknown> = Promise.resolve();
  let failure: unknown;
  let isHeld = false;
  let written: Statement[] = [];

  const nameOf = (text: string): string | undefined => {
    if (text.length > NAMED_TEXT_MAX) return undefined;
    const name = names.get(text) ?? `draft_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  const flow = () => {
    if (isHeld) stream.uncork();
    isHeld = false;
  };
  const send = (config: pg.QueryConfig, values?: unknown[]) => {
    if (!isHeld) stream.cork();
    isHeld = true;
    last = client.query(config, values).catch((error: unknown) => {
      failure ??= error;
    });
  };
  /** Waits for all that was sent; answers the first that failed of it, and forgets it. */
  async function settled(): Promise<unknown> {
    flow();
    await last;
    const first = failure;
    failure = undefined;
    return first;
  }

  return {
    async query(config: pg.QueryConfig, values: unknown[]) {
      const named = { ...config, name: nameOf(config.text) };
      if (isWriting(config.text)) written.push({ config: named, values });
      if (isSilent(config.text)) {
        send(named, values);
        return NO_ROWS;
      }
      const answer = client.query(named, values);
      flow();
      return await answer;
    },
    settled,
    /** How much was written since the savepoint. */
    mark: () => written.length,
    /** Makes the savepoint to which `undo` goes back. */
    save() {
      send({ text: "SAVEPOINT work" });
      written = [];
    },
    /** Asks for what is none of Drizzle's. */
    async ask(text: string): Promise<void> {
      const answer = client.query(text);
      flow();
      await answer;
    },
    keep: () => send({ text: "RELEASE SAVEPOINT work" }),
    /** Undoes what was written after `mark`: goes back to the savepoint and writes again what came before the mark. */
    async undo(mark: number): Promise<void> {
      if (written.length === mark && client.getTransactionStatus() !== "E") return;
      written.length = mark;
      send({ text: "ROLLBACK TO SAVEPOINT work" });
      for (const { config, values } of written) send(config, values);
      const again = await settled();
      if (again) throw again;
    },
  };
}

/** A session that finds once a statement how its rows become objects. */
function draftSession(connection: object, dialect: PgDialect): Session {
  const session = new NodePgSession(connection as pg.Client, dialect, undefined) as Session;
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = ((...asked: Parameters<Session["prepareQuery"]>) => {
    const [query, fields, name, inArrays, custom, ...rest] = asked;
    if (!fields || custom) return prepare(...asked);
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
 * and nobody sees half of it. Reads go over the same connection and find what was written. A piece of work that fails undoes only
 * itself. The planner is told how large the tables have become each time as much work again was done. Waits for `lock`, an advisory lock, and holds it until the end. `close` commits.
 */
export async function postgresDraftDriver(url: string, lock: number): Promise<PostgresDraft> {
  // Of a server that goes away the statement under way hears.
  const client = new pg.Client({ connectionString: url, pipeline: true }).on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock($1)", [lock]);
  // A plan for each text and not for each value: most texts are asked a hundred times for rows by their key.
  await client.query(
    "SET LOCAL jit = off; SET LOCAL synchronous_commit = off; SET LOCAL plan_cache_mode = force_generic_plan",
  );
  const connection = draftConnection(client);
  const dialect = new PgDialect({ casing: "snake_case" });
  const writer = new NodePgDatabase(dialect, draftSession(connection, dialect), undefined) as unknown as Writer;
  let last: Promise<unknown> = Promise.resolve();
  let works = 0;

  async function run<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    if (works % WORKS_PER_SAVEPOINT === 0) {
      if (works > 0) connection.keep();
      if (works > 0 && Number.isInteger(Math.log2(works / WORKS_PER_SAVEPOINT))) await connection.ask("ANALYZE");
      connection.save();
    }
    works++;
    const mark = connection.mark();
    let failure: unknown;
    try {
      const value = await work(writer);
      failure = await connection.settled();
      if (!failure) return value;
    } catch (error) {
      // What was sent before it and refused is why a later statement failed.
      failure = (await connection.settled()) ?? error;
    }
    await connection.undo(mark);
    throw failure;
  }

  const transact: Driver["transact"] = (work) => {
    const done = last.then(() => run(work));
    last = done.catch(() => undefined);
    return done;
  };

  async function end(statement: string): Promise<void> {
    await last;
    await connection.ask(statement);
    await client.end();
  }

  return {
    dialect: "postgres",
    reader: writer,
    transact,
    async execute(statement) {
      await last;
      await connection.ask(statement);
    },
    async refreshStatistics() {
      await last;
      await connection.ask("ANALYZE");
    },
    close: () => end("COMMIT"),
    // Where the connection is gone, the server has done so.
    discard: () => end("ROLLBACK").catch(() => undefined),
  };
}
