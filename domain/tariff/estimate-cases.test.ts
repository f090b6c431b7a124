import { describe, expect, test } from "vitest";
import { type Money, money } from "../shared/money";
import { dutyRate, EXCHANGE } from "./duty-example";
import type { DutyEstimate } from "./duty-estimate";
import { DUTY_CURRENCY, type DutyCountry, type DutyRate } from "./duty-rate";
import { estimateDuty } from "./estimate-duty";

/** Russia's customs fee since 1 January 2026: bands up to and including 200,000, 450,000 and 1,200,000 rubles, so each begins a kopek above. */
const RUSSIAN_FEE = [
  [0n, 123_100n],
  [20_000_001n, 246_200n],
  [45_000_001n, 492_400n],
].map(([valueFromMinor = 0n, minor = 0n]) =>
  dutyRate({
    ...{ country: "RU", charge: "fee", method: "fixed", rateBps: null, valueFromMinor },
    unitPrice: money(minor, "RUB"),
  }),
);

const share = (charge: DutyRate["charge"], rateBps: number): DutyRate => dutyRate({ charge, rateBps });
const fee = (minor: bigint, country: DutyCountry): DutyRate =>
  dutyRate({ charge: "fee", method: "fixed", rateBps: null, unitPrice: money(minor, DUTY_CURRENCY[country]) });

type Case = {
  readonly country: DutyCountry;
  readonly hsCode: string;
  readonly value: Money;
  readonly rates: readonly DutyRate[];
  readonly kg?: number;
  readonly originCountry?: string;
};

