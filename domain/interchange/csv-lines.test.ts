import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLines } from "./csv-lines";

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
