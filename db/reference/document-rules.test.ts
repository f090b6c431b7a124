import { LOCALES, noteIn } from "@/domain/shared/locale";
import { isForeign } from "@/domain/translations/written-text";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DealFacts, type DocumentRule, requiredDocuments } from "@/domain/documents/document-rule";
import { INCOTERMS } from "@/domain/tariff/incoterm";
import { addDays, type LocalDate } from "@/domain/shared/time";
import { readDocumentRules, readReference } from "./read-reference";

const rules = readDocumentRules();
const { hubs, places } = readReference();
const DAY = "2026-12-01" as LocalDate;
const day = (text: string) => text as LocalDate;

const FACTS: DealFacts = {
  hubId: "suifenhe",
  direction: "export",
  mode: "road",
  hsCodes: ["640399"],
  supervisionModes: ["0110"],
  originCountry: "CN",
  destinationCountry: "RU",
  transitCountries: [],
  incoterm: "DAP",
  unNumbers: [],
  loweredUnder: ["acfta", "rcep"],
};

const documentsFor = (facts: Partial<DealFacts>, on: LocalDate = DAY) =>
  requiredDocuments({ ...FACTS, ...facts }, rules, on).required.map(({ document }) => document);

/** Facts of which every condition of the rule holds. */
const factsFor = (rule: DocumentRule): DealFacts => ({
  hubId: rule.hubs[0] ?? FACTS.hubId,
  direction: rule.directions[0] ?? FACTS.direction,
  mode: rule.modes[0] ?? FACTS.mode,
  hsCodes: rule.hsPrefixes.length > 0 ? [rule.hsPrefixes[0]?.padEnd(6, "0") as string] : FACTS.hsCodes,
  supervisionModes: rule.supervisionModes.slice(0, 1),
  originCountry: rule.originCountries[0] ?? FACTS.originCountry,
  destinationCountry: rule.destinationCountries[0] ?? FACTS.destinationCountry,
  transitCountries: rule.transitCountries.slice(0, 1),
  incoterm: rule.incoterms[0] ?? FACTS.incoterm,
  unNumbers: rule.isForDangerousGoods ? ["3480"] : [],
  loweredUnder: ["acfta", "rcep"],
});

/** By condition, facts of which no rule's condition can hold. */
const ABSENT: Readonly<Partial<Record<keyof DocumentRule, Partial<DealFacts>>>> = {
  hubs: { hubId: "nowhere" },
  directions: { direction: "sideways" as never },
  modes: { mode: "camel" as never },
  hsPrefixes: { hsCodes: [] },
  supervisionModes: { supervisionModes: [] },
  originCountries: { originCountry: "XX" },
  destinationCountries: { destinationCountry: "XX" },
  transitCountries: { transitCountries: [] },
  incoterms: { incoterm: "EXW" },
  isForDangerousGoods: { unNumbers: [] },
};

const isNamed = (rule: DocumentRule, name: string): boolean => {
  const asked = rule[name as keyof DocumentRule];
  return Array.isArray(asked) ? asked.length > 0 : asked === true;
};

const hasReason = (rule: DocumentRule, facts: DealFacts, on: LocalDate = rule.fromDay) =>
  requiredDocuments(facts, rules, on).required.some(
    ({ document, reasons }) => document === rule.document && reasons.some(({ ruleId }) => ruleId === rule.ruleId),
  );

test.each([
  [
    "cn_import",
    "14 days from the day on which the entry of the means of transport is declared",
    "自运输工具申报进境之日起十四日内",
  ],
  [
    "cn_export",
    "24 hours before loading, unless they are declared in advance",
    "货物运抵海关监管区后、装货的二十四小时以前",
  ],
])("%s says the time of article 24 of the Customs Law of the PRC", (ruleId, english, chinese) => {
  const rule = rules.find((one) => one.ruleId === ruleId);
  expect(rule?.noteEn).toContain(english);
  expect(rule?.noteZh).toContain(chinese);
});

const ROWS = rules.map((rule) => [`${rule.ruleId} of ${rule.fromDay}`, rule] as const);

