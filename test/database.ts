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

type Copy = { readonly open: () => Database; readonly drop: () => Promise<void> };

function copySqlite(template: string): Copy {
  const folder = mkdtempSync(join(dirname(template), "kouan-test-"));
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

// A worker's own: to make a database takes ten times as long as to empty one.
const idle: KeptPostgres[] = [];

async function makePostgres(template: string): Promise<KeptPostgres> {
  const name = `kouan_test_${randomBytes(6).toString("hex")}`;
  await inMaintenance(template, `CREATE DATABASE ${name} TEMPLATE ${template.replace(/^.*\//, "")}`);
  return keptPostgres(name, template.replace(/[^/]*$/, name));
}

async function copyPostgres(template: string): Promise<Copy> {
  const kept = idle.pop() ?? (await makePostgres(template));
  let isAltered = false;
  return {
    open() {
      const database = databaseOver(postgresDriver(template.replace(/[^/]*$/, kept.name)));
      return {
        ...database,
        // Whatever was told to it in SQL may have changed more than rows.
        execute(statement) {
          isAltered = true;
          return database.execute(statement);
        },
      };
    },
    async drop() {
      if (!isAltered && (await kept.empty())) {
        idle.push(kept);
        return;
      }
      await kept.end();
      await inMaintenance(template, `DROP DATABASE ${kept.name} WITH (FORCE)`);
    },
  };
}

const copyOf = async (template: string): Promise<Copy> =>
  dialect === "postgres" ? await copyPostgres(template) : copySqlite(template);

/** A database of this lane, migrated, with the reference places in it, for one test; what the test wrote is gone when it is over. */
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
