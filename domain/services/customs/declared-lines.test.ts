import { expect, test } from "vitest";
import { shipmentExample, wireSpecExample } from "../examples";
import { customs } from "./kind";
import { customsSpecSchema } from "./schema";

const [LINE] = shipmentExample().cargo;
if (!LINE) throw new Error("The example has goods");
const LOTS = [LINE, LINE, LINE];

const asked = (hsLines?: number) =>
  customsSpecSchema.parse({ ...wireSpecExample, ...(hsLines === undefined ? {} : { hsLines }) });
const shipment = shipmentExample({ cargo: LOTS });

test("lots of one code are a line of the declaration each, on the page as in the price", () => {
  expect(customs.figures(asked(), shipment)[0]).toEqual({ key: "hs_lines", value: { kind: "count", count: 3 } });
  expect(customs.quantities(asked(), shipment)).toMatchObject({ hs_line: 3_000 });
  expect(customs.answerFields(asked(), shipment)).toEqual({ hsLineCount: 3 });
});

test.each([
  [3, {}, []],
  [2, {}, ["hs_lines_too_few"]],
  [2, { hasMoreLines: true }, ["hs_lines_too_few"]],
  [4, {}, ["hs_lines_above_cargo"]],
  [4, { hasMoreLines: true }, []],
  // Each of the goods may be in both declarations.
  [6, { declarations: 2 }, []],
  [7, { declarations: 2 }, ["hs_lines_above_cargo"]],
])("of three lines of cargo %i to declare with %j have these refused: %j", (hsLines, more, refused) => {
  const issues = customs.checkSpec({ ...asked(hsLines), ...more }, shipment);
  expect(issues).toMatchObject(refused.map((code) => ({ path: ["hsLines"], message: `issue.${code}` })));
  expect(issues).toHaveLength(refused.length);
});

test("more lines than goods are refused with how many goods the cargo names", () => {
  expect(customs.checkSpec(asked(4), shipment)).toMatchObject([{ values: { goods: 3, lines: 4 } }]);
});
