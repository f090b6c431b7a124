import { expect, test } from "vitest";
import type { DocumentRule } from "../documents/document-rule";
import type { LocalDate } from "../shared/time";
import { type PaperWay, usualPapers } from "./usual-papers";

const DAY = "2026-11-24" as LocalDate;

const rule = (changes: Partial<DocumentRule> = {}): DocumentRule => ({
  ...{
    ruleId: "packing",
    document: "packing_list",
    provider: "buyer",
    fromDay: "2026-01-01" as LocalDate,
    toDay: null,
  },
  ...{ hubs: [], directions: [], modes: [], hsPrefixes: [], supervisionModes: [], originCountries: [] },
  ...{ destinationCountries: [], transitCountries: [], incoterms: [], isForDangerousGoods: false, daysAhead: 0 },
  ...{ weightToleranceBps: null, source: "test", noteEn: "", noteZh: "" },
  ...{ noteRu: "", noteVi: "", noteKk: "" },
  ...changes,
});
const HORGOS: PaperWay = { hubIds: ["horgos"], modes: ["road", "rail"], from: null, to: null };
const TO_KZ: PaperWay = { hubIds: ["horgos"], modes: ["road", "rail"], from: "CN", to: "KZ" };
const papers = (rules: readonly Partial<DocumentRule>[], way = TO_KZ) =>
  usualPapers(
    rules.map((changes, at) => rule({ ruleId: `r${at}`, ...changes })),
    way,
    DAY,
  );

test("a paper that is asked of all goods is asked always, whatever other rules ask of some", () => {
  expect(papers([{ hsPrefixes: ["85"] }, {}, { incoterms: ["DAP"] }])).toEqual([
    { document: "packing_list", provider: "buyer", directions: [], modes: [], isForSome: false },
  ]);
});

test.each([
  ["codes", { hsPrefixes: ["85"] }],
  ["danger", { isForDangerousGoods: true }],
  ["procedure", { supervisionModes: ["0110"] }],
  ["countries on the way", { transitCountries: ["KZ"] }],
  ["terms", { incoterms: ["DAP" as const] }],
])("a paper for goods of some %s is asked of some", (_, changes) => {
  expect(papers([changes])).toMatchObject([{ isForSome: true }]);
});

test.each([
  ["another direction", { directions: ["import" as const] }],
  ["another hub", { hubs: ["pingxiang"] }],
  ["another mode", { modes: ["sea" as const] }],
  ["another origin", { originCountries: ["VN"] }],
  ["another destination", { destinationCountries: ["VN"] }],
  ["a day that is over", { toDay: "2026-11-23" as LocalDate }],
  ["a day to come", { fromDay: "2026-11-25" as LocalDate }],
])("a rule of %s asks nothing on the way", (_, changes) => {
  expect(papers([changes])).toEqual([]);
});

test("at a hub goods go both ways, to and from countries that nobody has named", () => {
  const both = papers([{ directions: ["export"] }, { document: "cmr", destinationCountries: ["KZ"] }], HORGOS);
  expect(both).toMatchObject([
    { document: "packing_list", directions: ["export"], isForSome: false },
    { document: "cmr", isForSome: true },
  ]);
});

test("what two rules ask of both directions, or of all modes of a way, is asked of every", () => {
  const both = papers([{ directions: ["export"] }, { directions: ["import"] }], HORGOS);
  expect(both).toMatchObject([{ directions: [] }]);
  expect(papers([{ modes: ["road"] }, { modes: ["rail", "sea"] }])).toMatchObject([{ modes: [] }]);
  expect(papers([{ modes: ["road", "sea"] }])).toMatchObject([{ modes: ["road"] }]);
});

test("what is always asked stands before what is asked of some, each in the order of papers", () => {
  const all = papers([{ document: "phytosanitary", hsPrefixes: ["07"] }, { document: "cmr", modes: ["road"] }, {}]);
  expect(all.map(({ document, modes }) => [document, modes])).toEqual([
    ["packing_list", []],
    ["cmr", ["road"]],
    ["phytosanitary", []],
  ]);
});
