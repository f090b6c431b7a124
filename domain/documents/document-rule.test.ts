import { describe, expect, test } from "vitest";
import type { LocalDate } from "@/domain/shared/time";
import { borderDayOf, type DealFacts, type DocumentRule, factsOf, requiredDocuments } from "./document-rule";

const day = (text: string) => text as LocalDate;

const FACTS: DealFacts = {
  hubId: "horgos",
  direction: "export",
  mode: "road",
  hsCodes: ["850440"],
  supervisionModes: [],
  originCountry: "CN",
  destinationCountry: "KZ",
  transitCountries: [],
  incoterm: "DAP",
  unNumbers: [],
  loweredUnder: [],
};

const rule = (changes: Partial<DocumentRule> = {}): DocumentRule => ({
  ruleId: "packing",
  document: "packing_list",
  provider: "buyer",
  fromDay: day("2026-01-01"),
  toDay: null,
  hubs: [],
  directions: [],
  modes: [],
  hsPrefixes: [],
  supervisionModes: [],
  originCountries: [],
  destinationCountries: [],
  transitCountries: [],
  incoterms: [],
  isForDangerousGoods: false,
  daysAhead: 0,
  weightToleranceBps: null,
  source: "test",
  noteEn: "first",
  noteZh: "一",
  ...{ noteRu: "", noteVi: "", noteKk: "" },
  ...changes,
});

const on = (rules: DocumentRule[], at: string, facts = FACTS) => requiredDocuments(facts, rules, day(at));
const notes = (rules: DocumentRule[], at: string) =>
  on(rules, at).required.flatMap(({ reasons }) => reasons.map(({ note }) => note));

describe("a later row of the same rule", () => {
  const second = rule({ fromDay: day("2026-07-01"), noteEn: "second" });

  test.each([
    ["2025-12-31", []],
    ["2026-06-30", ["first"]],
    ["2026-07-01", ["second"]],
  ])("takes its place from its day on: %s", (at, expected) => {
    expect(notes([rule(), second], at)).toEqual(expected);
    expect(notes([second, rule()], at)).toEqual(expected);
  });

  test("that has ended brings the earlier one not back", () => {
    const ended = { ...second, toDay: day("2026-07-31") };
    expect(notes([rule(), ended], "2026-07-31")).toEqual(["second"]);
    expect(on([rule(), ended], "2026-08-01")).toMatchObject({ required: [], leftOut: [{ because: ["ended"] }] });
  });

  test("may ask for another document, and then the earlier one is asked for no more", () => {
    const other = rule({ document: "cmr", fromDay: day("2026-07-01") });
    expect(on([rule(), other], "2026-07-01").required.map(({ document }) => document)).toEqual(["cmr"]);
  });
});

test("a rule that has not begun is left out for that reason and every other", () => {
  expect(on([rule({ modes: ["rail"] })], "2025-12-31").leftOut).toMatchObject([{ because: ["not_yet", "modes"] }]);
});

test("conditions join by AND, the members of a list by OR", () => {
  const both = [rule({ modes: ["rail", "road"], destinationCountries: ["KZ", "RU"] })];
  expect(on(both, "2026-02-01").required).toHaveLength(1);
  expect(on(both, "2026-02-01", { ...FACTS, mode: "rail" }).required).toHaveLength(1);
  expect(on(both, "2026-02-01", { ...FACTS, mode: "sea" }).required).toHaveLength(0);
  expect(on(both, "2026-02-01", { ...FACTS, mode: "sea", destinationCountry: "VN" }).leftOut).toMatchObject([
    { because: ["modes", "destinationCountries"] },
  ]);
});

test("two rules for one document need it once, with both reasons", () => {
  const { required } = on([rule({ ruleId: "b", provider: "logistics" }), rule({ ruleId: "a" })], "2026-02-01");
  expect(required).toMatchObject([{ provider: "buyer", reasons: [{ ruleId: "a" }, { ruleId: "b" }] }]);
});

const COUNTRIES: Readonly<Record<string, string>> = { A: "CN", B: "CN", C: "KZ", D: "RU" };
const countryOf = (id: string) => COUNTRIES[id];
const leg = (fromId: string, toId: string, max: number) => ({ fromId, toId, days: { min: 1, max } });

test("the facts name the countries between the ends, each once, and China never", () => {
  const deal = {
    hubId: "horgos",
    direction: "export",
    mode: "road",
    originId: "A",
    destinationId: "D",
    incoterm: { rule: "DAP" },
    cargo: [
      { hsCode: "850440", dangerousGoods: { unNumber: "3480" }, originCountry: null },
      { hsCode: "850440", dangerousGoods: null, originCountry: null },
      { hsCode: "850760", dangerousGoods: null, originCountry: null },
    ],
  } as const;
  const legs = [leg("A", "B", 1), leg("B", "C", 1), leg("C", "D", 1)];
  expect(factsOf(deal, { legs, countryOf, supervisionModes: ["0110", "0110"], isDutyFree: () => false })).toMatchObject(
    {
      transitCountries: ["KZ"],
      originCountry: "CN",
      destinationCountry: "RU",
      hsCodes: ["850440", "850760"],
      unNumbers: ["3480"],
      supervisionModes: ["0110"],
    },
  );
});

