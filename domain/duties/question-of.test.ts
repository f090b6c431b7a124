import { expect, test } from "vitest";
import { customsSpecSchema } from "../services/customs/spec";
import { shipmentExample } from "../services/shipment-example";
import { money } from "../shared/money";
import { dutyQuestionOf } from "./question-of";

const asked = (changes: object = {}, shipment: Parameters<typeof shipmentExample>[0] = {}) =>
  dutyQuestionOf(
    customsSpecSchema.parse({ side: "both", supervisionMode: "0110", ...changes }),
    shipmentExample(shipment),
  );

test("an export from China is charged where it arrives, an import in China", () => {
  expect(asked()).toMatchObject({ country: "KZ", question: { currency: "KZT" } });
  expect(
    asked({ side: "import" }, { direction: "import", originCountry: "KZ", destinationCountry: "CN" }),
  ).toMatchObject({
    country: "CN",
    question: { currency: "CNY" },
  });
});

test.each([
  [{ side: "export" }, {}],
  [{ side: "transit" }, {}],
  [{ importProcedure: "transit" }, {}],
  [{ importProcedure: "warehouse" }, {}],
  [{ importProcedure: "temporary" }, {}],
  [{ supervisionMode: "mutual_trade" }, {}],
  [{}, { destinationCountry: "DE" }],
])("nothing is asked with %j %j", (changes, shipment) => {
  expect(asked(changes, shipment)).toBeNull();
});

test("there is one declaration unless the request says how many", () => {
  expect(asked()?.question.declarations).toBe(1);
  expect(asked({ declarations: 3 })?.question.declarations).toBe(3);
});

test("the customs value is goods, freight and insurance to the border", () => {
  const part = { minor: 100, currency: "USD" };
  expect(asked({ freightToBorder: part, insuranceToBorder: part })?.question.customsValue).toEqual(
    money(9_000_200n, "USD"),
  );
});

test("kilograms are the net weight where it is given, else the gross weight", () => {
  const lines = asked({ lineQuantities: { 2: { kg: 2_800_000, piece: 5_000 } } })?.question.lines;
  expect(lines?.map(({ quantities }) => quantities)).toEqual([{ kg: 9_000_000 }, { kg: 2_800_000, piece: 5_000 }]);
});
