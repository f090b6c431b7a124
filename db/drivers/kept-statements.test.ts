import Sqlite from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { keptStatements } from "./kept-statements";
import { drizzleWithSteadyPlans } from "./steady-plans";

const figures = sqliteTable("figures", { a: integer(), b: integer() });

function opened() {
  const connection = new Sqlite(":memory:");
  onTestFinished(() => void connection.close());
  connection.exec("CREATE TABLE figures (a, b); INSERT INTO figures VALUES (1, 10), (2, 20)");
  return { connection, prepare: vi.spyOn(connection, "prepare") };
}

test("a statement is planned once, however often its text is asked for", () => {
  const { connection, prepare } = opened();
  const db = drizzleWithSteadyPlans(connection);
  for (const a of [1, 2, 3]) {
    db.update(figures).set({ b: a }).where(eq(figures.a, a)).run();
    expect(db.select().from(figures).where(eq(figures.a, a)).all()).toEqual(a < 3 ? [{ a, b: a }] : []);
  }
  expect(prepare).toHaveBeenCalledTimes(2);
});

test("a text written out by hand answers in the form that each caller asks for", () => {
  const db = drizzleWithSteadyPlans(opened().connection);
  const text = sql`select "a", "b" from "figures" order by "a"`;
  const objects = [
    { a: 1, b: 10 },
    { a: 2, b: 20 },
  ];
  expect(db.all(text)).toEqual(objects);
  expect(db.values(text)).toEqual([
    [1, 10],
    [2, 20],
  ]);
  expect(db.all(text)).toEqual(objects);
});

test("a kept statement answers by the table as it has become", () => {
  const { connection } = opened();
  const db = drizzleWithSteadyPlans(connection);
  const read = () => db.select().from(figures).where(eq(figures.a, 1)).all();
  expect(read()).toHaveLength(1);
  connection.exec("ALTER TABLE figures ADD COLUMN c; CREATE INDEX by_a ON figures (a); DELETE FROM figures");
  expect(read()).toEqual([]);
});

test("no more are kept than there is room for, those that are in use before those that are not", () => {
  const { connection, prepare } = opened();
  const statement = keptStatements(connection, { max: 2 });
  for (const text of ["SELECT 1", "SELECT 2", "SELECT 1", "SELECT 3", "SELECT 1"]) statement(text);
  expect(prepare).toHaveBeenCalledTimes(3);
  statement("SELECT 2");
  expect(prepare).toHaveBeenCalledTimes(4);
});
