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
  [3, []],
  [9, []],
  [2, ["hsLines"]],
])("of three lines of cargo %i to declare have these refused: %j", (hsLines, refused) => {
  expect(customs.checkSpec(asked(hsLines), shipment).map(({ path }) => path.join("."))).toEqual(refused);
});
