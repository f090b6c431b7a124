import { expect, test } from "vitest";
import { csvOf } from "./csv";

const lines = (...cells: Parameters<typeof csvOf>[1][number]) => csvOf(["head"], [cells]).slice(1).split("\r\n")[1];

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"])("%j is not run by a spreadsheet", (text) => {
  expect(lines(text)).toBe(`'${text}`);
});

test("a formula that needs quotes is led by the apostrophe inside them", () => {
  expect(lines('=HYPERLINK("x","y")')).toBe(`"'=HYPERLINK(""x"",""y"")"`);
});

test("numbers stay numbers, negative ones too", () => {
  expect(lines(-12, -3n, 0, null)).toBe("-12,-3,0,");
});

test("quotes, commas and line ends stay in their cell", () => {
  expect(lines('a"b', "c,d", "e\nf")).toBe('"a""b","c,d","e\nf"');
});

test("the file says that it is UTF-8, so that 凭祥 stays 凭祥", () => {
  expect(csvOf(["口岸"], [["凭祥"]])).toBe("\uFEFF口岸\r\n凭祥\r\n");
});
