import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allPapers, BORDER_DAY, dealOf, type Goods, GOODS, paperOf } from "@/test/deal-papers";
import { addDays, type LocalDate } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { INCOTERMS } from "../tariff/incoterm";
import type { CheckedDocument } from "./deal-document";
import type { DocumentKind } from "../services/document-kind";
import type { DocumentFields } from "./document-fields";
import type { Requirement } from "./document-rule";
import { isBeyond } from "./document-statements";
import { crossCheck } from "./cross-check";
import type { CheckRule, Finding } from "./check-findings";

const check = (
  documents: readonly CheckedDocument[],
  goods: Goods = GOODS,
  requirements: readonly Requirement[] = [],
) => crossCheck(documents, { deal: dealOf(goods), borderDay: BORDER_DAY, requirements });

const asking = (document: DocumentKind, more: Partial<Requirement["reasons"][number]>): Requirement => ({
  document,
  provider: "buyer",
  isOptional: false,
  reasons: [
    {
      ruleId: "r",
      source: "test",
      note: "",
      noteZh: "",
      ...{ noteRu: "", noteVi: "", noteKk: "" },
      fromDay: BORDER_DAY,
      daysAhead: 0,
      weightToleranceBps: null,
      ...more,
    },
  ],
});

const within = (document: CheckedDocument, changes: object): CheckedDocument => ({
  ...document,
  fields: { ...document.fields, ...changes } as DocumentFields,
});

const SPEAKERS = ["commercial_invoice", "packing_list", "cmr", "export_declaration"] as const;
type Speaker = (typeof SPEAKERS)[number] | "deal";

type Field = { readonly rule: CheckRule; readonly other: Partial<Goods>; readonly said: readonly Speaker[] };

const FIELDS: readonly Field[] = [
  {
    rule: "weight_equal",
    other: { grossWeightGrams: 12_400_001 },
    said: ["packing_list", "cmr", "export_declaration", "deal"],
  },
  { rule: "packages_equal", other: { packages: 401 }, said: ["packing_list", "cmr", "export_declaration", "deal"] },
  {
    rule: "hs_equal",
    other: { hsCode: "850450" },
    said: ["commercial_invoice", "packing_list", "export_declaration", "deal"],
  },
  {
    rule: "value_equal",
    other: { value: money(61_400_001n, "CNY") },
    said: ["commercial_invoice", "export_declaration", "deal"],
  },
  {
    rule: "currency_equal",
    other: { value: money(61_400_000n, "USD") },
    said: ["commercial_invoice", "export_declaration", "deal"],
  },
  { rule: "incoterm_equal", other: { incoterm: "FCA" }, said: ["commercial_invoice", "export_declaration", "deal"] },
];

const PAIRS = ([...SPEAKERS, "deal"] as Speaker[]).flatMap((one) =>
  SPEAKERS.filter((other) => other !== one).map((other) => [one, other] as const),
);
const TABLE = FIELDS.flatMap((field) => PAIRS.map(([one, other]) => [field.rule, one, other, field] as const));

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

describe.each(TABLE)("%s between %s and %s", (rule, one, other, field) => {
  // The second document always speaks of other goods than the first one.
  const different = { ...GOODS, ...field.other };
  const ofOne = one === "deal" ? [] : [paperOf(one)];
  const areCompared = field.said.includes(one) && field.said.includes(other);
  const between = (findings: readonly Finding[]) =>
    findings.filter(({ left, right }) => {
      const sources = [left.source, right?.source];
      return sources.includes(one) && sources.includes(other);
    });

  test("is found where they differ, with both values, and only where both say it", () => {
    const found = between(check([...ofOne, paperOf(other, different)]));
    expect(rulesOf(found)).toEqual(areCompared ? [rule] : []);
    if (!areCompared) return;
    expect(found[0]?.severity).toBe(one === "deal" ? "warning" : "blocked");
    expect(found[0]?.left.stated).not.toEqual(found[0]?.right?.stated);
    expect(new Set([...(found[0]?.left.documentIds ?? []), ...(found[0]?.right?.documentIds ?? [])])).toEqual(
      new Set([one, other].filter((source) => source !== "deal")),
    );
  });

  test("is not found where they agree", () => {
    expect(between(check([...ofOne, paperOf(other)]))).toEqual([]);
  });
});

