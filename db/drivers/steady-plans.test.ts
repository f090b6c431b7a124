import Sqlite from "better-sqlite3";
import { Column, SQL, and, eq, is, sql } from "drizzle-orm";
import { type SelectedFieldsOrdered, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { type NotNullable, rowMapper } from "./row-mapper";
import { drizzleWithSteadyPlans, keptStatements } from "./steady-plans";
import fc from "fast-check";
import * as utils from "drizzle-orm/utils";

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

const deals = sqliteTable("deals", {
  id: text().primaryKey(),
  at: integer({ mode: "timestamp_ms" }),
  isOpen: integer({ mode: "boolean" }),
  way: text({ mode: "json" }),
});
const parties = sqliteTable("parties", { id: text().primaryKey(), name: text() });

const FIELDS = [
  deals.id,
  deals.at,
  deals.isOpen,
  deals.way,
  parties.id,
  parties.name,
  sql`count(*)`.mapWith(Number),
  sql<string>`upper(name)`.as("upper"),
] as const;

type MapResultRow = (fields: SelectedFieldsOrdered, row: readonly unknown[], notNullable?: NotNullable) => unknown;
// Its types leave it out.
const { mapResultRow } = utils as unknown as { readonly mapResultRow: MapResultRow };

type Field = (typeof FIELDS)[number];

/** What a driver may answer for a field. */
const valueOf = (field: Field) => {
  if (!is(field, Column)) return fc.oneof(fc.constant(null), fc.integer());
  if (field === deals.at || field === deals.isOpen) return fc.option(fc.integer({ min: 0, max: 1 }));
  if (field === deals.way) return fc.option(fc.json());
  return fc.option(fc.string());
};

const path = fc.oneof(
  fc.tuple(fc.constantFrom("title", "state")),
  fc.tuple(fc.constantFrom("deal", "party"), fc.constantFrom("id", "name", "at", "way")),
  fc.tuple(fc.constantFrom("deal", "party"), fc.constant("more"), fc.constantFrom("id", "name")),
);

const selection = fc
  .uniqueArray(fc.record({ path, field: fc.constantFrom(...FIELDS) }), {
    minLength: 1,
    maxLength: 8,
    selector: ({ path: at }) => at.join("."),
  })
  .chain((fields) =>
    fc.record({
      fields: fc.constant(fields as unknown as SelectedFieldsOrdered),
      rows: fc.array(fc.tuple(...fields.map(({ field }) => valueOf(field))), { maxLength: 4 }),
      notNullable: fc.option(fc.record({ deals: fc.boolean(), parties: fc.boolean() }) as fc.Arbitrary<NotNullable>, {
        nil: undefined,
      }),
    }),
  );

test("rows become what Drizzle's own mapping makes of them, whatever is selected and joined", () => {
  fc.assert(
    fc.property(selection, ({ fields, rows, notNullable }) => {
      const theirs = rows.map((row) => mapResultRow(fields, row, notNullable));
      expect(rowMapper(fields, notNullable)(rows as unknown[][])).toEqual(theirs);
    }),
    { numRuns: 2_000 },
  );
});

test("the fields tried are of every kind", () => {
  expect(FIELDS.some((field) => is(field, SQL))).toBe(true);
  expect(FIELDS.some((field) => is(field, SQL.Aliased))).toBe(true);
});

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
