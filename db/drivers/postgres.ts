import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Driver, Writer } from "../database";

const POOL_MAX = Number(process.env.PG_POOL_MAX || 10);

const KEY_RACES_MAX = 3;

// A client whose server went away reports it here; the next query gets a fresh client, so it only must not crash the process.
const pool = (options: pg.PoolConfig): pg.Pool =>
  new pg.Pool({ max: POOL_MAX, ...options })
    .on("error", () => undefined)
    // One in the middle of a transaction reports it itself, and its query fails with it.
    .on("connect", (client) => client.on("error", () => undefined));

function sqlStateOf(error: unknown): string {
  const own = error as { code?: unknown; cause?: { code?: unknown } };
  return String(own.code ?? own.cause?.code ?? "");
}

export function postgresDriver(url: string, replicaUrl: string = url): Driver {
  const writers = pool({ connectionString: url });
  const readers = pool({ connectionString: replicaUrl, options: "-c default_transaction_read_only=on" });
  const writer = drizzle(writers, { casing: "snake_case" });
  return {
    dialect: "postgres",
    reader: drizzle(readers, { casing: "snake_case" }),
    transact: (work) => writer.transaction((tx) => work(tx as unknown as Writer), { isolationLevel: "serializable" }),
    // 40001 serialization failure, 40P01 deadlock. 23505: two writers of one key raced; the second run sees the first one's row
    // and decides on it, so one more run is enough, which need not be the second: a run may have been lost to 40001 before. A true violation still surfaces.
    isConflict: (error, attempt) =>
      ["40001", "40P01"].includes(sqlStateOf(error)) || (sqlStateOf(error) === "23505" && attempt <= KEY_RACES_MAX),
    async execute(statement) {
      await writers.query(statement);
    },
    // Autovacuum counts by itself.
    refreshStatistics: async () => undefined,
    async close() {
      await Promise.all([writers.end(), readers.end()]);
    },
  };
}
