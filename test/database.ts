import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { type Database, databaseOver } from "../db/database";
import { dialect } from "../db/dialect";
import { postgresDriver } from "../db/drivers/postgres";
import { sqliteDriver } from "../db/drivers/sqlite";

type Copy = { readonly open: () => Database; readonly drop: () => Promise<void> };

function copySqlite(template: string): Copy {
  const folder = mkdtempSync(join(tmpdir(), "kouan-test-"));
  const file = join(folder, "kouan.db");
  copyFileSync(template, file);
  return {
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
  const source = template.replace(/^.*\//, "");
  await inMaintenance(template, `CREATE DATABASE ${name} TEMPLATE ${source}`);
  return {
    open: () => databaseOver(postgresDriver(template.replace(/[^/]*$/, name))),
    drop: () => inMaintenance(template, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

const copyOf = async (template: string): Promise<Copy> =>
  dialect === "postgres" ? await copyPostgres(template) : copySqlite(template);

/** A database of this lane, migrated, with the reference places in it, for one test; gone when the test is over. */
export async function freshDatabase(): Promise<Database> {
  const { open, drop } = await copyOf(inject("template"));
  const database = open();
  onTestFinished(async () => {
    await database.close();
    await drop();
  });
  return database;
}

/** One that a test closes and opens again, as a process does that ends and starts; the caller drops it. */
export const restartableDatabase = (): Promise<Copy> => copyOf(inject("template"));
