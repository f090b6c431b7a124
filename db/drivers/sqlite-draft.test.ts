import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { PgTable } from "drizzle-orm/pg-core";
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";
import { expect, onTestFinished, test } from "vitest";
import { databaseOver } from "../database";
import { sqliteDraftDriver } from "./sqlite-draft";

const figures = sqliteTable("figures", { a: integer() }) as unknown as PgTable;

async function draft() {
  const folder = mkdtempSync(join(tmpdir(), "kouan-draft-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "draft.db");
  const database = databaseOver(sqliteDraftDriver(file));
  await database.execute("CREATE TABLE figures (a)");
  const add = (a: number) => database.write(async (tx) => void (await tx.insert(figures).values({ a } as never)));
  const count = async () => await database.read.$count(figures);
  return { folder, file, database, add, count };
}

test("what was written is read at once", async () => {
  const { database, add, count } = await draft();
  await add(1);
  expect(await count()).toBe(1);
  await database.close();
});

test("work that fails undoes itself and nothing before it, also beside work that was asked for at the same time", async () => {
  const { database, add, count } = await draft();
  await add(1);
  const broken = database.write(async (tx) => {
    await tx.insert(figures).values({ a: 2 } as never);
    throw new Error("no");
  });
  const beside = add(3);
  await expect(broken).rejects.toThrow("no");
  await beside;
  expect(await count()).toBe(2);
  await database.close();
});

test("the finished file stands alone and holds all of it, as every database of the market does it in WAL", async () => {
  const { folder, file, database, add } = await draft();
  for (let a = 0; a < 2_500; a++) await add(a);
  await database.close();
  expect(readdirSync(folder)).toEqual(["draft.db"]);
  const finished = new Sqlite(file, { readonly: true });
  expect(finished.prepare("SELECT count(*), sum(a) FROM figures").raw().get()).toEqual([2_500, 3_123_750]);
  expect(finished.pragma("journal_mode", { simple: true })).toBe("wal");
  finished.close();
});
