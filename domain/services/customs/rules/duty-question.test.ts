import { expect, test } from "vitest";
import { customsSpecSchema } from "../spec";
import { shipmentExample } from "../../shipment-example";
import { money } from "@/domain/shared/money";
import { dutyQuestionOf } from "./duty-question";

const asked = (changes: object = {}, shipment: Parameters<typeof shipmentExample>[0] = {}) =>
  dutyQuestionOf(
    customsSpecSchema.parse({ side: "both", supervisionMode: "0110", ...changes }),
    shipmentExample(shipment),
  );

test("an export from China is charged where it arrives, an import in China", () => {
  expect(asked()).toMatchObject({ country: "KZ" });
  expect(
    asked({ side: "import" }, { direction: "import", originCountry: "KZ", destinationCountry: "CN" }),
  ).toMatchObject({ country: "CN" });
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
  expect(asked()?.declarations).toBe(1);
  expect(asked({ declarations: 3 })?.declarations).toBe(3);
});

test("the customs value is goods, freight and insurance to the border", () => {
  const part = { minor: 100, currency: "USD" };
  expect(asked({ freightToBorder: part, insuranceToBorder: part })?.customsValue).toEqual(money(9_000_200n, "USD"));
});

test.each([
  [{}, 9_000_000n],
  [{ includedAfterBorder: { minor: 1_500_000, currency: "USD" } }, 7_500_000n],
  [
    { includedAfterBorder: { minor: 1_500_000, currency: "USD" }, insuranceToBorder: { minor: 100, currency: "USD" } },
    7_500_100n,
  ],
  // In another currency it is left out, and the check of the request says so.
  [{ includedAfterBorder: { minor: 1_500_000, currency: "CNY" } }, 9_000_000n],
])(
  "with %j the customs value is %d: carriage after the border and import taxes that the price holds come out",
  (spec, minor) => {
    expect(asked(spec, { incotermRule: "DDP" })?.customsValue).toEqual(money(minor, "USD"));
  },
);

test("kilograms are the net weight where it is given, else the gross weight", () => {
  const lines = asked({ lineQuantities: { 2: { kg: 2_800_000, piece: 5_000 } } })?.lines;
  expect(lines?.map(({ quantities }) => quantities)).toEqual([{ kg: 9_000_000 }, { kg: 2_800_000, piece: 5_000 }]);
  const cargo = shipmentExample().cargo.map((line, at) => ({ ...line, netWeightGrams: at === 0 ? 8_700_000 : null }));
  expect(asked({}, { cargo })?.lines.map(({ quantities }) => quantities)).toEqual([
    { kg: 8_700_000 },
    { kg: 3_000_000 },
  ]);
});

test.each([
  ["FCA", {}, ["freight_missing", "insurance_unknown"]],
  ["FCA", { freightToBorder: true }, ["insurance_unknown"]],
  ["FCA", { freightToBorder: true, insuranceToBorder: true }, []],
  ["CFR", {}, ["insurance_unknown"]],
  ["CIF", {}, []],
  ["CPT", { insuranceToBorder: true }, ["post_not_split"]],
  ["DDP", {}, ["post_not_split"]],
  ["DDP", { includedAfterBorder: true }, []],
  ["CPT", { insuranceToBorder: true, includedAfterBorder: true }, []],
] as const)("under %s with %j the customs value leaves out %j", (incotermRule, costs, expected) => {
  const cost = { minor: 0, currency: "USD" };
  const spec = Object.fromEntries(Object.keys(costs).map((name) => [name, cost]));
  expect(asked(spec, { incotermRule })?.leftOut).toEqual(expected);
});

test("goods whose origin is not named are taken as made where they start from", () => {
  const cargo = shipmentExample().cargo.map((line, at) => ({ ...line, originCountry: at === 0 ? "VN" : null }));
  expect(asked({}, { cargo })?.lines.map(({ originCountry }) => originCountry)).toEqual(["VN", "CN"]);
});
