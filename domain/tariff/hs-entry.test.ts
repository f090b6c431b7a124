import { expect, test } from "vitest";
import { codesAbove, labelIn, parentCodeOf } from "./hs-entry";

test.each([
  ["8504409000", ["85", "8504", "850440"]],
  ["85044090", ["85", "8504", "850440"]],
  ["850440", ["85", "8504"]],
  ["8504", ["85"]],
  ["85", []],
  ["XVI", []],
])("above %s stands %j", (code, above) => {
  expect(codesAbove(code)).toEqual(above);
  expect(parentCodeOf(code)).toBe(above.at(-1) ?? null);
});

test("a label is read in the reader's language, else in the first that its list has, else there is none", () => {
  const labels = { ru: "Чай", kk: "Шай" };
  expect(labelIn(labels, "kk")).toEqual({ text: "Шай", language: "kk" });
  expect(labelIn(labels, "zh-CN")).toEqual({ text: "Чай", language: "ru" });
  expect(labelIn({}, "en")).toBeNull();
});
