import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type Database, databaseOver, type Driver } from "../db/database";
import { dialect } from "../db/dialect";
import { postgresDriver } from "../db/drivers/postgres";
import { sqliteDriver } from "../db/drivers/sqlite";
import { type KeptPostgres, keptPostgres } from "./kept-postgres";

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
  readonly emptied: KeptPostgres;
  /** Its connections, which outlast a test: to make one anew takes longer than most of what a test asks. */
  driver: Driver | null;
  end(): Promise<void>;
};

// A worker's own: to make a database takes ten times as long as to empty one.
const idle: Kept[] = [];

async function keptCopy(template: string): Promise<Kept> {
  const { at, drop } = await copyPostgres(template);
  const emptied = await keptPostgres(at);
  const kept: Kept = {
    at,
    emptied,
    driver: null,
    async end() {
      await Promise.all([emptied.end(), kept.driver?.close()]);
      await drop();
    },
  };
  return kept;
}

/** To one test. What it did not wait for writes nothing when it is over, and costs the connections. */
function lend(kept: Kept): Database {
  const driver = (kept.driver ??= postgresDriver(kept.at));
  const database = databaseOver(driver);
  let running = 0;
  let isOver = false;
  return {
    ...database,
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

async function emptyPostgres(template: string): Promise<Copy> {
  const kept = idle.pop() ?? (await keptCopy(template));
  return {
    at: kept.at,
    open: () => lend(kept),
    async drop() {
      if (await kept.emptied.empty()) idle.push(kept);
      else await kept.end();
    },
  };
}

const fresh = async (): Promise<Copy> =>
  dialect === "postgres" ? await emptyPostgres(inject("template")) : copySqlite(inject("template"));

async function openForTest({ open, drop }: Copy): Promise<Database> {
  const database = open();
  onTestFinished(async () => {
    await database.close();
    await drop();
  });
  return database;
}

/** A database of this lane, migrated, with the reference places in it, for one test; what the test wrote is gone when it is over. */
export const freshDatabase = async (): Promise<Database> => openForTest(await fresh());

/** One that a test closes and opens again, as a process does that ends and starts; the caller drops it. */
export const restartableDatabase = (): Promise<Copy> => fresh();

/** One that is filled once for many tests, each of which has a copy to itself; the caller drops it after the last. */
export async function filledDatabase<Filled>(fill: (database: Database) => Promise<Filled>) {
  const { at, open, drop } = await copyOf(inject("template"));
  const database = open();
  const filled = await fill(database);
  await database.close();
  return { filled, drop, copy: async (): Promise<Database> => openForTest(await copyOf(at)) };
}