test("a packing list of 12,400 kg and a waybill of 12,040 kg block each other, with both values", () => {
  const found = check([paperOf("packing_list"), paperOf("cmr", { ...GOODS, grossWeightGrams: 12_040_000 })]);
  expect(found.filter(({ severity }) => severity === "blocked")).toEqual([
    {
      rule: "weight_equal",
      severity: "blocked",
      left: { source: "packing_list", documentIds: ["packing_list"], stated: { as: "weight", grams: 12_400_000 } },
      right: { source: "cmr", documentIds: ["cmr"], stated: { as: "weight", grams: 12_040_000 } },
      toleranceBps: 0,
    },
  ]);
});

test.each([
  [null, 1, true],
  [50, 62_000, false],
  [50, 62_001, true],
])("with a tolerance of %s basis points by rule, %i grams apart of 12,400 kg: found %s", (bps, apart, isFound) => {
  const lighter = { ...GOODS, grossWeightGrams: GOODS.grossWeightGrams - apart };
  const papers = [paperOf("packing_list"), paperOf("smgs", lighter)];
  const found = check(papers, GOODS, [asking("smgs", { weightToleranceBps: bps })]);
  expect(found.some(({ rule, severity }) => rule === "weight_equal" && severity === "blocked")).toBe(isFound);
});

test("a tolerance is taken of the larger weight, whichever of the two is named first", () => {
  expect([isBeyond(10_000, 9_950, 50), isBeyond(9_950, 10_000, 50)]).toEqual([false, false]);
  expect([isBeyond(10_000, 9_949, 50), isBeyond(9_949, 10_000, 50)]).toEqual([true, true]);
});

test("the waybills of three trucks add up to the packing list", () => {
  const part = (packages: number, grossWeightGrams: number, id: string) =>
    paperOf("cmr", { ...GOODS, packages, grossWeightGrams }, id);
  const [a, b, c] = [part(200, 6_000_000, "a"), part(100, 3_200_000, "b"), part(100, 3_200_000, "c")];
  expect(check([paperOf("packing_list"), a, b, c])).toEqual([]);
  const short = check([paperOf("packing_list"), a, b]).filter(({ severity }) => severity === "blocked");
  expect(short.map(({ rule, right }) => [rule, right?.documentIds])).toEqual([
    ["weight_equal", ["a", "b"]],
    ["packages_equal", ["a", "b"]],
  ]);
});

test("two invoices of one deal in two currencies block each other", () => {
  const other = paperOf("commercial_invoice", { ...GOODS, value: money(100n, "USD") }, "second");
  expect(rulesOf(check([paperOf("commercial_invoice"), other]))).toContain("currency_equal");
});

test("two terms of delivery on two invoices block each other, whatever the deal says", () => {
  const other = paperOf("commercial_invoice", { ...GOODS, incoterm: "EXW" }, "second");
  const found = check([paperOf("commercial_invoice"), other]).filter(({ rule }) => rule === "incoterm_equal");
  expect(found).toMatchObject([{ severity: "blocked" }]);
});

test("a list of lines of which one has no HS code is not held against full lists", () => {
  const part = within(paperOf("commercial_invoice"), {
    lines: [{ description: "Inverters", hsCode: "850450" }, { description: "Cables" }],
  });
  expect(check([part, paperOf("packing_list")])).toEqual([]);
});

test("national digits after the sixth do not contradict each other", () => {
  expect(check([paperOf("commercial_invoice", { ...GOODS, hsCode: "8504409999" }), paperOf("packing_list")])).toEqual(
    [],
  );
});

describe("a paper with an end", () => {
  const until = (day: LocalDate) => within(paperOf("phytosanitary"), { validUntil: day });

  test("is blocked where it ends before the border day, with both days", () => {
    expect(check([until(addDays(BORDER_DAY, -1))])).toMatchObject([
      {
        rule: "valid_at_border",
        severity: "blocked",
        left: { stated: { day: "2026-12-13" } },
        right: { source: "border", stated: { day: BORDER_DAY } },
      },
    ]);
  });

  test("is good on its last day, and without an end", () => {
    expect(check([until(BORDER_DAY), within(paperOf("veterinary"), { validUntil: undefined })])).toEqual([]);
  });

  test("counts for papers that are no certificates too", () => {
    expect(rulesOf(check([within(paperOf("tir_carnet"), { validUntil: "2026-12-13" })]))).toEqual(["valid_at_border"]);
  });
});

test.each([
  ["2026-12-12", []],
  ["2026-12-13", ["dated_in_time"]],
])("the SPOT document of %s for the border on the 14th, two days ahead: %j", (date, expected) => {
  const spot = { ...paperOf("spot_document"), date: date as LocalDate };
  expect(rulesOf(check([spot], GOODS, [asking("spot_document", { daysAhead: 2 })]))).toEqual(expected);
});