describe.each(ROWS)("the rule %s", (_, rule) => {
  test("asks for its document where all its conditions hold, and not a day before it begins", () => {
    expect(hasReason(rule, factsFor(rule))).toBe(true);
    const isFirst = !rules.some((other) => other.ruleId === rule.ruleId && other.fromDay < rule.fromDay);
    if (isFirst) expect(hasReason(rule, factsFor(rule), addDays(rule.fromDay, -1))).toBe(false);
  });

  test.each(Object.entries(ABSENT))("without its %s asks for nothing by itself", (name, absent) => {
    const facts = { ...factsFor(rule), ...absent };
    expect(hasReason(rule, facts)).toBe(!isNamed(rule, name));
    const left = requiredDocuments(facts, rules, rule.fromDay).leftOut.find(({ ruleId }) => ruleId === rule.ruleId);
    if (isNamed(rule, name)) expect(left?.because).toEqual([name]);
    else expect(left).toBeUndefined();
  });

  test("names hubs and countries of the reference, says where it comes from and speaks all five languages", () => {
    for (const hub of rule.hubs) expect(hubs.map(({ id }) => id)).toContain(hub);
    const countries = [...rule.originCountries, ...rule.destinationCountries, ...rule.transitCountries];
    for (const country of countries) expect(places.map((place) => place.country)).toContain(country);
    expect(rule.noteZh).toMatch(/\p{Script=Han}.*。$/u);
    expect(rule.noteEn).toMatch(/\.$/);
    for (const locale of LOCALES) {
      const note = noteIn({ ...rule, noteEn: locale === "en" ? rule.noteEn : "" }, locale);
      expect(note, locale).toMatch(/[.。]$/);
      expect(isForeign(note, locale), `${locale}: ${note}`).toBe(false);
    }
  });
});

describe("the Russian SPOT document", () => {
  const through = (transitCountries: string[], more: Partial<DealFacts> = {}, on: LocalDate = DAY) =>
    documentsFor({ hubId: "horgos", transitCountries, ...more }, on).includes("spot_document");

  test("is needed by road through Kazakhstan, and not by the direct road of Suifenhe", () => {
    expect(through(["KZ"])).toBe(true);
    expect(through([], { hubId: "suifenhe" })).toBe(false);
    expect(through(["MN"], { hubId: "erenhot" })).toBe(false);
  });

  test("is needed neither by rail, nor for goods that stay in Kazakhstan, nor before April 2026", () => {
    expect(through(["KZ"], { mode: "rail" })).toBe(false);
    expect(through([], { destinationCountry: "KZ" })).toBe(false);
    expect(through(["KZ"], {}, day("2026-03-31"))).toBe(false);
    expect(through(["KZ"], {}, day("2026-04-01"))).toBe(true);
  });

  test.each([
    ["2026-04-01", /^Test phase: .*2 days.*QR/],
    ["2026-06-30", /^Test phase/],
    ["2026-07-01", /^Mandatory: .*2 days.*security payment.*QR/],
  ])("on %s is explained by the row of that day, filed two days ahead", (on, note) => {
    const { required } = requiredDocuments({ ...FACTS, transitCountries: ["KZ"] }, rules, day(on));
    const reasons = required.find(({ document }) => document === "spot_document")?.reasons ?? [];
    expect(reasons).toHaveLength(1);
    expect(reasons[0]?.note).toMatch(note);
    expect(reasons[0]?.daysAhead).toBe(2);
  });
});

test.each([
  ["transit_declaration", ["LA"], { originCountry: "CN", destinationCountry: "TH", mode: "road" }, true],
  ["transit_declaration", ["LA"], { originCountry: "TH", destinationCountry: "CN", mode: "rail" }, true],
  ["transit_declaration", [], { originCountry: "CN", destinationCountry: "LA", mode: "road" }, false],
  ["transit_declaration", [], { originCountry: "CN", destinationCountry: "TH", mode: "sea" }, false],
  ["tir_carnet", ["KZ"], { originCountry: "CN", destinationCountry: "UZ", mode: "road" }, true],
  ["tir_carnet", ["KG"], { originCountry: "UZ", destinationCountry: "CN", mode: "road" }, true],
  ["tir_carnet", ["KZ"], { originCountry: "UZ", destinationCountry: "CN", mode: "rail" }, false],
] as const)("a %s goes with goods through %j: %j is %s", (document, transitCountries, facts, isAsked) => {
  expect(documentsFor({ ...facts, transitCountries: [...transitCountries] }).includes(document)).toBe(isAsked);
});

