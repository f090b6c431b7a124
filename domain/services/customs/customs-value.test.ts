import { describe, expect, test } from "vitest";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import { shipmentExample, wireSpecExample } from "../examples";
import { customs } from "./kind";
import { customsSpecSchema } from "./schema";
import { customsValue, exitValue } from "./customs-value";
import type { CustomsSpec } from "./spec";

const spec = (asked: object): CustomsSpec => customsSpecSchema.parse(asked);

/** The price of goods for 90,000.00, with 200.00 of freight to the border, 5.00 of its insurance and 30.00 beyond it. */
test.each([
  ["EXW", 9_020_500n, 9_017_500n],
  ["FCA", 9_020_500n, 9_017_500n],
  ["FAS", 9_020_500n, 9_017_500n],
  ["FOB", 9_020_500n, 9_017_500n],
  // The seller pays the carriage and owes no insurance.
  ["CFR", 9_000_500n, 8_997_500n],
  ["CPT", 9_000_500n, 8_997_500n],
  // It insures too, or bears the risk until the goods are there.
  ["CIF", 9_000_000n, 8_997_000n],
  ["CIP", 9_000_000n, 8_997_000n],
  ["DAP", 9_000_000n, 8_997_000n],
  ["DPU", 9_000_000n, 8_997_000n],
  ["DDP", 9_000_000n, 8_997_000n],
] as const)(
  "under %s nothing is counted twice: %d, and %d where a part beyond the border is set apart",
  (rule, whole, split) => {
    const usd = (minor: number) => ({ minor, currency: "USD" });
    const costs = { side: "import", freightToBorder: usd(20_000), insuranceToBorder: usd(500) };
    const of = (asked: object) => customsValue(spec(asked), shipmentExample({ incotermRule: rule })).minor;
    expect(of(costs)).toBe(whole);
    expect(of({ ...costs, includedAfterBorder: usd(3_000) })).toBe(split);
  },
);

describe("a request", () => {
  const ADDED = ["EXW", "FCA", "FAS", "FOB"] as const;
  const CARRIED = ["CFR", "CPT"] as const;
  const INSURED = ["CIF", "CIP", "DAP", "DPU", "DDP"] as const;
  test.each([
    ...ADDED.map((rule) => [rule, []] as const),
    ...CARRIED.map((rule) => [rule, ["freightToBorder issue.freight_in_price"]] as const),
    ...INSURED.map(
      (rule) =>
        [rule, ["freightToBorder issue.freight_in_price", "insuranceToBorder issue.insurance_in_price"]] as const,
    ),
  ])("under %s is told of costs that the price holds: %j", (incotermRule, told) => {
    const costs = (minor: number) => ({
      freightToBorder: { minor, currency: "USD" },
      insuranceToBorder: { minor, currency: "USD" },
    });
    const found = (minor: number) =>
      customs.checkSpec(spec({ ...wireSpecExample, ...costs(minor) }), shipmentExample({ incotermRule }));
    expect(found(100).map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual(told);
    // A cost of nothing is added to nothing.
    expect(found(0)).toEqual([]);
  });
});

describe("the value that a request shows", () => {
  const usd = (minor: number) => ({ minor, currency: "USD" });
  const shown = (asked: object, incotermRule: IncotermRule = "DAP") =>
    customs
      .figures(spec(asked), shipmentExample({ incotermRule }))
      .slice(2)
      .map(({ key, value }) => [key, value.kind === "money" ? value.money.minor : value.kind]);

  test.each([
    ["import", { includedAfterBorder: usd(300_000) }, [["import_value", 8_700_000n]]],
    // Delivered at the place, the price holds the freight that somebody names all the same.
    ["both", { freightToBorder: usd(20_000) }, [["import_value", 9_000_000n]]],
    ["transit", {}, [["transit_price", 9_000_000n]]],
  ] as const)("for side %s with %j is that where goods come in", (side, costs, expected) => {
    expect(shown({ side, ...costs })).toEqual(expected);
  });

  test("for a transit is the price under the rule of the deal, by its name", () => {
    const [, , price] = customs.figures(spec({ side: "transit" }), shipmentExample({ incotermRule: "FCA" }));
    expect(price).toMatchObject({ key: "transit_price", named: { rule: "FCA" } });
  });

  test.each([
    ["FCA", {}, "value_without_freight"],
    ["EXW", {}, "value_without_freight"],
    ["FCA", { freightToBorder: usd(20_000) }, "import_value"],
    // A cost of nothing is an answer.
    ["FCA", { freightToBorder: usd(0) }, "import_value"],
    ["CPT", {}, "import_value"],
    ["DAP", {}, "import_value"],
  ] as const)("under %s with %j where goods come in is called %s", (rule, costs, key) => {
    for (const side of ["import", "both"]) {
      const [value, ...notes] = shown({ side, ...costs }, rule);
      expect(value?.[0]).toBe(key);
      expect(notes).toEqual(key === "import_value" ? [] : [["freight_missing", "note"]]);
    }
  });

  test("of an export alone is that at the exit, with the freight and insurance beyond it that come out", () => {
    const asked = { side: "export", includedAfterBorder: usd(300_000) };
    expect(shown(asked)).toEqual([
      ["exit_value", 8_700_000n],
      ["beyond_exit", 300_000n],
    ]);
    expect(shown({ side: "export" }, "FCA")).toEqual([["exit_value", 9_000_000n]]);
    expect(shown({ side: "export", freightToBorder: usd(5_000) }, "EXW")).toEqual([["exit_value", 9_005_000n]]);
  });

  test.each(["CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"] as const)(
    "of an export under %s is called the price, with a warning, where nobody set apart what lies beyond the exit",
    (rule) => {
      expect(shown({ side: "export" }, rule)).toEqual([
        ["price_unsplit", 9_000_000n],
        ["exit_unsplit", "note"],
      ]);
    },
  );
});

describe("an export is declared at the value at the exit,", () => {
  const costs = {
    freightToBorder: { minor: 20_000, currency: "USD" },
    insuranceToBorder: { minor: 500, currency: "USD" },
  };
  test.each([
    ["export", "road", 9_020_500n],
    // Over land both sides have one border, and insurance is added where the goods come in alone.
    ["both", "road", 9_020_000n],
    ["both", "rail", 9_020_000n],
    ["both", "sea", null],
    ["both", "air", null],
    ["import", "road", null],
    ["transit", "road", null],
  ] as const)("which for side %s by %s is %s", (side, mode, minor) => {
    expect(exitValue(spec({ side, ...costs }), shipmentExample({ mode, incotermRule: "FCA" }))?.minor ?? null).toBe(
      minor,
    );
  });
});
