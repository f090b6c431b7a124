import { expect, test } from "vitest";
import { DAY, dutyRate } from "@/domain/tariff/duties/duty-example";
import { customsTermsSchema } from "../terms";
import { opinionDoubts } from "./opinion-doubts";

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
