import { describe, expect, test } from "vitest";
import { logisticsTermsForm } from "./logistics/terms-form";
import {
  countEntries,
  countGiven,
  editRows,
  fieldAt,
  type FormField,
  isTouched,
  readNumber,
  rowCount,
  withoutRow,
  withRow,
} from "./form-field";
import fc from "fast-check";
import { z } from "zod";
import { parseForm, readForm, writeForm } from "./read-form";
import { parseScaled, QUANTITY_PLACES, writeScaled } from "../shared/parse-scaled";
import type { FormValues } from "@/domain/shared/form-state";

const of = { fields: logisticsTermsForm, prefix: "terms." };
const values = { "terms.legs[0].place": "Horgos", "terms.legs[1].place": "Almaty", remarks: "x" };

test("a list's button adds an empty row after the others, until the list is full", () => {
  expect(editRows("add-row:terms.legs", values, of)).toEqual({ ...values, "terms.legs[2].place": "" });
  let full = values as Readonly<Record<string, string | readonly string[]>>;
  for (let times = 0; times < 20; times++) full = editRows("add-row:terms.legs", full, of) ?? full;
  expect(rowCount(full, "terms.legs", 100)).toBe(8);
});

test("a row's button takes that row away and keeps all that was typed elsewhere", () => {
  expect(editRows("remove-row:terms.legs[0]", values, of)).toEqual({ "terms.legs[0].place": "Almaty", remarks: "x" });
});

test.each([
  "add-row:terms.tracking",
  "add-row:legs",
  "remove-row:terms.legs",
  "add-line",
  "check",
  "add-row:__proto__",
])("the button %s is none of these", (intent) => {
  expect(editRows(intent, values, of)).toBeNull();
});

const FIELDS = [
  { name: "title", path: "title", as: "text" },
  {
    name: "items",
    path: "content.items",
    as: "rows",
    rowsMax: 4,
    rowFields: [
      { name: "name", path: "name", as: "text" },
      { name: "count", path: "count", as: "number" },
      { name: "price", path: "price", as: "money", currencyName: "priceCurrency" },
      { name: "isSpare", path: "isSpare", as: "flag" },
    ],
  },
  { name: "isDeclared", path: "isDeclared", as: "flag", mustBeTicked: true },
] as const satisfies readonly FormField[];

const item = z.strictObject({
  name: z.string(),
  count: z.int(),
  price: z.unknown().optional(),
  isSpare: z.boolean().optional(),
});
const schema = z.strictObject({
  title: z.string().optional(),
  content: z.strictObject({ items: z.array(item).max(2) }).optional(),
  isDeclared: z.boolean().optional(),
});

const typed = {
  "s.items[0].name": "Lamp",
  "s.items[0].count": "1 200",
  "s.items[1].name": " ",
  "s.items[1].count": "",
  "s.items[2].name": "Shade",
  "s.items[2].count": "30",
  "s.items[2].isSpare": "on",
  "s.isDeclared": "on",
};

