import type { Writable } from "node:stream";
import { DrizzleQueryError } from "drizzle-orm";
import { NodePgDatabase, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDialect, type SelectedFieldsOrdered } from "drizzle-orm/pg-core";
import pg from "pg";
import type { Driver, Isolation, Writer } from "../database";
import { codeOf, CONNECTION_LOST, isAfterFailure, isUnreachable } from "../failures";
import { steadyMapper } from "./row-mapper";
import { isRead, statementLog } from "./statement-count";

const POOL_MAX = Number(process.env.PG_POOL_MAX || 10);

// Together under five seconds, in which every caller has an answer, whatever has become of the server.
const CONNECT_MAX_MS = 4_000;
/** The server's own bound: a statement that takes longer is cut off by it, and the connection lives on. */
const statementMaxMs = (): number => Number(process.env.PG_STATEMENT_TIMEOUT_MS || 4_000);
/** So much later only a server is cut off that does not even cut off itself: it hangs, or the way to it does. */
const SILENCE_AFTER_MS = 500;
/** After a silence nobody is made to wait for the next one. */
const REST_AFTER_SILENCE_MS = 1_000;
const KEEP_ALIVE_AFTER_MS = 5_000;

const nothing = () => undefined;

/**
 * Connections for at most so many at once; others wait in line, for as long as those before them are answered. Once the server is found away or
 * silent, all who wait are told so at once, and for a while after a silence so is everybody who comes.
 */
class Connections {
  private readonly pool: pg.Pool;
  private readonly line: { enter(): void; refuse(error: unknown): void }[] = [];
  private free = POOL_MAX;
  private silence: { readonly error: unknown; readonly untilMs: number } | null = null;

  constructor(options: pg.PoolConfig) {
    this.pool = new pg.Pool({
      max: POOL_MAX,
      connectionTimeoutMillis: CONNECT_MAX_MS,
      statement_timeout: statementMaxMs(),
      query_timeout: statementMaxMs() + SILENCE_AFTER_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
      ...options,
    });
    // A connection whose server went away says so here, in use or not. Whoever uses it hears of it by the statement that fails.
    this.pool.on("error", nothing).on("connect", (client) => client.on("error", nothing));
  }

  /** Lends a connection to `work`; one that does not stand any more is thrown away. */
  async use<T>(work: (client: pg.PoolClient) => Promise<T>, isFirst = false): Promise<T> {
    await this.enter(isFirst);
    let client: pg.PoolClient | undefined;
    try {
      client = await this.pool.connect();
      const value = await work(client);
      client.release();
      return value;
    } catch (error) {
      const told = this.understood(error);
      client?.release(isUnreachable(told));
      throw told;
    } finally {
      this.leave();
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }

  private async enter(isFirst: boolean): Promise<void> {
    if (this.silence && performance.now() < this.silence.untilMs) throw this.silence.error;
    if (this.free > 0) this.free--;
    else await new Promise<void>((enter, refuse) => this.line[isFirst ? "unshift" : "push"]({ enter, refuse }));
  }

  private leave(): void {
    const next = this.line.shift();
    if (next) next.enter();
    else this.free++;
  }

  /** The same failure, by SQLSTATE's code where the network or the driver has words of its own for a lost connection. */
  understood(error: unknown): unknown {
    const bottom = bottomOf(error);
    const isSilent = isSilence(error);
    if (isSilent || isLost(bottom)) Object.assign(bottom, { code: CONNECTION_LOST });
    if (isSilent) this.silence = { error, untilMs: performance.now() + REST_AFTER_SILENCE_MS };
    if (isUnreachable(error)) for (const { refuse } of this.line.splice(0)) refuse(error);
    return error;
  }
}

/** What lies at the bottom of a failure: Drizzle wraps it in words that hold the statement. */
const bottomOf = (error: unknown): Error =>
  error instanceof Error && error.cause instanceof Error ? bottomOf(error.cause) : (error as Error);

/** Nothing came in time. Of a statement that took too long the server says so, with a code, and the connection stands. */
const isSilence = (error: unknown): boolean => codeOf(error) === "" && /timeout/i.test(bottomOf(error).message);

const SOCKET = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT$)/;
const isLost = (error: Error): boolean => {
  const { code } = error as { readonly code?: unknown };
  return code === undefined ? /terminated|not queryable/i.test(error.message) : SOCKET.test(String(code));
};