test.each(["goods", "Goods, parts", "配件", "配件、样品", "ТОВАР", "товары и запчасти", "hàng hóa", "—"])(
  "the description %j names no goods, which is a warning on invoice, packing list, declaration and deal",
  (description) => {
    const vague = { ...GOODS, description };
    for (const kind of ["commercial_invoice", "packing_list", "export_declaration"] as const)
      expect(check([paperOf(kind, vague)])).toMatchObject([{ rule: "description_clear", severity: "warning" }]);
    expect(check([], vague)).toMatchObject([{ rule: "description_clear", left: { source: "deal" } }]);
  },
);

test.each(["Spare parts for pumps", "汽车配件刹车片", "Детали насоса", "Goods vehicle"])(
  "the description %j names goods",
  (description) => {
    expect(check([paperOf("commercial_invoice", { ...GOODS, description })])).toEqual([]);
  },
);

test("an invoice whose lines do not add up to its total is blocked, with both sums", () => {
  const wrong = within(paperOf("commercial_invoice"), {
    lines: [{ description: "Inverters", amount: money(61_399_999n, "CNY") }],
  });
  expect(check([wrong])).toMatchObject([
    {
      rule: "lines_add_up",
      severity: "blocked",
      right: { source: "lines", stated: { money: { minor: 61_399_999n } } },
    },
  ]);
});

test("a packing list whose lines do not add up is blocked for packages and for weight", () => {
  const wrong = within(paperOf("packing_list"), {
    lines: [{ description: "Inverters", packages: 399, grossWeightGrams: 12_399_999 }],
  });
  expect(rulesOf(check([wrong]))).toEqual(["lines_add_up", "lines_add_up"]);
  const untold = within(paperOf("packing_list"), { lines: [{ description: "Inverters", packages: 400 }] });
  expect(check([untold])).toEqual([]);
});

test("a declaration under another supervision mode than the customs order's is blocked", () => {
  const wrong = within(paperOf("export_declaration"), { supervisionMode: "1039" });
  expect(check([wrong])).toMatchObject([{ rule: "supervision_equal", severity: "blocked" }]);
  const against = { deal: dealOf(GOODS, []), borderDay: BORDER_DAY, requirements: [] };
  expect(crossCheck([wrong], against)).toEqual([]);
});

test("a certificate for other goods is a warning", () => {
  const other = within(paperOf("eac_declaration"), { hsCodes: ["850440", "841810"] });
  expect(check([other])).toMatchObject([{ rule: "certificate_covers", severity: "warning" }]);
});

const anyGoods: fc.Arbitrary<Goods> = fc.record({
  description: fc.constantFrom("Inverters", "苹果", "Насосы центробежные"),
  hsCode: fc.constantFrom("850440", "080810", "8413702100"),
  packages: fc.integer({ min: 1, max: 10_000 }),
  grossWeightGrams: fc.integer({ min: 1, max: 100_000_000_000 }),
  value: fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.constantFrom("CNY" as const, "USD" as const))
    .map(([minor, currency]) => money(minor, currency)),
  incoterm: fc.constantFrom(...INCOTERMS),
});

test("documents that agree with each other and with the deal never have a finding", () => {
  fc.assert(
    fc.property(anyGoods, (goods) => {
      expect(check(allPapers(goods), goods)).toEqual([]);
    }),
  );
});

test("the order of the documents changes no finding", () => {
  const papers = fc.array(fc.tuple(anyGoods, fc.constantFrom(...SPEAKERS, "smgs" as const)), { maxLength: 8 });
  fc.assert(
    fc.property(papers, anyGoods, fc.infiniteStream(fc.nat()), (drawn, goods, stream) => {
      const documents = drawn.map(([other, kind], at) => paperOf(kind, other, String(at)));
      const shuffled = documents
        .map((document) => ({ document, at: stream.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ document }) => document);
      expect(check(shuffled, goods)).toEqual(check(documents, goods));
    }),
  );
});

test("two documents contradict each other on the same fields, whichever of them says what", () => {
  const between = (one: Goods, other: Goods) =>
    rulesOf(
      check([paperOf("packing_list", one), paperOf("export_declaration", other)]).filter(
        ({ left, right }) => left.source !== "deal" && right?.source !== "deal",
      ),
    );
  fc.assert(
    fc.property(anyGoods, anyGoods, (one, other) => {
      expect(between(one, other)).toEqual(between(other, one));
    }),
  );
});

