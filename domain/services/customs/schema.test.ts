import { describe, expect, test } from "vitest";
import { money } from "@/domain/shared/money";
import type { Shipment } from "../kind";
import { shipmentExample, TRANSIT, wireSpecExample } from "../examples";
import { customs } from "./kind";
import { customsSpecSchema } from "./schema";
import type { CustomsSpec } from "./spec";

const importer = { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" };
const wire = { ...wireSpecExample, importerOfRecord: importer };
const spec = (changes: object = {}): CustomsSpec => customsSpecSchema.parse({ ...wire, ...changes });
const messages = (changes: object, shipment: Partial<Shipment> = {}) =>
  customs.checkSpec(spec(changes), shipmentExample(shipment)).map((issue) => issue.message);

describe("a customs request", () => {
  test("with side, supervision mode, exporter and importer of record is complete", () => {
    for (const side of ["export", "both"]) expect(messages({ side })).toEqual([]);
    expect(messages({ side: "import", supervisionMode: undefined })).toEqual([]);
    expect(messages({ side: "transit", supervisionMode: undefined, transit: TRANSIT })).toEqual([]);
  });

  test.each([
    [{ side: "above" }],
    [{ supervisionMode: "9999" }],
    [{ supervisionMode: 110 }],
    [{ importerOfRecord: { name: "A", country: "Kazakhstan", taxId: "1" } }],
    [{ importerOfRecord: { name: "A", country: "KZ" } }],
    [{ exporterOfRecord: { name: "A" } }],
    [{ exporterOfRecord: { name: "A", country: "China" } }],
    [{ exporterCode: "1".repeat(33) }],
    [{ hsLines: 0 }],
    [{ certificates: ["phytosanitary", "phytosanitary"] }],
    [{ certificates: ["diploma"] }],
    [{ freightToBorder: { minor: -1, currency: "USD" } }],
    [{ duty: 5 }],
  ])("with %j is refused", (change) => {
    expect(customsSpecSchema.safeParse({ ...wire, ...change }).success).toBe(false);
  });

  test.each([
    ["export", "export", true],
    ["export", "both", true],
    ["export", "import", false],
    ["export", "transit", false],
    ["import", "import", true],
    ["import", "both", true],
    ["import", "export", false],
  ] as const)("of an %s deal, side %s, needs a supervision mode: %s", (direction, side, isNeeded) => {
    const found = messages({ side, supervisionMode: undefined }, { direction });
    expect(found.includes("issue.supervision_mode_missing")).toBe(isNeeded);
  });

  test.each([
    ["export", "export", false],
    ["export", "both", false],
    ["export", "import", true],
    ["export", "transit", true],
    ["import", "import", false],
    ["import", "both", false],
    ["import", "export", true],
    ["import", "transit", true],
  ] as const)("of an %s deal, side %s, is refused a supervision mode: %s", (direction, side, isRefused) => {
    const found = customs.checkSpec(spec({ side }), shipmentExample({ direction }));
    const told = found.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    expect(told.includes("supervisionMode issue.supervision_mode_outside_china")).toBe(isRefused);
  });

  test.each([
    ["export", false],
    ["import", true],
    ["both", true],
    ["transit", false],
  ])("for side %s needs an importer of record: %s", (side, isNeeded) => {
    const found = messages({ side, importerOfRecord: undefined });
    expect(found.includes("issue.importer_missing")).toBe(isNeeded);
  });

  test.each([
    ["export", true],
    ["import", false],
    ["both", true],
    ["transit", false],
  ])("for side %s needs an exporter of record: %s", (side, isNeeded) => {
    const found = customs.checkSpec(
      spec({
        ...{ side, exporterOfRecord: undefined, exporterCode: undefined },
        ...(isNeeded ? {} : { supervisionMode: undefined }),
        ...(side === "transit" ? { transit: TRANSIT } : {}),
      }),
      shipmentExample(),
    );
    const told = found.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    expect(told).toEqual(
      isNeeded ? ["exporterOfRecord.name issue.exporter_missing", "exporterCode issue.exporter_code_missing"] : [],
    );
  });

  test.each(["1039", "9710", "9810"])("under %s leaves China, never enters it", (supervisionMode) => {
    const small = { goodsValue: money(1n, "USD") };
    expect(messages({ supervisionMode }, { ...small, direction: "export" })).toEqual([]);
    expect(messages({ supervisionMode, side: "import" }, { ...small, direction: "import" })).toEqual([
      "issue.supervision_mode_export_only",
    ]);
  });

  test("gives freight and insurance to the border in the currency of the goods", () => {
    const freight = { minor: 100, currency: "USD" };
    const given = (costs: object) => messages(costs, { incotermRule: "FCA" });
    expect(given({ freightToBorder: freight, insuranceToBorder: freight })).toEqual([]);
    expect(given({ freightToBorder: { minor: 100, currency: "CNY" } })).toEqual(["issue.not_in_goods_currency"]);
    expect(given({ insuranceToBorder: { minor: 100, currency: "CNY" } })).toEqual(["issue.not_in_goods_currency"]);
    expect(given({ includedAfterBorder: { minor: 100, currency: "CNY" } })).toEqual(["issue.not_in_goods_currency"]);
  });

  test("gives what lies after the border as a part of the price", () => {
    const after = (minor: number) => messages({ includedAfterBorder: { minor, currency: "USD" } });
    expect(after(8_999_999)).toEqual([]);
    expect(after(9_000_000)).toEqual(["issue.after_border_above_price"]);
  });
});

describe("the parties of a customs request", () => {
  const importedBy = (country: string, taxId: string, more: object = {}) =>
    messages({ importerOfRecord: { name: "Importer", country, taxId, ...more } });

  test.each([
    ["KZ", "990140000126", {}, []],
    ["KZ", "990140000123", {}, ["issue.tax_number_check"]],
    ["VN", "0100112437", {}, []],
    ["VN", "010011243", {}, ["issue.tax_number_length"]],
    ["RU", "7707083893", {}, []],
    ["RU", "7707083893", { kpp: "770801001" }, []],
    ["RU", "7707083893", { kpp: "77O801001" }, ["issue.kpp_malformed"]],
    ["RU", "500100732259", { kpp: "770801001" }, ["issue.kpp_of_russian_company"]],
    ["KZ", "990140000126", { kpp: "770801001" }, ["issue.kpp_of_russian_company"]],
    ["CN", "91330100799655058B", {}, []],
    ["UZ", "20724788", {}, ["issue.tax_number_length"]],
    ["LA", "as written", {}, []],
    ["KP", "as written", {}, ["issue.embargoed_country"]],
  ])("%s %s %j: %j", (country, taxId, more, issues) => {
    expect(importedBy(country, taxId, more)).toEqual(issues);
  });

  test.each([
    ["3307960001", []],
    ["AB07960001", ["issue.exporter_code_wrong"]],
    ["33079600012", ["issue.exporter_code_wrong"]],
    ["91330100799655058B", []],
    ["91330100799655058A", ["issue.exporter_code_wrong"]],
  ])("a Chinese exporter's code %s: %j", (exporterCode, issues) => {
    expect(messages({ exporterCode })).toEqual(issues);
  });

  const exportedBy = (country: string, exporterCode: string, shipment: Partial<Shipment>) =>
    messages({ side: "both", exporterOfRecord: { name: "Exporter", country }, exporterCode }, shipment);

  test.each([
    ["KZ", "990140000126", []],
    ["KZ", "990140000123", ["issue.tax_number_check"]],
    ["RU", "770708389", ["issue.tax_number_length"]],
    ["LA", "as written", []],
  ])("goods that enter China are exported by %s %s: %j", (country, exporterCode, issues) => {
    expect(exportedBy(country, exporterCode, { direction: "import" })).toEqual(issues);
  });

  test("goods that leave China are exported by a company registered with its customs", () => {
    const found = exportedBy("KZ", "990140000126", { direction: "export" });
    expect(found).toEqual(["issue.exporter_not_of_china"]);
  });

  test("a request written before the exporter was named is still read", () => {
    const before = { side: "export", supervisionMode: "0110", exporterCode: "3307960001" };
    expect(customsSpecSchema.parse(before)).toEqual(before);
  });
});

test.each([
  ["origin_form_e", {}, {}, ["issue.origin_paper_not_for_country"]],
  ["origin_form_e", {}, { destinationCountry: "VN" }, []],
  ["origin_form_e", { side: "import" }, { direction: "import", originCountry: "TH", destinationCountry: "CN" }, []],
  ["origin_form_e", {}, { destinationCountry: "JP" }, ["issue.origin_paper_not_for_country"]],
  ["origin_rcep", {}, {}, ["issue.origin_paper_not_for_country"]],
  ["origin_rcep", {}, { destinationCountry: "VN" }, []],
  ["origin_rcep", {}, { destinationCountry: "JP" }, []],
  ["origin_rcep", { side: "import" }, { direction: "import", originCountry: "KH", destinationCountry: "CN" }, []],
  [
    "origin_rcep",
    { side: "import" },
    { direction: "import", originCountry: "RU", destinationCountry: "CN" },
    ["issue.origin_paper_not_for_country"],
  ],
] as const)("%s with %j %j: %j", (certificate, changes, shipment, expected) => {
  const cases = messages({ certificates: [certificate], ...changes }, shipment);
  expect(cases.filter((message) => message.includes("origin_paper"))).toEqual(expected);
});

test("Form E is of no use for goods that were made elsewhere", () => {
  const cargo = shipmentExample().cargo.map((line) => ({ ...line, originCountry: "DE" }));
  const found = messages({ certificates: ["origin_form_e"] }, { destinationCountry: "VN", cargo });
  expect(found).toContain("issue.origin_paper_not_for_country");
});

describe("the quantities of cargo lines", () => {
  test("belong to a line of the cargo, and its net weight is no more than its gross weight", () => {
    expect(messages({ lineQuantities: { 1: { kg: 9_000_000 }, 2: { piece: 1_000 } } })).toEqual([]);
    expect(messages({ lineQuantities: { 1: { kg: 9_000_001 } } })).toEqual(["issue.net_above_gross"]);
    expect(messages({ lineQuantities: { 3: { piece: 1_000 } } })).toEqual(["issue.line_not_in_cargo"]);
  });

  test.each([{ 0: { kg: 1 } }, { one: { kg: 1 } }, { 1: { barrel: 1 } }, { 1: { kg: 0 } }])("are never %j", (wrong) => {
    expect(customsSpecSchema.safeParse({ ...wire, lineQuantities: wrong }).success).toBe(false);
  });
});

describe("the quantities of a customs request", () => {
  const of = (changes: object = {}) => customs.quantities(spec(changes), shipmentExample());

  test("count the cargo's lines unless the buyer says more", () => {
    expect(of()).toMatchObject({ declaration: 1000, hs_line: 2000, hs_line_above_5: 0 });
    expect(of({ hsLines: 8 })).toMatchObject({ hs_line: 8000, hs_line_above_5: 3000 });
  });

  test("include five lines in each declaration", () => {
    expect(of({ hsLines: 12, declarations: 2 })).toMatchObject({ declaration: 2000, hs_line_above_5: 2000 });
  });

  test("count the certificates asked for; others may come up and are contingent", () => {
    expect(of({ certificates: ["origin_form_e", "phytosanitary"] })).toMatchObject({ certificate: 2000 });
    expect(of()).toMatchObject({ certificate: "contingent", page: "contingent", day_after_free: "contingent" });
  });

  test("know no truck, man-day or payout", () => {
    expect(of()).toMatchObject({ truck: null, man_day: null, payout: null });
  });
});

test("duty is a percentage of goods, freight and insurance to the border", () => {
  const money100 = { minor: 10_000, currency: "USD" };
  const amounts = customs.basisAmounts(
    spec({ freightToBorder: money100, insuranceToBorder: money100 }),
    shipmentExample({ incotermRule: "FOB" }),
  );
  expect(amounts).toEqual({
    percent_of_value: money(9_000_000n, "USD"),
    percent_of_customs_value: money(9_020_000n, "USD"),
  });
});

test.each([
  ["export", ["EXD", "HSC"]],
  ["import", ["IMD", "HSC", "CUF", "DTY", "VAT", "BST"]],
  ["both", ["EXD", "IMD", "HSC", "CUF", "DTY", "VAT", "BST"]],
  ["transit", ["EXD", "HSC"]],
])("for side %s a bid starts with %j", (side, codes) => {
  expect(customs.suggestedCharges(spec({ side }), shipmentExample()).map((line) => line.code)).toEqual(codes);
});

test("a certificate asked for is a line of its own", () => {
  const lines = customs.suggestedCharges(spec({ certificates: ["origin_ct1"] }), shipmentExample());
  expect(lines).toContainEqual({ code: "CRT", basis: "certificate" });
});

test("the screen is shown HS lines, declarations and the value that is declared", () => {
  expect(customs.figures(spec({ hsLines: 7 }), shipmentExample({ incotermRule: "FCA" }))).toEqual([
    { key: "hs_lines", value: { kind: "count", count: 7 } },
    { key: "declarations", value: { kind: "count", count: 1 } },
    { key: "exit_value", value: { kind: "money", money: money(9_000_000n, "USD") } },
  ]);
  expect(customs.answerFields(spec(), shipmentExample())).toEqual({ hsLineCount: 2 });
});

test.each([
  ["export", "road", "VN", []],
  ["both", "road", "VN", ["payment_order"]],
  ["import", "road", "RU", ["payment_order", "spot_document"]],
  ["import", "rail", "RU", ["payment_order"]],
  ["transit", "road", "RU", ["transit_document", "spot_document"]],
  ["transit", "road", "KZ", ["transit_document"]],
] as const)(
  "a clearance of %s by %s to %s brings what its customs give",
  (side, mode, destinationCountry, expected) => {
    const spec = { ...wireSpecExample, side } as unknown as CustomsSpec;
    const asked = ["payment_order", "transit_document", "spot_document"].filter((code) =>
      customs.offers?.(code, { spec, mode, destinationCountry }),
    );
    expect(asked).toEqual(expected);
    expect(customs.offers?.("declaration_copy", { spec, mode, destinationCountry })).toBe(true);
  },
);
