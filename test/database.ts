import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type Database, databaseOver, type Driver } from "../db/database";
import { dialect } from "../db/dialect";
import { postgresDriver } from "../db/drivers/postgres";
import { sqliteDriver } from "../db/drivers/sqlite";
import { keptPostgres } from "./kept-postgres";
import { keptSqlite } from "./kept-sqlite";

type Copy = {
  readonly open: () => Database;
  readonly drop: () => Promise<void>;
  /** Where it lies: of what is copied again. */
  readonly at: string;
};

function copySqlite(template: string): Copy {
  const folder = mkdtempSync(join(dirname(template), "kouan-test-"));
  const file = join(folder, "kouan.db");
  copyFileSync(template, file);
  return {
    at: file,
    open: () => databaseOver(sqliteDriver(file)),
    async drop() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function inMaintenance(template: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: template.replace(/\/[^/]*$/, "/postgres") });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function copyPostgres(template: string): Promise<Copy> {
  const name = `kouan_test_${randomBytes(6).toString("hex")}`;
  await inMaintenance(template, `CREATE DATABASE ${name} TEMPLATE ${template.replace(/^.*\//, "")}`);
  const at = template.replace(/[^/]*$/, name);
  return {
    at,
    open: () => databaseOver(postgresDriver(at)),
    drop: () => inMaintenance(template, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

const copyOf = async (template: string): Promise<Copy> =>
  dialect === "postgres" ? await copyPostgres(template) : copySqlite(template);

type Kept = {
  readonly at: string;
  /** Takes out what was written. False where it cannot be as it was: then it is for nobody any more. */
  empty(): Promise<boolean>;
  readonly openDriver: () => Driver;
  /** Its connections, which outlast a test: to make one anew, and to plan on it what a test asks, takes longer than the answers. */
  driver: Driver | null;
  /** Whether a test has changed more of it than rows: what its connections are set to, or what they know of its tables. */
  isSpent: boolean;
  end(): Promise<void>;
};

// A worker's own: to make a database takes ten times as long as to empty one.
const idle: Kept[] = [];

async function keptCopy(template: string): Promise<Kept> {
  const { at, drop } = await copyOf(template);
  const emptied = dialect === "postgres" ? await keptPostgres(at) : keptSqlite(template, at);
  const kept: Kept = {
    at,
    empty: emptied.empty,
    openDriver: () => (dialect === "postgres" ? postgresDriver(at) : sqliteDriver(at)),
    driver: null,
    isSpent: false,
    async end() {
      await Promise.all([emptied.end(), kept.driver?.close()]);
      await drop();
    },
  };
  return kept;
}

/** To one test. What it did not wait for writes nothing when it is over, and costs the connections. */
function lend(kept: Kept): Database {
  const driver = (kept.driver ??= kept.openDriver());
  const database = databaseOver(driver);
  // PostgreSQL tells by its catalogue whether anything but rows has changed.
  const spend = () => {
    kept.isSpent ||= dialect === "sqlite";
  };
  let running = 0;
  let isOver = false;
  return {
    ...database,
    execute(statement) {
      spend();
      return database.execute(statement);
    },
    refreshStatistics() {
      spend();
      return database.refreshStatistics();
    },
    async write(work, options) {
      if (isOver) throw new Error("the test that had this database is over");
      running++;
      try {
        return await database.write(work, options);
      } finally {
        running--;
      }
    },
    async close() {
      isOver = true;
      if (running === 0) return;
      kept.driver = null;
      await driver.close();
    },
  };
}

async function emptyCopy(): Promise<Copy> {
  const kept = idle.pop() ?? (await keptCopy(inject("template")));
  return {
    at: kept.at,
    open: () => lend(kept),
    async drop() {
      if (!kept.isSpent && (await kept.empty())) idle.push(kept);
      else await kept.end();
    },
  };
}

async function openForTest({ open, drop }: Copy): Promise<Database> {
  const database = open();
  onTestFinished(async () => {
    await database.close();
    await drop();
  });
  return database;
}

/** A database of this lane, migrated, with the reference places in it, for one test; what the test wrote is gone when it is over. */
export const freshDatabase = async (): Promise<Database> => openForTest(await emptyCopy());

/** As a process is told it: tests reach PostgreSQL by its socket, and the product by the network. */
const byNetwork = (address: string): string => address.replace(/@%2F[^:]+:/, "@127.0.0.1:");

/** One that a test closes and opens again, as a process does that ends and starts; the caller drops it. */
export async function restartableDatabase(): Promise<Copy> {
  if (dialect === "sqlite") return copySqlite(inject("template"));
  const copy = await emptyCopy();
  return { ...copy, at: byNetwork(copy.at) };
}

/** One that is filled once for many tests, each of which has a copy to itself; the caller drops it after the last. */
export async function filledDatabase<Filled>(fill: (database: Database) => Promise<Filled>) {
  const { at, open, drop } = await copyOf(inject("template"));
  const database = open();
  const filled = await fill(database);
  await database.close();
  return { filled, drop, copy: async (): Promise<Database> => openForTest(await copyOf(at)) };
}
