import { expect, test } from "vitest";
import { customsSpecSchema, customsTermsSchema } from "./schema";
import { shipmentExample } from "../examples";
import { money } from "@/domain/shared/money";
import { dutyQuestionOf, opinionDoubts } from "./duties";
import { DAY, dutyRate } from "@/domain/tariff/duty-example";

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
  expect(asked({ freightToBorder: part, insuranceToBorder: part }, { incotermRule: "FOB" })?.customsValue).toEqual(
    money(9_000_200n, "USD"),
  );
});

test.each([
  [{}, 9_000_000n],
  [{ includedAfterBorder: { minor: 1_500_000, currency: "USD" } }, 7_500_000n],
  [
    { includedAfterBorder: { minor: 1_500_000, currency: "USD" }, insuranceToBorder: { minor: 100, currency: "USD" } },
    7_500_000n,
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

const RATES = [
  dutyRate({ country: "CN", hsPrefix: "44", rateBps: 200 }),
  dutyRate({ country: "CN", hsPrefix: "0810", rateBps: 2_000 }),
  dutyRate({ country: "CN", hsPrefix: "4001", method: "specific", rateBps: null }),
  dutyRate({ country: "CN", charge: "vat", rateBps: 1_300 }),
];

const doubts = (opinion: object, asked = "441233", originCountry = "RU") => {
  const { hsOpinions = {} } = customsTermsSchema.parse({ hsOpinions: { 1: opinion } });
  const goods = { hsCode: asked, originCountry };
  return opinionDoubts(hsOpinions, { lines: [goods], country: "CN", rates: RATES, day: DAY }).map(({ kind }) => kind);
};

test.each([
  ["the market's own code and rates", { hsCode: "4412330090", dutyBps: 200, vatBps: 1_300 }, []],
  ["another heading of the chapter, and no rates", { hsCode: "4411.14" }, []],
  ["a telephone for plywood", { hsCode: "8517130000" }, ["other_chapter"]],
  ["a duty of 250 percent", { hsCode: "4412330090", dutyBps: 25_000 }, ["duty_far"]],
  ["a duty ten points off", { hsCode: "4412330090", dutyBps: 1_200 }, ["duty_far"]],
  ["a duty a little less off", { hsCode: "4412330090", dutyBps: 1_199 }, []],
  ["a VAT of 99 percent", { hsCode: "4412330090", vatBps: 9_900 }, ["vat_far"]],
  ["a VAT of the reduced rate", { hsCode: "4412330090", vatBps: 900 }, ["vat_far"]],
  ["a VAT two points off", { hsCode: "4412330090", vatBps: 1_100 }, []],
])("an opinion of %s is doubted for: %j", (_, opinion, kinds) => {
  expect(doubts(opinion)).toEqual(kinds);
});

test("a duty below the common rate is no doubt where an agreement may lower it, and one above it is", () => {
  expect(doubts({ hsCode: "0810600000", dutyBps: 0 }, "081060", "VN")).toEqual([]);
  expect(doubts({ hsCode: "0810600000", dutyBps: 0 }, "081060", "RU")).toEqual(["duty_far"]);
  expect(doubts({ hsCode: "0810600000", dutyBps: 4_000 }, "081060", "VN")).toEqual(["duty_far"]);
});

test("a rate by quantity is compared with no percentage, and a line that the cargo has not with nothing", () => {
  expect(doubts({ hsCode: "4001220000", dutyBps: 9_000 }, "400122")).toEqual([]);
  const { hsOpinions = {} } = customsTermsSchema.parse({ hsOpinions: { 7: { hsCode: "8517130000" } } });
  expect(opinionDoubts(hsOpinions, { lines: [], country: "CN", rates: RATES, day: DAY })).toEqual([]);
});

test.each([
  [{ hoursToRelease: 24, hoursToReleaseP90: 24 }, true],
  [{ hoursToRelease: 24, hoursToReleaseP90: 23 }, false],
  [{ hoursToReleaseP90: 1 }, true],
  [{ hoursToRelease: 24 }, true],
])("the hours of a clearance %j are possible: %s", (terms, isPossible) => {
  expect(customsTermsSchema.safeParse(terms).success).toBe(isPossible);
});
