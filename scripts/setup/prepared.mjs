import { existsSync } from "node:fs";
import { resolve } from "node:path";
import Sqlite from "better-sqlite3";

/** Where the embedded database lives, as db/open-database.ts says; null where the environment names a server. */
export function embeddedFile({ DATABASE_URL = "", DATA_DIR } = process.env) {
  if (/^postgres(ql)?:/.test(DATABASE_URL)) return null;
  return DATABASE_URL.startsWith("file:")
    ? resolve(DATABASE_URL.slice("file:".length))
    : resolve(DATA_DIR || ".data", "kouan.db");
}

/** What SQLite keeps in a database's head for whoever it belongs to: a number of 31 bits. */
const stampOf = (hash) => Number.parseInt(hash.slice(0, 8), 16) & 0x7fffffff;

function withDatabase(file, options, work) {
  const database = new Sqlite(file, { fileMustExist: true, timeout: 1_000, ...options });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/**
 * Whether the database was prepared from these very sources and somebody is in it: then there is nothing to migrate, to bring or to fill. It says
 * so itself, so a copy that is put back is told apart. Of one that cannot be read its preparation tells what is wrong.
 */
export function isPrepared(file, hash) {
  if (file === null || !existsSync(file)) return false;
  try {
    return withDatabase(file, { readonly: true }, (database) => {
      if (database.pragma("user_version", { simple: true }) !== stampOf(hash)) return false;
      return database.prepare("SELECT 1 FROM users LIMIT 1").get() !== undefined;
    });
  } catch {
    return false;
  }
}

/** Writes into the database from which sources it was prepared. */
export function notePrepared(file, hash) {
  if (file !== null)
    withDatabase(file, { timeout: 60_000 }, (database) => database.pragma(`user_version = ${stampOf(hash)}`));
}
