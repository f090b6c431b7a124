import { resolve } from "node:path";
import { type Database, databaseOver } from "./database";
import { dialect } from "./dialect";
import { postgresDriver } from "./drivers/postgres";
import { sqliteDriver } from "./drivers/sqlite";

/** Where the embedded database lives: `DATABASE_URL=file:…`, else `kouan.db` under `DATA_DIR`. */
export function sqliteFile(): string {
  const url = process.env.DATABASE_URL ?? "";
  if (url.startsWith("file:")) return resolve(url.slice("file:".length));
  return resolve(process.env.DATA_DIR || ".data", "kouan.db");
}

/** Opens the database that the environment names, in the dialect of this process. */
export function openDatabase(): Database {
  if (dialect === "sqlite") return databaseOver(sqliteDriver(sqliteFile()));
  return databaseOver(
    postgresDriver(process.env.DATABASE_URL as string, process.env.DATABASE_REPLICA_URL || undefined),
  );
}