const dialect = new PgDialect({ casing: "snake_case" });

type Session = NodePgSession<Record<string, never>, Record<string, never>>;

/** Finds once a statement how its rows become objects; Drizzle would find it out for each cell. */
function ormOver(client: unknown) {
  const session: Session = new NodePgSession(client as pg.Client, dialect, undefined, { logger: statementLog });
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = ((...asked: Parameters<Session["prepareQuery"]>) => {
    const [query, fields, name, inArrays, custom, ...rest] = asked;
    if (!fields || custom) return prepare(...asked);
    const mapper = steadyMapper(fields as SelectedFieldsOrdered);
    const statement = prepare(query, fields, name, inArrays, mapper.map as never, ...rest);
    return mapper.of(statement);
  }) as Session["prepareQuery"];
  return new NodePgDatabase(dialect, session, undefined);
}

type Asked = [pg.QueryConfig & { readonly rowMode?: "array" }, unknown[]];
type Writing = {
  readonly tx: Writer;
  readonly hold: () => void;
  begun: Promise<unknown>;
  hasBegun: boolean;
  /** Writes that answer nothing: whether they were done is known before the transaction is. */
  unanswered: Promise<unknown>[];
  /** Of the statements that are waited for, in the server's order: whoever asked may hear of the first one last. */
  failures: unknown[];
};

// The driver's types leave the socket out.
const streamOf = (client: pg.PoolClient): Writable =>
  (client as unknown as { readonly connection: { readonly stream: Writable } }).connection.stream;

/** Has a connection send what is asked in one turn in one piece: each piece by itself wakes the server, which costs more than most statements. */
function inOnePiece(client: pg.PoolClient): () => void {
  const stream = streamOf(client);
  let isHeld = false;
  const letGo = () => {
    isHeld = false;
    stream.uncork();
  };
  return () => {
    if (isHeld) return;
    isHeld = true;
    stream.cork();
    process.nextTick(letGo);
  };
}

type Read = { readonly asked: Asked; resolve(rows: unknown): void; reject(error: unknown): void };

/** So many reads at the most go over one connection together: the last of them waits for those before it. */
const READS_TOGETHER = 8;

/** Sends all in one packet and answers each as it comes. Each has the time of those before it as well. */
async function askTogether(connections: Connections, client: pg.PoolClient, reads: readonly Read[]): Promise<void> {
  const stream = streamOf(client);
  stream.cork();
  const answers = reads.map(({ asked: [config, values] }, at) => {
    const timed = { ...config, query_timeout: statementMaxMs() * (at + 1) + SILENCE_AFTER_MS };
    return client.query(at === 0 ? config : timed, values);
  });
  stream.uncork();
  const settled = answers.map((answer, at) => {
    const { resolve, reject } = reads[at] as Read;
    return answer.then(resolve, (error: unknown) => {
      const told = connections.understood(error);
      reject(told);
      // A connection that does not stand any more is not lent again.
      if (isUnreachable(told)) throw told;
    });
  });
  const lost = (await Promise.allSettled(settled)).find(({ status }) => status === "rejected");
  if (lost) throw (lost as PromiseRejectedResult).reason;
}

/**
 * Sends reads that are asked for in one turn of the event loop over one connection in one packet: a packet costs this process more than all else
 * of a read. What has no name goes by itself: it is a search or a rare question, may take long, and nobody should wait behind it.
 */
function readingTogether(connections: Connections) {
  const waiting: Read[] = [];
  const send = () => {
    const reads = waiting.splice(0);
    if (reads.length === 0) return;
    connections
      .use((client) => askTogether(connections, client, reads))
      .catch((error: unknown) => {
        for (const { reject } of reads) reject(error);
      });
  };
  return (...asked: Asked): Promise<unknown> => {
    if (!asked[0].name) return connections.use((client) => client.query(...asked));
    return new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (waiting.length === 1) setImmediate(send);
      if (waiting.length === READS_TOGETHER) send();
    });
  };
}
/** What a write that nobody waits for answers meanwhile. */
const NOTHING_YET = { rows: [] };

/** Drizzle's own failure, for a write that it does not wait for. */
const failureOf =
  ([{ text }, values]: Asked) =>
  (error: unknown) => {
    throw new DrizzleQueryError(text, values, error as Error);
  };