test("A tolerance, and days ahead, are those of the rules of a document itself, the widest of several; between others there is none.", () => {
  const lighter = { ...GOODS, grossWeightGrams: GOODS.grossWeightGrams - 62_000 };
  const papers = [paperOf("packing_list"), paperOf("smgs", lighter), paperOf("tir_carnet")];
  const blocked = (...requirements: Requirement[]) =>
    rulesOf(check(papers, GOODS, requirements).filter(({ severity }) => severity === "blocked"));
  const smgs = asking("smgs", { weightToleranceBps: 10 });
  expect(blocked(asking("tir_carnet", { weightToleranceBps: 9_000 }), smgs)).toEqual(["weight_equal"]);
  const wider = asking("smgs", { weightToleranceBps: 50 }).reasons;
  expect(blocked({ ...smgs, reasons: [...smgs.reasons, ...wider] })).toEqual([]);
  // The other of the two papers may be the one that has it; other fields than weights have none.
  expect(blocked(asking("packing_list", { weightToleranceBps: 50 }))).toEqual([]);
  const fewer = [paperOf("packing_list"), paperOf("smgs", { ...lighter, packages: 399 })];
  const found = check(fewer, GOODS, [asking("smgs", { weightToleranceBps: 10 })]);
  const pair = found.filter(({ severity }) => severity === "blocked");
  expect(pair.map(({ rule, toleranceBps }) => [rule, toleranceBps])).toEqual([
    ["weight_equal", 10],
    ["packages_equal", 0],
  ]);
  const spot = { ...paperOf("spot_document"), date: "2026-12-13" as LocalDate };
  expect(check([spot], GOODS, [asking("tir_carnet", { daysAhead: 2 })])).toEqual([]);
  const dated = { ...paperOf("spot_document"), date: addDays(BORDER_DAY, 1) };
  expect(check([dated], GOODS, [asking("spot_document", {})])).toEqual([]);
});

test("Of several lines all are added up, in one currency, and lines of which one says nothing are held against nothing.", () => {
  const invoice = (...amounts: (ReturnType<typeof money> | undefined)[]) =>
    check([
      within(paperOf("commercial_invoice"), {
        lines: amounts.map((amount) => ({ description: "Inverters", hsCode: "850440", ...(amount ? { amount } : {}) })),
      }),
    ]).map(({ right }) => right?.stated);
  const [most, rest] = [money(61_000_000n, "CNY"), money(400_000n, "CNY")];
  expect(invoice(most, rest)).toEqual([]);
  expect(invoice(most, most)).toEqual([{ as: "money", money: money(122_000_000n, "CNY") }]);
  expect([invoice(most, undefined), invoice(undefined, most), invoice(most, money(1n, "USD"))]).toEqual([[], [], []]);
  expect(invoice(money(61_400_000n, "USD"))).toEqual([{ as: "money", money: money(61_400_000n, "USD") }]);
  const packing = (...packages: (number | undefined)[]) =>
    rulesOf(
      check([
        within(paperOf("packing_list"), {
          lines: packages.map((count) => ({
            ...{ description: "Inverters", hsCode: "850440" },
            ...(count === undefined ? {} : { packages: count }),
          })),
        }),
      ]),
    );
  expect([packing(300, 100), packing(300, 101), packing(300, undefined)]).toEqual([[], ["lines_add_up"], []]);
});

test("A certificate may be of some of the deal's goods, and a declaration under any of the modes that were asked for.", () => {
  const deal = dealOf(GOODS, ["1039", "0110"]);
  const [line] = deal.cargo;
  const both = { ...deal, cargo: [...deal.cargo, { ...(line as (typeof deal.cargo)[number]), hsCode: "841810" }] };
  const against = { deal: both, borderDay: BORDER_DAY, requirements: [] };
  const covers = (...hsCodes: string[]) =>
    crossCheck([within(paperOf("eac_declaration"), { hsCodes })], against).map(({ right }) => right?.stated);
  expect([covers("841810"), covers("850440", "841810"), covers()]).toEqual([[], [], []]);
  expect(covers("841810", "080810")).toEqual([{ as: "codes", codes: ["841810", "850440"] }]);
  const moved = (supervisionMode: string) =>
    crossCheck([within(paperOf("export_declaration"), { supervisionMode })], against).filter(
      ({ rule }) => rule === "supervision_equal",
    );
  expect([moved("0110"), moved("1039")]).toEqual([[], []]);
  expect(moved("1210")).toMatchObject([{ right: { stated: { text: "0110, 1039" } } }]);
});
