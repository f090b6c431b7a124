import Sqlite from "better-sqlite3";
import { and, eq, sql } from "drizzle-orm";
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";
import { expect, onTestFinished, test } from "vitest";
import { drizzleWithSteadyPlans } from "./steady-plans";

const figures = sqliteTable("figures", { a: integer(), b: integer() });
const RUNS = 10;

/**
 * A market of figures that tells how often its statements are planned: with samples of an index, the planner itself works out a
 * constant that the index is compared with. A run works it out as well, so a steady statement comes to one more than its runs.
 */
function watched() {
  const connection = new Sqlite(":memory:");
  onTestFinished(() => void connection.close());
  connection.exec("CREATE TABLE figures (a, b); CREATE INDEX by_b ON figures (b)");
  const insert = connection.prepare("INSERT INTO figures VALUES (?, ?)");
  for (let at = 0; at < 2000; at++) insert.run(at % 9, at);
  connection.exec("ANALYZE");
  let workedOut = 0;
  connection.function("worked_out", { deterministic: true }, (value) => {
    workedOut++;
    return value;
  });
  return { db: drizzleWithSteadyPlans(connection), connection, workedOut: () => workedOut };
}

const isLate = sql`${figures.b} > worked_out(3)`;
const value = sql.placeholder("value");

test("a statement is planned once, whatever values it is run with", () => {
  const { db, workedOut } = watched();
  const equal = db
    .select()
    .from(figures)
    .where(and(isLate, eq(figures.a, value)))
    .orderBy(figures.b)
    .prepare();
  for (let run = 0; run < RUNS; run++) equal.all({ value: run });
  expect(workedOut()).toBeLessThanOrEqual(RUNS + 1);
});

test("neither does its limit make it be planned anew", () => {
  const { db, workedOut } = watched();
  const few = db.select().from(figures).where(isLate).limit(value).prepare();
  for (let run = 0; run < RUNS; run++) expect(few.all({ value: run })).toHaveLength(run);
  expect(workedOut()).toBeLessThanOrEqual(RUNS + 1);
});

test("a bare parameter is planned anew at every run: where that has ended, this driver's dialect can go", () => {
  const { connection, workedOut } = watched();
  const bare = connection.prepare("SELECT * FROM figures WHERE b > worked_out(3) AND a = ? ORDER BY b");
  for (let run = 0; run < RUNS; run++) bare.all(run);
  expect(workedOut()).toBeGreaterThan(RUNS + 1);
});
