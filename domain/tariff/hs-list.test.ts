import { expect, test } from "vitest";
import { DESCRIPTION_LETTERS_MAX, problemReport, readList } from "./hs-list";

const HEAD = "code,level,description_ru,en";
const rowsOf = (lines: readonly string[], country: string | null = "KZ", head = HEAD) => {
  const list = readList([head, ...lines].join("\n"), country);
  return list.ok ? [...list.value.rows] : list.refusal.code;
};

test.each([
  ["8504409000,,Инверторы,Inverters", "8504409000", "national"],
  ["8504.40.900.0,national,Инверторы,", "8504409000", "national"],
  ["850440,,Инверторы,", "850440", "national"],
  ["8504,heading,Трансформаторы,", "8504", "heading"],
  ["85,2,Машины,", "85", "chapter"],
])("%s is right", (line, code, level) => {
  expect(rowsOf([line])).toMatchObject([{ line: 2, row: { code, level, country: "KZ" } }]);
});

test.each([
  ['850440,,"x,', "quotes_broken"],
  ["850440,,x", "cells_differ"],
  ["850440,,x,y,z", "cells_differ"],
  ["850440,,\uFFFD\uFFFD,", "letters_broken"],
  ["850440,,a\u0007b,", "control_characters"],
  [",,Инверторы,", "code_missing"],
  ["85044,,Инверторы,", "code_malformed"],
  ["8504,,Трансформаторы,", "code_malformed"],
  ["85044A,,Инверторы,", "code_malformed"],
  ["85044090001,,Инверторы,", "code_malformed"],
  ["771234,,Инверторы,", "code_malformed"],
  ["77,chapter,Инверторы,", "code_malformed"],
  ["850440,item,Инверторы,", "level_unknown"],
  ["850440,heading,Инверторы,", "level_differs"],
  ["850440,,,", "description_missing"],
  ["850440,,- –,", "description_missing"],
  [`850440,,${"x".repeat(DESCRIPTION_LETTERS_MAX + 1)},`, "description_too_long"],
])("%s is told as %s, and the row behind it is read", (line, problem) => {
  expect(rowsOf([line, "010121,,Лошади,"])).toMatchObject([{ line: 2, problem }, { row: { code: "010121" } }]);
});

test("of two rows with one code the first is taken, and the second told", () => {
  expect(rowsOf(["850440,,Инверторы,", "8504.40,,Другие,"])).toMatchObject([
    { row: { labels: { ru: "Инверторы" } } },
    { line: 3, problem: "code_repeated" },
  ]);
});

test("without a country six digits are shared by all, and more are told to need one", () => {
  expect(rowsOf(["850440,,Инверторы,", "8504409000,,Инверторы,"], null)).toMatchObject([
    { row: { country: null, level: "subheading" } },
    { problem: "country_needed" },
  ]);
});

test("dashes that mark depth are not part of a description", () => {
  expect(rowsOf(["850440,,– – Инверторы - прочие,"])).toMatchObject([
    { row: { labels: { ru: "Инверторы - прочие" } } },
  ]);
});

test.each(["\uFEFFCode,EN", "hscode,level,description_zh-CN", "HS_code,unit,zh_CN", "code,Description ru"])(
  "the first line %j is read, with or without a byte order mark",
  (head) => {
    expect(readList(`${head}\n`, null).ok).toBe(true);
  },
);

test.each([
  ["name,en", "code_column_missing"],
  ["code,description", "description_column_missing"],
  ["code,ru,description_ru", "column_repeated"],
  ["code,hscode,ru", "column_repeated"],
  ["", "code_column_missing"],
])("the first line %j is refused with %s", (head, code) => {
  expect(readList(`${head}\n`, null)).toEqual({ ok: false, refusal: { code } });
});

test("a report has the line, what is wrong and the cells as they were, so that it can be mended and brought again", () => {
  const list = readList(`${HEAD}\n85044,,"Инверторы, прочие",\n`, "KZ");
  if (!list.ok) throw new Error(list.refusal.code);
  const wrong = [...list.value.rows].flatMap((row) => ("problem" in row ? [row] : []));
  const words = { heads: ["line", "problem", "explanation"], explain: () => "why" } as const;
  const [head, line] = problemReport(list.value.head, wrong, words).split("\r\n");
  expect(head).toBe(`\uFEFFline,problem,explanation,${HEAD}`);
  expect(line).toMatch(/^2,code_malformed,why,85044,,"Инверторы, прочие",$/);
});
