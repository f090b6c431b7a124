import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type Database, databaseOver } from "../db/database";
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

type Kept = { readonly copy: Copy; readonly emptied: KeptPostgres };

// A worker's own: to make a database takes ten times as long as to empty one.
const idle: Kept[] = [];

async function keptCopy(template: string): Promise<Kept> {
  const copy = await copyPostgres(template);
  return { copy, emptied: await keptPostgres(copy.at) };
}

async function emptyPostgres(template: string): Promise<Copy> {
  const kept = idle.pop() ?? (await keptCopy(template));
  const { copy, emptied } = kept;
  return {
    at: copy.at,
    open: copy.open,
    async drop() {
      if (await emptied.empty()) {
        idle.push(kept);
        return;
      }
      await emptied.end();
      await copy.drop();
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
