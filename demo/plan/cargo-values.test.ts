import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Cargo = {
  readonly hsCode: string;
  readonly title: { readonly en: string };
  readonly nationalCodes: Readonly<Record<string, string>>;
  readonly grossKg: { readonly min: number; readonly max: number };
  readonly value: { readonly min: number; readonly max: number; readonly currency: string };
};

const { cargo } = JSON.parse(readFileSync("demo/market/cargo.json", "utf8")) as { cargo: readonly Cargo[] };

/** US dollars for a gross kilogram between which a customs broker would not ask, and a word of the goods that the code is for. */
const BELIEVABLE = [
  ["070200", "tomato", 0.5, 1.5],
  ["070310", "onion", 0.3, 1],
  ["070320", "garlic", 1, 1.8],
  ["080132", "cashew", 5, 9],
  ["080610", "grape", 1, 3.5],
  ["081060", "durian", 3, 7],
  ["090111", "coffee", 3, 6],
  ["100199", "wheat", 0.2, 0.4],
  ["110100", "flour", 0.3, 0.6],
  ["120400", "flax", 0.45, 0.9],
  ["260300", "copper", 1.5, 3.5],
  ["310420", "potassium", 0.25, 0.5],
  ["390210", "polypropylene", 0.8, 1.4],
  ["400122", "rubber", 1.4, 2.4],
  ["401120", "tyre", 1.6, 3],
  ["440711", "pine", 0.25, 0.6],
  ["510211", "cashmere", 85, 120],
  ["520100", "cotton", 1.4, 2.2],
  ["520513", "yarn ne 30", 2.2, 3.6],
  ["540752", "polyester", 3, 6],
  ["610910", "t-shirt", 8, 20],
  ["690721", "tile", 0.3, 0.8],
  ["721049", "galvanised", 0.6, 1],
  ["740311", "copper", 10, 14],
  ["841510", "air conditioner", 3, 7],
  ["842952", "excavator", 4, 8],
  ["847130", "laptop", 80, 250],
  ["851762", "router", 30, 80],
  ["851713", "smartphone", 150, 500],
  ["854143", "solar", 1.8, 3.5],
  ["870323", "suv", 8, 15],
  ["960711", "metal zip", 5, 12],
] as const;

test.each(BELIEVABLE)("%s are goods of %s at a believable price", (hsCode, word, low, high) => {
  const found = cargo.filter((one) => one.hsCode === hsCode && one.title.en.toLowerCase().includes(word));
  expect(found.length).toBeGreaterThan(0);
  for (const { value, grossKg } of found) {
    expect(value.currency).toBe("USD");
    expect(value.min / grossKg.min).toBeGreaterThanOrEqual(low);
    expect(value.max / grossKg.max).toBeGreaterThanOrEqual(low);
    expect(value.min / grossKg.min).toBeLessThanOrEqual(high);
    expect(value.max / grossKg.max).toBeLessThanOrEqual(high);
  }
});

test("national codes begin with the six digits of the Harmonized System and have as many as their tariff", () => {
  const DIGITS: Readonly<Record<string, number>> = { CN: 10, VN: 8, TH: 8, EAEU: 10 };
  for (const { hsCode, nationalCodes } of cargo)
    for (const [tariff, code] of Object.entries(nationalCodes)) {
      expect(code.startsWith(hsCode)).toBe(true);
      expect(code).toHaveLength(DIGITS[tariff] ?? 0);
    }
});
