import { expect, test } from "vitest";
import { codesAbove, type HsEntry, hsId, labelIn, parentCodeOf, unnamedSubheadings } from "./hs-entry";

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

const entryExample = (code: string, country: string | null = null): HsEntry => ({
  ...{ id: hsId(code, country), code, country, level: "heading", parentCode: parentCodeOf(code) },
  ...{ labels: { en: `goods of ${code}` }, keywords: [], source: "test", edition: "2022" },
});

test.each([
  ["820110", ["82", "8201"], "goods of 8201"],
  ["820110", ["82"], "goods of 82"],
  ["820110", ["82", "8201", "820110"], null],
  ["820110", ["83"], null],
])("%s beside %j is told by the name %j", (code, listed, label) => {
  const entries = [...listed.map((one) => entryExample(one)), entryExample(code, "KZ")];
  const told = unnamedSubheadings([code], entries).map((entry) => [
    entry.id,
    entry.level,
    entry.parentCode,
    entry.labels.en,
  ]);
  expect(told).toEqual(label === null ? [] : [[code, "subheading", "8201", label]]);
});