const chapter = (number: number) => `${String(number).padStart(2, "0")}0000`;

test.each([
  ["phytosanitary", [6, 7, 8, 9, 10, 11, 12, 13, 14]],
  ["veterinary", [1, 2, 3, 4, 5]],
] as const)("%s is needed for its chapters and no other", (document, chapters) => {
  const found = Array.from({ length: 97 }, (_, at) => at + 1).filter((number) =>
    documentsFor({ hsCodes: [chapter(number)] }).includes(document),
  );
  expect(found).toEqual(chapters);
});

test.each([
  ["440320", true, true],
  ["440711", true, false],
  ["440890", true, false],
  ["441114", false, false],
  ["441233", false, false],
  ["940360", false, false],
])("wood of %s needs a plant health certificate: %s, and fumigation: %s", (code, isInspected, isFumigated) => {
  const found = documentsFor({ hsCodes: [code] });
  expect([found.includes("phytosanitary"), found.includes("fumigation")]).toEqual([isInspected, isFumigated]);
});

test.each(["origin_form_e", "origin_rcep"])("%s goes with goods to and from ASEAN, and nowhere else", (paper) => {
  const abroad = [...new Set(places.map(({ country }) => country))].filter((country) => country !== "CN").sort();
  const has = (facts: Partial<DealFacts>) => documentsFor(facts).some((one) => one === paper);
  const to = abroad.filter((country) => has({ destinationCountry: country }));
  const from = abroad.filter((country) =>
    has({ direction: "import", originCountry: country, destinationCountry: "CN" }),
  );
  expect(to).toEqual(["LA", "MM", "TH", "VN"]);
  expect(from).toEqual(to);
});

test("a truck goes under a CMR note where the other state is a party to the CMR, else under the bilateral waybill", () => {
  const countries = ["BY", "DE", "HU", "KG", "KZ", "LA", "MM", "MN", "NP", "PK", "PL", "RU", "TH", "UZ", "VN"];
  const by = (document: string, ends: (country: string) => Partial<DealFacts>) =>
    countries.filter((country) => documentsFor(ends(country)).some((one) => one === document));
  for (const ends of [
    (country: string): Partial<DealFacts> => ({ destinationCountry: country }),
    (country: string): Partial<DealFacts> => ({
      direction: "import",
      originCountry: country,
      destinationCountry: "CN",
    }),
  ]) {
    expect(by("cmr", ends)).toEqual(["BY", "DE", "HU", "KG", "KZ", "MN", "PK", "PL", "RU", "UZ"]);
    expect(by("intl_road_waybill", ends)).toEqual(["LA", "MM", "NP", "TH", "VN"]);
  }
});

test.each([
  ["low-voltage goods", "850440", "eac_declaration", ["TR CU 004/2011", "020/2011"]],
  ["machinery", "847989", "eac_declaration", ["TR CU 010/2011"]],
  ["furniture", "940360", "eac_declaration", ["TR CU 025/2012"]],
  ["clothes", "620342", "eac_declaration", ["TR CU 017/2011"]],
  ["packaging", "392310", "eac_declaration", ["TR CU 005/2011"]],
  ["cosmetics", "330499", "eac_declaration", ["TR CU 009/2011"]],
  ["toys", "950300", "eac_certificate", ["TR CU 008/2011"]],
  ["prams", "871500", "eac_certificate", ["TR CU 007/2011"]],
  ["office chairs", "940139", "eac_declaration", ["TR CU 025/2012"]],
  ["ship engines", "840810", "eac_declaration", ["TR CU 010/2011"]],
  ["tyres", "401110", "eac_certificate", ["TR CU 018/2011"]],
  ["retreaded tyres", "401212", "eac_certificate", ["TR CU 018/2011"]],
] as const)("%s come into the Union with the paper of their own technical regulation", (_, code, paper, sources) => {
  for (const destinationCountry of ["RU", "KZ", "BY", "KG"]) {
    const { required } = requiredDocuments({ ...FACTS, destinationCountry, hsCodes: [code] }, rules, DAY);
    const papers = required.filter(({ document }) => document.startsWith("eac_"));
    expect(papers.map(({ document, provider }) => [document, provider])).toEqual([[paper, "buyer"]]);
    for (const source of sources) expect(papers[0]?.reasons.map((one) => one.source).join()).toContain(source);
  }
  for (const destinationCountry of ["VN", "MN"])
    expect(documentsFor({ destinationCountry, hsCodes: [code] })).not.toContain(paper);
});