/**
 * Drizzle over a connection, made once for each: what `prepared` has built stays built. A read or a lock is sent right behind `BEGIN`, which saves
 * waiting for its answer; a write waits for it, since where nothing was begun it would be there at once. A write that answers no rows is sent and
 * not waited for: one that fails makes the transaction fail, whatever is sent behind it.
 */
const writingOver = (() => {
  const known = new WeakMap<object, Writing>();
  return (client: pg.PoolClient): Writing => {
    const found = known.get(client);
    if (found) return found;
    const hold = inOnePiece(client);
    const send = (...asked: Asked) => {
      hold();
      if (asked[0].rowMode === "array" || isRead(asked[0].text)) {
        const answered = client.query(...asked);
        answered.catch((error: unknown) => writing.failures.push(error));
        return answered;
      }
      const written = client.query(...asked).catch(failureOf(asked));
      written.catch(nothing);
      writing.unanswered.push(written);
      return NOTHING_YET;
    };
    const query = async (...asked: Asked) => {
      if (!writing.hasBegun && !isRead(asked[0].text)) await writing.begun;
      return send(...asked);
    };
    const tx = ormOver({ query }) as unknown as Writer;
    const writing: Writing = { tx, hold, begun: Promise.resolve(), hasBegun: false, unanswered: [], failures: [] };
    known.set(client, writing);
    return writing;
  };
})();

/** Sent without waiting, right behind `BEGIN`, by which it is known whether anything was begun. */
function begin(client: pg.PoolClient, isolation: Isolation): Writing {
  const writing = writingOver(client);
  writing.hasBegun = false;
  writing.unanswered = [];
  writing.failures = [];
  writing.hold();
  writing.begun = client.query(`BEGIN ISOLATION LEVEL ${isolation.toUpperCase()}`).then(() => {
    writing.hasBegun = true;
  });
  // Whoever waits for it hears of it.
  writing.begun.catch(nothing);
  return writing;
}

/** The failure of a transaction: of its statements' that which came first, since those behind it say only that something had failed. */
async function failureAmong({ unanswered, failures }: Writing, thrown: unknown): Promise<unknown> {
  const settled = await Promise.allSettled(unanswered);
  const ofWrites = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  return [...ofWrites, thrown, ...failures].find((one) => one !== undefined && !isAfterFailure(one)) ?? thrown;
}

/** Commits once all writes were done: sent with them, a server that hangs might do later what everybody has been told was not done. */
async function commit(client: pg.PoolClient, { begun, unanswered }: Writing): Promise<void> {
  await Promise.all([begun, ...unanswered]);
  await client.query("COMMIT");
}

async function inTransaction<T>(
  client: pg.PoolClient,
  isolation: Isolation,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  const writing = begin(client, isolation);
  try {
    const value = await work(writing.tx);
    await commit(client, writing);
    return value;
  } catch (error) {
    const failure = await failureAmong(writing, error);
    // Of a connection that is gone the server undoes it by itself; a silent one would only be waited for again.
    const bottom = bottomOf(failure);
    const isGone = isUnreachable(failure) || isLost(bottom) || isSilence(failure);
    if (!isGone) await client.query("ROLLBACK");
    throw failure;
  }
}

// Of statements that take milliseconds, compiling them first takes tens.
const NO_JIT = "-c jit=off";
// What writers ask finds rows by their keys: a plan by the values of a run is as good as one for all, and takes longer to make than to run.
const PLANNED_ONCE = "-c plan_cache_mode=force_generic_plan";

export function postgresDriver(url: string, replicaUrl: string = url): Driver {
  const writers = new Connections({ connectionString: url, options: `${NO_JIT} ${PLANNED_ONCE}`, pipeline: true });
  const readers = new Connections({
    connectionString: replicaUrl,
    options: `${NO_JIT} -c default_transaction_read_only=on`,
    pipeline: true,
  });
  // All that Drizzle asks of a connection.
  const reading = { query: readingTogether(readers) };
  return {
    dialect: "postgres",
    reader: ormOver(reading),
    transact: (work, { isolation, isFirst }) =>
      writers.use((client) => inTransaction(client, isolation, work), isFirst),
    execute: (statement) => writers.use(async (client) => void (await client.query(statement))),
    // Autovacuum counts by itself.
    refreshStatistics: async () => undefined,
    async close() {
      await Promise.all([writers.end(), readers.end()]);
    },
  };
}
