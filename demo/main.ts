import { randomBytes } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import { hash } from "@node-rs/argon2";
import { type Database, databaseOver } from "../db/database";
import { dialect } from "../db/dialect";
import { postgresDraftDriver } from "../db/drivers/postgres-draft";
import { sqliteDraftDriver } from "../db/drivers/sqlite-draft";
import { hasNobody, sqliteFile } from "../db/open-database";
import { PREPARATION_LOCK } from "../db/migrate";
import { prepareDatabase } from "../db/prepare-database";
import { type Instant, instant } from "../domain/shared/time";
import { keepFilesAsDraft } from "../server/files/open-store";
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
  const flushFiles = keepFilesAsDraft();
  await build(database);
  await flushFiles();
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
export function seedDemo(tell: Tell): Promise<void> {
  tell("  making the demo market, once");
  return seedBy(buildMarket, tell);
}
