import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test, vi } from "vitest";
import { sqliteFile } from "../../db/open-database";
import { embeddedFile, isPrepared, notePrepared } from "./prepared.mjs";

const HASH = "ab".repeat(32);
const OTHER = "cd".repeat(32);

const folders = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A database with the table of users, and so many in it. */
function databaseOf(users) {
  const folder = mkdtempSync(join(tmpdir(), "prepared-"));
  folders.push(folder);
  const file = join(folder, "kouan.db");
  const database = new Sqlite(file);
  database.exec("CREATE TABLE users (id TEXT)");
  for (let number = 0; number < users; number++) database.exec("INSERT INTO users VALUES ('one')");
  database.close();
  return file;
}

test("a database that was prepared from these sources and has somebody in it needs no preparation", () => {
  const file = databaseOf(1);
  expect(isPrepared(file, HASH)).toBe(false);
  notePrepared(file, HASH);
  expect([isPrepared(file, HASH), isPrepared(file, OTHER)]).toEqual([true, false]);
});

test("an empty database, one that is not there and a server are prepared at each start", () => {
  const empty = databaseOf(0);
  notePrepared(empty, HASH);
  expect(isPrepared(empty, HASH)).toBe(false);
  expect(isPrepared(join(empty, "nowhere.db"), HASH)).toBe(false);
  expect(isPrepared(null, HASH)).toBe(false);
  expect(() => notePrepared(null, HASH)).not.toThrow();
});

test.each([
  ["", "/srv/kouan"],
  ["", ""],
  ["file:/srv/other.db", "/srv/kouan"],
])("with DATABASE_URL=%j and DATA_DIR=%j it is the file that the product opens", (url, folder) => {
  vi.stubEnv("DATABASE_URL", url);
  vi.stubEnv("DATA_DIR", folder);
  expect(embeddedFile()).toBe(sqliteFile());
});

test("a database server has no file", () => {
  expect(embeddedFile({ DATABASE_URL: "postgres://127.0.0.1/kouan" })).toBeNull();
});
