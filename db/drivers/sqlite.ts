import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import type { Driver, Writer } from "../database";
import { knowsMeets } from "./meets";
import { drizzleWithSteadyPlans } from "./steady-plans";

/** One writer at a time: there is no isolation to choose. */
export type Queue = <T>(work: (tx: Writer) => Promise<T>, isFirst?: boolean) => Promise<T>;

type Job = { run(tx: Writer): Promise<unknown>; resolve(value: unknown): void; reject(error: unknown): void };

// One disk flush serves so many waiting writers; each keeps its own savepoint, so that one failure undoes only itself.
const GROUP_MAX = 64;

/** WAL with synchronous=FULL (WAL's default is NORMAL, which may lose the last commits on power loss). */
export const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "busy_timeout = 5000",
  "trusted_schema = OFF",
  "temp_store = MEMORY",
  "cache_size = -65536",
  "mmap_size = 268435456",
  // Rows an index is looked at for its statistics; a limit also keeps samples out, for whose sake statements are planned anew.
  "analysis_limit = 400",
] as const;

export function openConnection(file: string): Sqlite.Database {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const connection = new Sqlite(file);
  for (const pragma of PRAGMAS) connection.pragma(pragma);
  return connection;
}

// Those tables that have grown or shrunk tenfold since: by SQLite's bits, run (0x02) and look at all tables (0x10000).
export const OPTIMIZE_ALL = "optimize = 0x10002";

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Runs queued work in groups, a savepoint each, around one `BEGIN IMMEDIATE … COMMIT`. */
function groupCommit(connection: Sqlite.Database, writer: Writer): Queue {
  const statement = (sql: string) => connection.prepare(sql);
  const [begin, commit, rollback] = [statement("BEGIN IMMEDIATE"), statement("COMMIT"), statement("ROLLBACK")];
  const [savepoint, release, undo] = [
    statement("SAVEPOINT job"),
    statement("RELEASE job"),
    statement("ROLLBACK TO job"),
  ];
  const waiting: Job[] = [];
  let isDraining = false;

  async function runGroup(group: readonly Job[]): Promise<void> {
    const outcomes: (() => void)[] = [];
    try {
      begin.run();
      for (const job of group) {
        savepoint.run();
        try {
          const value = await job.run(writer);
          outcomes.push(() => job.resolve(value));
        } catch (error) {
          // A full disk ends the whole transaction at once: there is no savepoint left, and nobody's work is kept.
          if (!connection.inTransaction) throw error;
          undo.run();
          outcomes.push(() => job.reject(error));
        }
        release.run();
      }
      commit.run();
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      for (const job of group) job.reject(error);
      return;
    }
    for (const outcome of outcomes) outcome();
  }

  async function drain(): Promise<void> {
    isDraining = true;
    while (waiting.length > 0) {
      // The flush of a commit blocks the event loop: a turn lets the writers that arrived meanwhile join the next group.
      await nextTurn();
      await runGroup(waiting.splice(0, GROUP_MAX));
    }
    isDraining = false;
  }

  return (work, isFirst = false) =>
    new Promise((resolve, reject) => {
      // Each job keeps its own caller's async context, whoever drains the queue.
      const inContext = AsyncLocalStorage.snapshot();
      const job: Job = { run: (tx) => inContext(() => work(tx)), resolve: resolve as Job["resolve"], reject };
      if (isFirst) waiting.unshift(job);
      else waiting.push(job);
      if (!isDraining) void drain();
    });
}

export function sqliteDriver(file: string): Driver {
  const writerConnection = openConnection(file);
  const readerConnection = new Sqlite(file, { readonly: true, timeout: 5000 });
  for (const connection of [writerConnection, readerConnection]) knowsMeets(connection);
  readerConnection.pragma("query_only = ON");
  readerConnection.pragma("cache_size = -65536");
  readerConnection.pragma("mmap_size = 268435456");
  const writer = drizzleWithSteadyPlans(writerConnection) as unknown as Writer;
  const queue = groupCommit(writerConnection, writer);
  return {
    dialect: "sqlite",
    reader: drizzleWithSteadyPlans(readerConnection),
    transact: (work, { isFirst }) => queue(work, isFirst),
    async execute(statement) {
      writerConnection.exec(statement);
    },
    // In the queue as every write: never in the middle of another's.
    refreshStatistics: () =>
      queue(async () => {
        writerConnection.pragma(OPTIMIZE_ALL);
      }),
    async close() {
      readerConnection.close();
      writerConnection.close();
    },
  };
}
