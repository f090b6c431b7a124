import fc from "fast-check";
import { expect, test } from "vitest";
import type { FormValues } from "@/domain/shared/form-state";
import { countEntries, countGiven, isTouched } from "./given";

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
