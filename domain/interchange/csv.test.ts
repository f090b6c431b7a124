import fc from "fast-check";
import { expect, test } from "vitest";
import { money } from "../shared/money";
import { csvLines, csvOf, guardFormula, unguardFormula } from "./csv";

const lines = (...cells: Parameters<typeof csvOf>[1][number]) => csvOf(["head"], [cells]).slice(1).split("\r\n")[1];

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\tx",
  "\rx",
  "\nx",
  "\n=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  "﹦1+1",
  "−1",
  " =1+1",
  "\u00A0=1+1",
  "\u3000＝1+1",
  "\uFEFF=1+1",
  "\u200B=1+1",
  "\u2060\u200D＠SUM(A1)",
  "\u0000=1+1",
  "=cmd|' /C calc'!A0",
])("A spreadsheet does not run a cell that begins with %j.", (text) => {
  expect(guardFormula(text)[0]).toBe("'");
  expect(unguardFormula(guardFormula(text))).toBe(text);
});

test.each(["Yiwu Lamps", "凭祥", "2-6 °C", "a=b", "'quoted'", "a; b", "12.50", "", "lin@example.cn"])(
  "A cell %j is written as it is.",
  (text) => {
    expect(guardFormula(text)).toBe(text);
  },
);

test("A formula that needs quotes has the apostrophe inside them.", () => {
  expect(lines('=HYPERLINK("x","y")')).toBe(`"'=HYPERLINK(""x"",""y"")"`);
});

test("A program that cuts rows at semicolons finds no formula behind one.", () => {
  expect(lines("Yard", "x;=1+1", 'x;"=1+1;', "x\n=1+1")).not.toMatch(/[;\n]["\s]*=/);
});

test("Figures stay numbers, negative ones too.", () => {
  expect(lines(-12, -3n, 0, money(-1_250n, "CNY"), null)).toBe("-12,-3,0,-12.50,");
});

test("Quotes, separators and line ends stay in their cell.", () => {
  expect(lines('a"b', "c,d", "e\nf", "g;h")).toBe('"a""b","c,d","e\nf","g;h"');
});

test("The file says that it is UTF-8, so that 凭祥 stays 凭祥.", () => {
  expect(csvOf(["口岸"], [["凭祥"]])).toBe("\uFEFF口岸\r\n凭祥\r\n");
});

const UNSEEN = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/u;
const isRun = (cell: string): boolean => /^[=+\-@−]/.test(cell.replace(UNSEEN, "").normalize("NFKC"));

const unit = fc.oneof(
  fc.constantFrom(..."=+-@＝＋－＠﹣−'\";,\t\r\n \u00A0\u3000\uFEFF\u200B\u00AD\u0000a1中"),
  fc.string({ unit: "grapheme", maxLength: 2 }),
);
const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(""));

test("No spreadsheet finds a formula in what anybody typed, whichever separator it cuts rows by, and reading it back gives the text.", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant("x"), text, text), { minLength: 1 }), (rows) => {
      const file = csvOf(["a", "b", "c"], rows).slice(1);
      const cells = [...csvLines(file)].map((line) => line.cells);
      expect(cells.flat().filter(isRun)).toEqual([]);
      expect(cells.flat().filter((cell) => /^[\t\r\n]/.test(cell))).toEqual([]);
      expect(cells.slice(1).map((row) => row.map(unguardFormula))).toEqual(rows);
      const pieces = file.split(/[;\t\r\n]/).map((piece) => piece.replaceAll('"', ""));
      expect(pieces.filter(isRun)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

const rows = (text: string) =>
  [...csvLines(text)].map(({ line, cells, isBroken }) => [line, isBroken ? "broken" : cells]);

test("each row has the line it begins on, with line ends within quotes counted", () => {
  expect(rows('a,b\r\n"1\n2","say ""no"""\n\n3,\n')).toEqual([
    [1, ["a", "b"]],
    [2, ["1\n2", 'say "no"']],
    [5, ["3", ""]],
  ]);
});

test.each([
  ["a quote that is never closed", 'a,b\n1,"x\n2,y\n'],
  ["a quote that is closed by that of another row", 'a,b\n1,"x\n2,"y"\n'],
  ["letters behind a closed quote", 'a,b\n1,"x"z\n2,y\n'],
  ["a quote within a bare cell", 'a,b\n1,x"\n2,y\n'],
])("%s breaks its own row and no other", (_, text) => {
  expect(rows(text)).toEqual([
    [1, ["a", "b"]],
    [2, "broken"],
    [3, ["2", "y"]],
  ]);
});

test("whatever is written is read back, on the lines where it was written", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "中", ",", '"', "\n", " ") });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (written) => {
      const texts = written.map((row) => `${row.map(quote).join(",")}\n`);
      const read = [...csvLines(texts.join(""))];
      expect(read.map(({ cells }) => cells)).toEqual(written);
      for (const [at, { line }] of read.entries()) expect(line).toBe(texts.slice(0, at).join("").split("\n").length);
    }),
  );
});
