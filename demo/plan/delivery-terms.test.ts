import { describe, expect, test } from "vitest";
import { statedValues } from "./delivery-terms";

const toBorder = { freight: 900, insurance: 30 };
const stated = (rule: Parameters<typeof statedValues>[0]["rule"], side: "export" | "import", values = [10_000]) =>
  statedValues({ rule, values, toBorder }, side).map(Math.round);

describe("a declaration of goods that were sold for 100.00, with carriage to the border for 9.00, states", () => {
  test.each([
    // Inland carriage in the country of origin is in none but the price ex works.
    ["EXW", 10_120, 10_930],
    ["FCA", 10_000, 10_930],
    ["FOB", 10_000, 10_930],
    ["CFR", 9_100, 10_000],
    ["CIF", 9_070, 10_000],
    ["CPT", 8_950, 10_000],
    ["DAP", 8_920, 10_000],
    ["DDP", 8_020, 10_000],
  ] as const)("under %s %d where they leave and %d where they come in", (rule, leaving, entering) => {
    expect(stated(rule, "export")).toEqual([leaving]);
    expect(stated(rule, "import")).toEqual([entering]);
  });

  test("each line's part of it by the line's value", () => {
    expect(stated("FCA", "import", [2_000, 8_000])).toEqual([2_186, 8_744]);
  });

  test("no more than two fifths of a price as carriage that the price holds", () => {
    const dear = { rule: "CFR" as const, values: [10_000], toBorder: { freight: 12_000, insurance: 30 } };
    expect(statedValues(dear, "export")).toEqual([6_000]);
    expect(statedValues({ ...dear, rule: "FCA" }, "import")).toEqual([22_030]);
  });
});