describe("Form E", () => {
  const formE = rule({ ruleId: "form_e", document: "origin_form_e" });

  test("is asked for where it may lower a duty, and is optional, for the goods come in without it at the common rate", () => {
    const { required } = on([rule(), formE], "2026-02-01", { ...FACTS, loweredUnder: ["acfta", "rcep"] });
    expect(required.map(({ document, isOptional }) => [document, isOptional])).toEqual([
      ["packing_list", false],
      ["origin_form_e", true],
    ]);
  });

  test("has the RCEP certificate beside it, which is as optional and asked for under its own agreement only", () => {
    const rcep = rule({ ruleId: "rcep", document: "origin_rcep" });
    const required = (loweredUnder: DealFacts["loweredUnder"]) =>
      on([formE, rcep], "2026-02-01", { ...FACTS, loweredUnder }).required.map(({ document, isOptional }) => [
        document,
        isOptional,
      ]);
    expect(required(["acfta", "rcep"])).toEqual([
      ["origin_form_e", true],
      ["origin_rcep", true],
    ]);
    expect(required(["rcep"])).toEqual([["origin_rcep", true]]);
  });

  test("is not asked for where it lowers nothing", () => {
    expect(on([formE], "2026-02-01", { ...FACTS, loweredUnder: ["rcep"] })).toMatchObject({
      required: [],
      leftOut: [{ because: ["nothing_to_lower"] }],
    });
  });
});

const LINES = { free: "854231", dutiable: "850440" } as const;

test.each([
  ["CN", "VN", [["dutiable", null]], ["acfta", "rcep"]],
  ["CN", "VN", [["free", null]], []],
  [
    "CN",
    "VN",
    [
      ["free", null],
      ["dutiable", null],
    ],
    ["acfta", "rcep"],
  ],
  ["CN", "VN", [["dutiable", "KZ"]], ["eaeu_vn"]],
  ["CN", "KZ", [["dutiable", null]], []],
  ["TH", "CN", [["dutiable", "TH"]], ["acfta", "rcep"]],
] as const)("from %s to %s, of %j a duty may be lowered under %j", (origin, destination, goods, expected) => {
  const deal = {
    ...({ hubId: "pingxiang", direction: "export", mode: "road" } as const),
    ...{ originId: origin, destinationId: destination, incoterm: { rule: "DAP" } as const },
    cargo: goods.map(([of, originCountry]) => ({ hsCode: LINES[of], dangerousGoods: null, originCountry })),
  } as const;
  const isDutyFree = (hsCode: string) => hsCode === LINES.free;
  const around = { legs: [], countryOf: (id: string) => id, supervisionModes: [], isDutyFree };
  expect(factsOf(deal, around).loweredUnder).toEqual(expected);
});

test("the border day counts the way up to and with the leg across China's border, rounded up", () => {
  const out = [leg("A", "B", 2.1), leg("B", "C", 1.2), leg("C", "D", 9)];
  expect(borderDayOf(day("2026-12-10"), out, countryOf)).toBe("2026-12-14");
  const back = [leg("D", "C", 9), leg("C", "B", 1), leg("B", "A", 5)];
  expect(borderDayOf(day("2026-12-10"), back, countryOf)).toBe("2026-12-20");
  expect(borderDayOf(day("2026-12-10"), [], countryOf)).toBe("2026-12-10");
});

test.each<[keyof DocumentRule, Partial<DocumentRule>, Partial<DealFacts>, Partial<DealFacts>]>([
  ["hubs", { hubs: ["suifenhe", "horgos"] }, {}, { hubId: "pingxiang" }],
  ["directions", { directions: ["export"] }, {}, { direction: "import" }],
  ["modes", { modes: ["rail", "road"] }, {}, { mode: "sea" }],
  ["hsPrefixes", { hsPrefixes: ["08", "85"] }, { hsCodes: ["841810", "850440"] }, { hsCodes: ["841810", "188504"] }],
  ["supervisionModes", { supervisionModes: ["1039"] }, { supervisionModes: ["0110", "1039"] }, {}],
  ["originCountries", { originCountries: ["CN"] }, {}, { originCountry: "KZ" }],
  ["destinationCountries", { destinationCountries: ["KZ"] }, {}, { destinationCountry: "CN" }],
  ["transitCountries", { transitCountries: ["KG"] }, { transitCountries: ["UZ", "KG"] }, { transitCountries: ["UZ"] }],
  ["incoterms", { incoterms: ["CIF", "CIP"] }, { incoterm: "CIP" }, {}],
  ["isForDangerousGoods", { isForDangerousGoods: true }, { unNumbers: ["UN1263"] }, {}],
])(
  "a rule asks by its %s where one of them fits the deal, and else is left out for that alone",
  (name, asks, fits, misses) => {
    const fitting = on([rule(asks)], "2026-06-01", { ...FACTS, ...fits });
    expect([fitting.required.length, fitting.leftOut]).toEqual([1, []]);
    const missing = on([rule(asks), rule({ ruleId: "other" })], "2026-06-01", { ...FACTS, ...misses });
    expect(missing.leftOut).toMatchObject([{ ruleId: "packing", because: [name] }]);
    expect(missing.required.flatMap(({ reasons }) => reasons.map(({ ruleId }) => ruleId))).toEqual(["other"]);
  },
);