test.each([
  ["brake linings", "681381"],
  ["toughened glass", "700711"],
  ["windscreens", "700721"],
  ["mirrors", "700910"],
  ["petrol engines", "840734"],
  ["diesel engines", "840820"],
  ["lamps", "851220"],
  ["horns and alarms", "851230"],
  ["seat belts", "870821"],
  ["framed windows", "870822"],
  ["brake pads", "870830"],
  ["wheels", "870870"],
  ["shock absorbers", "870880"],
  ["silencers", "870892"],
  ["steering", "870894"],
  ["airbags", "870895"],
  ["car seats", "940120"],
])("%s of vehicles come into the Union with the certificate of TR CU 018/2011 and no other EAC paper", (_, code) => {
  for (const destinationCountry of ["RU", "KZ", "BY", "KG"]) {
    const { required } = requiredDocuments({ ...FACTS, destinationCountry, hsCodes: [code] }, rules, DAY);
    const papers = required.filter(({ document }) => document.startsWith("eac_"));
    expect(papers.map(({ document, reasons }) => [document, reasons.map(({ ruleId }) => ruleId)])).toEqual([
      ["eac_certificate", ["eac_vehicle_parts"]],
    ]);
    expect(papers[0]?.reasons[0]?.source).toContain("TR CU 018/2011; demo estimate");
  }
  expect(documentsFor({ destinationCountry: "VN", hsCodes: [code] })).not.toContain("eac_certificate");
});

test.each([
  ["fridges", "841810", ["eac_certificate", "eac_declaration"]],
  ["laptops", "847130", ["eac_certificate", "eac_declaration"]],
  ["cables", "854449", ["eac_certificate", "eac_declaration"]],
  ["smartphones", "851713", ["eac_declaration"]],
  ["electric keyboards", "920710", ["eac_declaration"]],
])("%s (%s) declare their substances in the Union beside what says that they are safe", (_, code, papers) => {
  const { required } = requiredDocuments({ ...FACTS, hsCodes: [code] }, rules, DAY);
  const eac = required.filter(({ document }) => document.startsWith("eac_"));
  expect(eac.map(({ document }) => document).sort()).toEqual(papers);
  const declared = eac.find(({ document }) => document === "eac_declaration");
  expect(declared?.reasons.map(({ source }) => source).join()).toContain("TR EAEU 037/2016");
});

test.each([["852990"], ["901890"], ["250100"], ["870829"], ["700719"], ["700992"], ["940110"], ["843149"], ["846693"]])(
  "%s needs no EAC paper",
  (code) => {
    expect(documentsFor({ hsCodes: [code] }).filter((document) => document.startsWith("eac_"))).toEqual([]);
  },
);

test("what an authority of the exporter's or the importer's country issues comes through the trader, not from the broker", () => {
  const issued = rules.filter(({ document }) =>
    ["phytosanitary", "veterinary", "health", "quarantine_permit", "eac_declaration", "eac_certificate"].includes(
      document,
    ),
  );
  expect(issued.filter(({ provider }) => provider !== "buyer").map(({ ruleId }) => ruleId)).toEqual([]);
});

test("dangerous goods papers are needed where a line has a UN number", () => {
  const papers = ["msds", "dg_declaration"];
  expect(documentsFor({}).filter((document) => papers.includes(document))).toEqual([]);
  const dangerous = documentsFor({ unNumbers: ["3480"], hsCodes: ["850760"] });
  expect(dangerous).toEqual(expect.arrayContaining([...papers, "un38_3"]));
});

const some = <T>(...values: T[]) => fc.constantFrom(...values);
const anyFacts = fc.record({
  hubId: some("horgos", "suifenhe", "pingxiang", "CNSHA"),
  direction: some<DealFacts["direction"]>("export", "import"),
  mode: some<DealFacts["mode"]>("road", "rail", "sea", "air"),
  hsCodes: fc.subarray(["010121", "080610", "440710", "850760", "950300", "640399", "260111"]),
  supervisionModes: fc.subarray(["0110", "1039", "9710"]),
  originCountry: some("CN", "VN", "KZ", "RU"),
  destinationCountry: some("CN", "VN", "KZ", "RU", "DE", "MM"),
  transitCountries: fc.subarray(["KZ", "MN", "RU", "BY"]),
  incoterm: fc.constantFrom("DAP" as const, "CIP" as const),
  unNumbers: fc.subarray(["3480"]),
  loweredUnder: fc.subarray(["acfta" as const]),
});

