import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv } from "./parse-csv";

describe("reading a CSV text", () => {
  it("quoted cells may hold commas, quotes and line ends", () => {
    expect(parseCsv('a,b\n"1,2","say ""no""\nnow"\n')).toEqual([{ a: "1,2", b: 'say "no"\nnow' }]);
  });

  it.each([
    ["a,b\n1,\n", [{ a: "1", b: "" }]],
    ["a,b\r\n,2", [{ a: "", b: "2" }]],
    ["a,b\n1,", [{ a: "1", b: "" }]],
    ["a,b\n", []],
    ["", []],
  ])("%j is read whole", (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it("whatever is written is read back", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "中", ",", '"', "\n", "\r\n", " ") });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const text = ["x,y", ...rows.map((row) => row.map(quote).join(","))].join("\n");
        expect(parseCsv(text)).toEqual(rows.map(([x, y]) => ({ x, y })));
      }),
    );
  });

  it.each(["a,b\n1\n", 'a\n1"2\n', 'a\n"1'])("%j is malformed", (text) => {
    expect(() => parseCsv(text)).toThrow();
  });
});
