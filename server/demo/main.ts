import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { bringOver } from "../../db/bring-over";
import { type Database, databaseOver } from "../../db/database";
import { dialect } from "../../db/dialect";
import { postgresDraftDriver } from "../../db/drivers/postgres-draft";
import { sqliteDraftDriver } from "../../db/drivers/sqlite-draft";
import { hasNobody } from "../../db/has-nobody";
import { PREPARATION_LOCK } from "../../db/migrate";
import { sqliteFile } from "../../db/open-database";
import { prepareDatabase } from "../../db/prepare-database";
import { type Instant, instant } from "../../domain/shared/instant";
import { env } from "../platform/process/env";
import { buildMarket } from "./build-market";

const FILLED_BY_ANOTHER = "  another process has filled the database meanwhile";

type Tell = (line: string) => void;
type Build = (database: Database) => Promise<void>;

const remove = (file: string) => {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
};

/**
 * Builds beside the database and moves the finished file into its place: a start that is cut off leaves no half market, and
 * until then nothing has to reach the disk step by step.
 */
async function buildFile(build: Build): Promise<void> {
  const file = sqliteFile();
  const draft = `${file}.building`;
  remove(draft);
  await prepareDatabase({ dialect: "sqlite", file: draft });
  const database = databaseOver(sqliteDraftDriver(draft));
  await build(database);
  await database.close();
  remove(file);
  renameSync(draft, file);
}

/** Fills the database server in one transaction: of a start that is cut off it keeps nothing, and of two that start at once one fills it. */
async function buildInOneTransaction(build: Build, tell: Tell): Promise<void> {
  const draft = await postgresDraftDriver(process.env.DATABASE_URL as string, PREPARATION_LOCK);
  try {
    const database = databaseOver(draft);
    if (await hasNobody(database.read)) await build(database);
    else tell(FILLED_BY_ANOTHER);
  } catch (error) {
    await draft.discard();
    throw error;
  }
  await draft.close();
}

/** Runs a script that makes a market, over an embedded database in `file`. It ends with this process, which it hears by its channel. */
async function makeEmbedded(script: string, file: string): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, script], {
    // An embedded database has no worker but its own.
    env: { ...process.env, DATABASE_URL: `file:${file}`, DATABASE_REPLICA_URL: "", WORKER: "on" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

/**
 * Fills the database server with the market that `script` makes over an embedded database: a year of commands asks two hundred thousand questions, one
 * after the other, which over a socket takes four times as long. Then all rows come over in one transaction.
 */
export async function bringMarket(script: string, tell: Tell): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL }).on("error", () => undefined);
  await client.connect();
  const folder = mkdtempSync(join(env().DATA_DIR, "market-"));
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PREPARATION_LOCK]);
    const { rowCount } = await client.query("SELECT FROM users LIMIT 1");
    if (rowCount) return tell(FILLED_BY_ANOTHER);
    const file = join(folder, "kouan.db");
    await makeEmbedded(script, file);
    tell("  bringing it over to PostgreSQL");
    await client.query("BEGIN");
    await bringOver(file, client);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

export type Filling = { readonly now: Instant; readonly passwordHash: string; readonly progress: Tell };
type Fill = (database: Database, filling: Filling) => Promise<unknown>;

/** Fills the empty database of this process by `fill`; `tell` hears how far it is. */
export async function seedBy(fill: Fill, tell: Tell): Promise<void> {
  const startMs = performance.now();
  // Demo companies are let in by one click, so all share the hash of a password that nobody knows.
  const passwordHash = await hash(randomBytes(32));
  const progress = (line: string) => tell(`  ${seconds(startMs).padStart(7)}  ${line}`);
  const build = async (database: Database) => {
    await fill(database, { now: instant(Date.now()), passwordHash, progress });
  };
  if (dialect === "sqlite") await buildFile(build);
  else await buildInOneTransaction(build, progress);
}

/** Makes the demo market, every step by a command. */
export async function seedDemo(tell: Tell): Promise<void> {
  if (dialect === "postgres") return bringMarket("scripts/draft-demo.ts", tell);
  tell("  making the demo market, once");
  await seedBy(buildMarket, tell);
}