test("one more cargo line, country passed, supervision mode or UN number never removes a document", () => {
  const lists = ["hsCodes", "supervisionModes", "transitCountries", "unNumbers"] as const;
  fc.assert(
    fc.property(anyFacts, anyFacts, fc.constantFrom(...lists), (facts, other, name) => {
      const more = { ...facts, [name]: [...facts[name], ...other[name]] };
      const after = documentsFor(more);
      for (const document of documentsFor(facts)) expect(after).toContain(document);
    }),
  );
});

test("another value of a condition never removes a document whose rules do not name the condition", () => {
  const named = {
    hubId: "hubs",
    direction: "directions",
    mode: "modes",
    originCountry: "originCountries",
    destinationCountry: "destinationCountries",
  } as const;
  const names = Object.keys(named) as (keyof typeof named)[];
  fc.assert(
    fc.property(anyFacts, anyFacts, fc.constantFrom(...names), (facts, other, name) => {
      const after = documentsFor({ ...facts, [name]: other[name] });
      for (const { document, reasons } of requiredDocuments(facts, rules, DAY).required) {
        const ids = reasons.map(({ ruleId }) => ruleId);
        const names = rules.filter(({ ruleId }) => ids.includes(ruleId)).every((rule) => rule[named[name]].length > 0);
        if (!names) expect(after).toContain(document);
      }
    }),
  );
});

test("the seller insures and shows the policy under CIF and CIP, and under no other term", () => {
  const insured = INCOTERMS.filter((incoterm) =>
    documentsFor({ incoterm, destinationCountry: "KZ" }).includes("insurance_policy"),
  );
  expect([...insured].sort()).toEqual(["CIF", "CIP"]);
});

test("shaped softwood needs its phytosanitary certificate like the sawn, and the importer in Myanmar gets the licence", () => {
  for (const hsCode of ["440711", "440910"])
    expect(documentsFor({ hsCodes: [hsCode] }).includes("phytosanitary")).toBe(true);
  expect(documentsFor({ hsCodes: ["441890"] }).includes("phytosanitary")).toBe(false);
  const { required } = requiredDocuments({ ...FACTS, destinationCountry: "MM" }, rules, DAY);
  expect(required.find(({ document }) => document === "import_licence")?.provider).toBe("buyer");
  expect(required.map(({ document }) => document)).not.toContain("export_licence");
});

test("an import into the Eurasian Union, Viet Nam or China has its contract, whoever declares it and under whatever mode", () => {
  const hasContract = (facts: Partial<DealFacts>) =>
    documentsFor({ supervisionModes: [], ...facts }).includes("sales_contract");
  const into = (destinationCountry: string) => hasContract({ destinationCountry });
  expect(["RU", "KZ", "KG", "BY", "VN"].map(into)).toEqual([true, true, true, true, true]);
  expect(["MN", "TH"].map(into)).toEqual([false, false]);
  for (const supervisionModes of [[], ["4019"], ["9610"]])
    expect(hasContract({ direction: "import", originCountry: "VN", destinationCountry: "CN", supervisionModes })).toBe(
      true,
    );
});

test.each([
  ["081060", "import", DAY, true],
  ["081060", "import", day("2025-01-10"), true],
  ["081060", "import", day("2025-01-09"), false],
  ["081060", "export", DAY, false],
  ["081050", "import", DAY, false],
] as const)("goods of %s in %s on %s need the test report of durian: %s", (code, direction, on, isNeeded) => {
  const ends =
    direction === "import" ? { originCountry: "VN", destinationCountry: "CN" } : { destinationCountry: "VN" };
  const { required } = requiredDocuments({ ...FACTS, ...ends, direction, hsCodes: [code] }, rules, on);
  const report = required.find(({ document }) => document === "test_report");
  expect(report !== undefined).toBe(isNeeded);
  if (isNeeded) expect(report?.reasons.map(({ note }) => note).join()).toMatch(/cadmium and Basic Yellow 2/);
});
