import { resolve } from "node:path";
import { type Database, databaseOver, type Reader } from "./database";
import { dialect } from "./dialect";
import { postgresDriver } from "./drivers/postgres";
import { sqliteDriver } from "./drivers/sqlite";
import { users } from "./schema/accounts";

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

/** Whether nobody has signed up yet: only then may a demo market be put in, and nothing there needs a secret of the installation. */
export const hasNobody = async (db: Reader): Promise<boolean> =>
  (await db.select({ id: users.id }).from(users).limit(1)).length === 0;

/** The same of the database that the environment names. */
export async function isUnused(): Promise<boolean> {
  const database = openDatabase();
  try {
    return await hasNobody(database.read);
  } finally {
    await database.close();
  }
}
