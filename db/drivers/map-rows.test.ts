import fc from "fast-check";
import { Column, is, sql, SQL } from "drizzle-orm";
import type { SelectedFieldsOrdered } from "drizzle-orm/sqlite-core";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import * as utils from "drizzle-orm/utils";
import { expect, test } from "vitest";
import { type NotNullable, rowMapper } from "./map-rows";

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