describe("a list of rows", () => {
  test("is read row by row, in order, without the rows left empty", () => {
    expect(parseForm(schema, FIELDS, { values: typed, prefix: "s." })).toEqual({
      ok: true,
      value: {
        content: {
          items: [
            { name: "Lamp", count: 1200 },
            { name: "Shade", count: 30, isSpare: true },
          ],
        },
        isDeclared: true,
      },
    });
  });

  test("that is empty throughout is left out", () => {
    expect(readForm(FIELDS, { "items[0].name": "", isDeclared: "on" }).input).toEqual({ isDeclared: true });
  });

  test("complains at the field that was typed into, though an empty row stands before it", () => {
    const issuesOf = (changes: object) => {
      const result = parseForm(schema, FIELDS, { values: { ...typed, ...changes }, prefix: "s." });
      return result.ok ? [] : result.issues.map((issue) => issue.path[0]);
    };
    expect(issuesOf({ "s.items[2].count": "many" })).toEqual(["s.items[2].count"]);
    expect(issuesOf({ "s.items[2].price": "5", "s.items[2].priceCurrency": "XXX" })).toEqual([
      "s.items[2].priceCurrency",
    ]);
    expect(issuesOf({ "s.items[1].name": "Foot", "s.items[1].count": "4" })).toEqual(["s.items"]);
  });

  test("leads an issue of the whole list to the list, of a whole row to its first field", () => {
    expect(fieldAt(FIELDS, ["content", "items"])).toBe("items");
    expect(fieldAt(FIELDS, ["content", "items", 1])).toBe("items[1].name");
    expect(fieldAt(FIELDS, ["content", "items", "1", "price", "minor"])).toBe("items[1].price");
  });

  test("is shown again as it was read, whatever it holds", () => {
    const rows = fc.array(
      fc.record({
        name: fc.stringMatching(/^[a-z][a-z ]{0,10}[a-z]$/),
        count: fc.integer({ min: 0, max: 1_000_000 }),
        isSpare: fc.constant(true),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(rows, (items) => {
        const wire = { content: { items }, isDeclared: true };
        expect(readForm(FIELDS, writeForm(FIELDS, wire)).input).toEqual(wire);
      }),
    );
  });

  test("shows one row at least and no more than it may have", () => {
    expect(rowCount(undefined, "items", 4)).toBe(1);
    expect(rowCount(typed, "s.items", 4)).toBe(3);
    expect(rowCount({ "items[900].name": "x" }, "items", 4)).toBe(4);
  });

  test("takes one row more until it is full", () => {
    const of = { rowsMax: 4, firstPart: "name" };
    const four = withRow(typed, "s.items", of);
    expect(rowCount(four, "s.items", 4)).toBe(4);
    expect(withRow(four, "s.items", of)).toEqual(four);
  });

  test("loses one row and nothing else; those after it move up", () => {
    const without = withoutRow(typed, "s.items", 0);
    expect(without).toEqual({
      "s.items[0].name": " ",
      "s.items[0].count": "",
      "s.items[1].name": "Shade",
      "s.items[1].count": "30",
      "s.items[1].isSpare": "on",
      "s.isDeclared": "on",
    });
  });
});

test("a declaration that must be ticked is complained of where it is not", () => {
  const complaints = (values: Record<string, string>) =>
    readForm(FIELDS, values).issues.map((issue) => [issue.path, issue.message]);
  expect(complaints({})).toEqual([[["isDeclared"], "tick_missing"]]);
  expect(complaints({ isDeclared: "on" })).toEqual([]);
});

describe("numbers", () => {
  test.each([
    ["1.5", 1500],
    ["1,5", 1500],
    ["２", 2000],
    ["0.001", 1],
    ["1.2500", 1250],
    ["0.0001", "0.0001"],
    ["two", "two"],
    ["", ""],
  ])("typed as %j are %j thousandths", (text, milli) => {
    expect(parseScaled(text, QUANTITY_PLACES) ?? text).toBe(milli);
  });

  test("in thousandths are shown again exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (milli) => {
        expect(parseScaled(writeScaled(milli, QUANTITY_PLACES), QUANTITY_PLACES)).toBe(milli);
      }),
    );
  });

  test("that cannot be read stay as they were typed", () => {
    expect(["12", "1 000", "1.2.3", "-4"].map(readNumber)).toEqual([12, 1000, "1.2.3", -4]);
  });
});

test.each([
  ["typed", { "t.rate": "7.1" }, 1],
  ["blank", { "t.rate": "  " }, 0],
  ["ticked twice", { "t.papers": ["a", "b"] }, 1],
  ["a day that is not the first of its list", { "t.days": ["", "2026-12-01"] }, 1],
  ["in two rows of a list", { "t.legs[0].place": "Horgos", "t.legs[3].days": "2" }, 1],
  ["an empty row", { "t.legs[1].place": "" }, 0],
  ["another field whose name begins alike", { "t.rateCurrency": "USD", "t.legsOf": "x" }, 0],
  ["two of them", { "t.rate": "7", "t.papers": "a" }, 2],
] as const)("%s counts as given: %j → %i", (_, values, count) => {
  expect(countGiven(values as FormValues, ["t.rate", "t.papers", "t.days", "t.legs"])).toBe(count);
});

test.each([
  [{}, 0],
  [{ "t.legs[0].place": "" }, 0],
  [{ "t.legs[0].place": "Horgos", "t.legs[0].days": "2", "t.legs[4].place": "Almaty" }, 2],
  [{ "t.legs": ["origin", "", "health"] }, 2],
  [{ "t.legs": "origin" }, 1],
] as const)("a list's ticks and filled rows are counted: %j → %i", (values, count) => {
  expect(countEntries(values as FormValues, "t.legs")).toBe(count);
});

test.each([
  ["nothing", {}, {}, false],
  ["an empty field", { "t.rate": "" }, {}, false],
  ["a value", { "t.rate": "7" }, {}, true],
  ["an error of an empty field", {}, { "t.rate": "Write a rate." }, true],
  ["an error of a row", {}, { "t.legs[0].place": "Write a place." }, true],
  ["an error of a neighbour", {}, { "t.rateCurrency": "Choose." }, false],
  ["a first row that is empty", { "t.legs[0].place": "" }, {}, false],
  ["a second row that was asked for", { "t.legs[1].place": "" }, {}, true],
] as const)("fields stay in sight for %s: %j %j → %s", (_, values, errors, isOpen) => {
  expect(isTouched({ values, errors }, ["t.rate", "t.legs"])).toBe(isOpen);
});

test("whatever is given is never folded away", () => {
  const field = fc.constantFrom("a", "b", "c");
  const values = fc.dictionary(field, fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 })));
  fc.assert(
    fc.property(values, fc.uniqueArray(field), (typed, fields) => {
      const first = Object.fromEntries(
        Object.entries(typed).map(([name, value]) => [name, [value].flat().slice(0, 1)]),
      );
      expect(isTouched({ values: first }, fields) || countGiven(first, fields) === 0).toBe(true);
    }),
  );
});