function reckoned({ country, hsCode, value, rates, kg = 1_000, originCountry = "CN" }: Case): DutyEstimate {
  const quantities = { kg: kg * 1_000 };
  const line = { hsCode, value, grossWeightGrams: kg * 1_000, originCountry, quantities };
  const question = { lines: [line], customsValue: value, declarations: 1, country, leftOut: [] };
  const made = estimateDuty(question, { rates, exchange: EXCHANGE });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

const figures = ({ customsValue, duty, excise, vat, fee: ofState, total }: DutyEstimate) =>
  [customsValue, duty, excise, vat, ofState.amount, total].map((amount) => amount?.minor ?? null);

describe("reckoned by hand", () => {
  test.each<[string, Case, readonly bigint[]]>([
    [
      // 64,000.00 × 7.12 = 455,680.00; (455,680.00 + 136,704.00) ÷ 0.9 × 0.1 = 65,820.44; 13 % of 658,204.44 = 85,566.58.
      "motorcycles into China: consumption tax of 10 % on the price with the tax in it",
      {
        ...{ country: "CN", hsCode: "871150", value: money(6_400_000n, "USD") },
        rates: [
          share("duty", 3_000),
          dutyRate({ charge: "excise", hsPrefix: "8711", rateBps: 1_000 }),
          share("vat", 1_300),
          fee(0n, "CN"),
        ],
      },
      [45_568_000n, 13_670_400n, 6_582_044n, 8_556_658n, 0n, 28_809_102n],
    ],
    [
      // (100,000.00 + 10,000.00 + 1,000 kg × 1.00) ÷ 0.8 × 0.2 + 1,000.00 = 28,750.00; 13 % of 138,750.00 = 18,037.50.
      "spirits into China: a compound consumption tax of 20 % and CNY 1.00 a kilogram",
      {
        ...{ country: "CN", hsCode: "220830", value: money(10_000_000n, "CNY") },
        rates: [
          share("duty", 1_000),
          dutyRate({
            ...{ charge: "excise", hsPrefix: "2208", method: "sum", rateBps: 2_000, unit: "kg" },
            unitPrice: money(100n, "CNY"),
          }),
          share("vat", 1_300),
          fee(0n, "CN"),
        ],
      },
      [10_000_000n, 1_000_000n, 2_875_000n, 1_803_750n, 0n, 5_678_750n],
    ],
    [
      // 139,000.00 × 3,650 = 507,350,000; 40 % of 862,495,000 = 344,998,000; 10 % of 1,207,493,000 = 120,749,300.
      "a car into Vietnam: special consumption tax of 40 % on value and duty",
      {
        ...{ country: "VN", hsCode: "870323", value: money(13_900_000n, "CNY") },
        rates: [
          share("duty", 7_000),
          dutyRate({ charge: "excise", hsPrefix: "8703", rateBps: 4_000 }),
          share("vat", 1_000),
          fee(20_000n, "VN"),
        ],
      },
      [507_350_000n, 355_145_000n, 344_998_000n, 120_749_300n, 20_000n, 820_912_300n],
    ],
    [
      // 4,200.00 euros are 2,564,100.00; 16 % of 17,037,390.00 = 2,725,982.40.
      "T-shirts into Kazakhstan: duty of 10 %, at least EUR 1.75 a kilogram",
      {
        ...{ country: "KZ", hsCode: "610910", value: money(1_447_329_000n, "KZT"), kg: 2_400 },
        rates: [
          dutyRate({ method: "larger", rateBps: 1_000, unitPrice: money(175n, "EUR"), unit: "kg" }),
          share("excise", 0),
          share("vat", 1_600),
          fee(2_595_000n, "KZ"),
        ],
      },
      [1_447_329_000n, 256_410_000n, 0n, 272_598_240n, 2_595_000n, 531_603_240n],
    ],
    [
      "a sorting machine into Russia at exactly 450,000.00 rubles, which is still of the lower band",
      {
        ...{ country: "RU", hsCode: "847989", value: money(45_000_000n, "RUB") },
        rates: [share("duty", 0), share("excise", 0), share("vat", 2_200), ...RUSSIAN_FEE],
      },
      [45_000_000n, 0n, 0n, 9_900_000n, 246_200n, 10_146_200n],
    ],
    [
      "the same a kopek dearer",
      {
        ...{ country: "RU", hsCode: "847989", value: money(45_000_001n, "RUB") },
        rates: [share("duty", 0), share("excise", 0), share("vat", 2_200), ...RUSSIAN_FEE],
      },
      [45_000_001n, 0n, 0n, 9_900_000n, 492_400n, 10_392_400n],
    ],
  ])("%s", (_, of, expected) => {
    expect(figures(reckoned(of))).toEqual(expected);
  });

  test("a share of the price with the tax in it that leaves no price is not reckoned", () => {
    const rates = [share("duty", 0), dutyRate({ charge: "excise", hsPrefix: "24", rateBps: 10_000 })];
    const made = reckoned({ country: "CN", hsCode: "240220", value: money(100n, "CNY"), rates });
    expect(made.lines[0]?.excise).toMatchObject({ amount: null, missing: { code: "amount_too_large" } });
  });

  test("an excise on value and duty is not known without the duty, but nothing is nothing", () => {
    const of = { country: "CN", hsCode: "871150", value: money(100n, "CNY") } as const;
    const excise = (rateBps: number) => dutyRate({ charge: "excise", hsPrefix: "8711", rateBps });
    expect(reckoned({ ...of, rates: [excise(1_000)] }).lines[0]?.excise.missing?.code).toBe("rests_on_unknown");
    expect(reckoned({ ...of, rates: [excise(0)] }).lines[0]?.excise.amount?.minor).toBe(0n);
  });
});

const WHOLE = [share("duty", 500), share("excise", 0), share("vat", 1_600)];

describe("what is left out", () => {
  test.each<[DutyCountry, string, string, readonly string[]]>([
    ["KZ", "848210", "CN", []],
    ["RU", "870323", "CN", ["excise_unknown", "recycling_fee_unknown"]],
    ["KZ", "842952", "CN", ["recycling_fee_unknown"]],
    ["KG", "842952", "CN", []],
    ["RU", "854511", "CN", ["anti_dumping_unknown"]],
    ["RU", "854511", "IN", []],
    ["VN", "848210", "CN", ["preference_unproved"]],
    ["VN", "720838", "CN", ["anti_dumping_unknown", "preference_unproved"]],
    ["VN", "841510", "CN", ["excise_unknown", "preference_unproved"]],
    ["CN", "220300", "DE", ["excise_unknown"]],
    ["CN", "081060", "TH", ["preference_unproved"]],
  ])("into %s, HS %s of origin %s: %j", (country, hsCode, originCountry, expected) => {
    const rates = [...WHOLE, fee(0n, country)];
    const value = money(1_000_000n, DUTY_CURRENCY[country]);
    const made = reckoned({ country, hsCode, originCountry, value, rates });
    expect(made.leftOut).toEqual(expected);
    expect(made.lines[0]?.leftOut).toEqual(expected);
    // Without its paper a preference leaves the sum at the common rate whole.
    const isComplete = expected.every((code) => code === "preference_unproved");
    expect([made.isComplete, made.lines[0]?.isComplete]).toEqual([isComplete, isComplete]);
  });

  test("an excise of all goods says nothing of fuels, and then the VAT on it is not known either", () => {
    const made = reckoned({ country: "KZ", hsCode: "271019", value: money(100n, "KZT"), rates: WHOLE });
    expect(made.lines[0]?.excise).toMatchObject({ amount: null, missing: { code: "excise_unknown" } });
    expect(made.lines[0]?.vat.missing?.code).toBe("rests_on_unknown");
    const own = [...WHOLE, dutyRate({ charge: "excise", hsPrefix: "2710", rateBps: 0 }), fee(0n, "KZ")];
    expect(reckoned({ country: "KZ", hsCode: "271019", value: money(100n, "KZT"), rates: own }).isComplete).toBe(true);
  });

  test("a preference lowers nothing where the duty is nothing", () => {
    const rates = [share("duty", 0), share("excise", 0), share("vat", 1_000), fee(20_000n, "VN")];
    expect(reckoned({ country: "VN", hsCode: "848210", value: money(100n, "VND"), rates }).isComplete).toBe(true);
  });

  test("what the customs value lacks is named first, once, and is of no line", () => {
    const value = money(100n, "KZT");
    const line = { hsCode: "842952", value, grossWeightGrams: 1, originCountry: "CN", quantities: {} };
    const question = { lines: [line, line], customsValue: value, declarations: 1, country: "KZ" as const };
    const context = { rates: [...WHOLE, fee(0n, "KZ")], exchange: EXCHANGE };
    const made = estimateDuty({ ...question, leftOut: ["freight_missing"] }, context);
    expect(made).toMatchObject({
      value: {
        leftOut: ["freight_missing", "recycling_fee_unknown"],
        lines: [{ leftOut: ["recycling_fee_unknown"] }, {}],
      },
    });
  });
});
