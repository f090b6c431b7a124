import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money } from "../shared/money";
import type { DutyEstimate, DutyQuestion } from "./duty-estimate";
import { dutyRate, EXCHANGE, OTHER_CHARGES } from "./duty-example";
import type { DutyRate } from "./duty-rate";
import { estimateDuty, estimateWithFormE } from "./estimate-duty";

const line = (hsCode: string, minor: bigint | null, kg = 1_000_000) => ({
  hsCode,
  value: minor === null ? null : money(minor, "USD"),
  grossWeightGrams: kg,
  originCountry: "CN",
  quantities: { kg },
});

const ask = (changes: Partial<DutyQuestion> = {}): DutyQuestion => ({
  lines: [line("848210", 600_000n), line("848340", 400_000n)],
  customsValue: money(1_000_000n, "USD"),
  declarations: 1,
  country: "KZ",
  leftOut: [],
  ...changes,
});

const RATES = [dutyRate(), ...OTHER_CHARGES];

function estimate(question = ask(), rates: readonly DutyRate[] = RATES): DutyEstimate {
  const result = estimateDuty(question, { rates, exchange: EXCHANGE });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const minors = ({ lines, fee, total }: DutyEstimate) => ({
  lines: lines.map(({ customsValue, duty, excise, vat, total: sum }) =>
    [customsValue, duty.amount, excise.amount, vat.amount, sum].map((amount) => amount?.minor ?? null),
  ),
  fee: fee.amount?.minor ?? null,
  total: total.minor,
});

describe("an estimate reckoned by hand", () => {
  test("takes duty by value, VAT on value and duty, and the fee once", () => {
    // USD 10,000 are KZT 5,268,800.00; of line 1: duty 158,064.00, VAT 16 % of 3,319,344.00 is 531,095.04.
    expect(minors(estimate())).toEqual({
      lines: [
        [316_128_000n, 15_806_400n, 0n, 53_109_504n, 68_915_904n],
        [210_752_000n, 10_537_600n, 0n, 35_406_336n, 45_943_936n],
      ],
      fee: 2_000_000n,
      total: 116_859_840n,
    });
  });

  test("puts excise under the VAT too", () => {
    const rates = [...RATES, dutyRate({ charge: "excise", hsPrefix: "8483", rateBps: 1_000 })];
    // Line 2: 2,107,520.00 + 105,376.00 + 210,752.00 = 2,423,648.00, of which 16 % are 387,783.68.
    expect(minors(estimate(ask(), rates)).lines[1]).toEqual([
      210_752_000n,
      10_537_600n,
      21_075_200n,
      38_778_368n,
      70_391_168n,
    ]);
  });

  test("counts freight and insurance by way of the customs value, shared by the lines' values", () => {
    const lines = [line("848210", 1n), line("848340", 1n), line("848350", 1n)];
    // USD 0.10 are KZT 52.69 (52.688): 17.57, 17.56, 17.56.
    const made = estimate(ask({ lines, customsValue: money(10n, "USD") }));
    expect(made.lines.map(({ customsValue }) => customsValue.minor)).toEqual([1_757n, 1_756n, 1_756n]);
    expect(made.sharedBy).toBe("value");
  });

  test("shares by gross weight where a line has no value, and says so", () => {
    const lines = [line("848210", null, 750_000), line("848340", 400_000n, 250_000)];
    const made = estimate(ask({ lines }));
    expect(made.sharedBy).toBe("weight");
    expect(made.lines.map(({ customsValue }) => customsValue.minor)).toEqual([395_160_000n, 131_720_000n]);
    const [first, second] = [line("848210", 600_000n, 750_000), line("848340", 400_000n, 250_000)];
    for (const value of [money(400_000n, "CNY"), money(0n, "USD")])
      expect(estimate(ask({ lines: [first, { ...second, value }] }))).toMatchObject({
        sharedBy: "weight",
        lines: made.lines.map(({ customsValue }) => ({ customsValue })),
      });
  });

  test("takes the fee for each declaration at its own share of the value", () => {
    const bands = [
      dutyRate({ charge: "fee", method: "fixed", rateBps: null, unitPrice: money(100n, "KZT") }),
      dutyRate({
        charge: "fee",
        method: "fixed",
        rateBps: null,
        unitPrice: money(900n, "KZT"),
        valueFromMinor: 300_000_000n,
      }),
    ];
    const rates = [...RATES.filter(({ charge }) => charge !== "fee"), ...bands];
    expect(estimate(ask(), rates).fee.amount?.minor).toBe(900n);
    expect(estimate(ask({ declarations: 2 }), rates).fee.amount?.minor).toBe(200n);
  });

  test("takes a fee that is a share of the value", () => {
    const rates = [...RATES.filter(({ charge }) => charge !== "fee"), dutyRate({ charge: "fee", rateBps: 40 })];
    expect(estimate(ask(), rates).fee.amount?.minor).toBe(2_107_520n);
    expect(estimate(ask({ declarations: 2 }), rates).fee.amount?.minor).toBe(2_107_520n);
  });

  test("converts a fee that is set in another currency once a declaration, and names the exchange rates", () => {
    const euros = { method: "fixed", rateBps: null, unitPrice: money(1_000n, "EUR") } as const;
    const rates = [...RATES.filter(({ charge }) => charge !== "fee"), dutyRate({ charge: "fee", ...euros })];
    const { fee } = estimate(ask({ declarations: 2 }), rates);
    expect(fee.amount).toEqual(money(1_221_000n, "KZT"));
    expect(new Set(fee.exchangeRates.map(({ base, quote }) => base + quote))).toEqual(new Set(["EURCNY", "CNYKZT"]));
  });

  test("names the rate of each figure and the exchange rates of the value", () => {
    const [first] = estimate().lines;
    expect(first?.duty.rate).toMatchObject({ source: "test tariff", validFrom: "2026-01-01", rateBps: 500 });
    expect(estimate().exchangeRates.map(({ base, quote }) => `${base}/${quote}`)).toEqual(["USD/CNY", "CNY/KZT"]);
  });
});

describe("what is not known", () => {
  test("makes the estimate incomplete and is never nothing: a line without a rate of duty", () => {
    const rates = [dutyRate({ hsPrefix: "848340" }), ...OTHER_CHARGES];
    const made = estimate(ask(), rates);
    expect(made.isComplete).toBe(false);
    expect(made.lines[0]).toMatchObject({
      isComplete: false,
      duty: { amount: null, missing: { code: "duty_rate_missing", details: { hsCode: "848210" } } },
      vat: { amount: null, missing: { code: "rests_on_unknown" } },
    });
    expect(made.lines[1]).toMatchObject({ isComplete: true });
    expect(made.total.minor).toBe(45_943_936n + 2_000_000n);
  });

  test.each(["excise", "vat", "fee"] as const)("is any charge without a rate: %s", (without) => {
    const made = estimate(
      ask(),
      RATES.filter(({ charge }) => charge !== without),
    );
    expect(made.isComplete).toBe(false);
    const isVatKnown = made.lines.map(({ vat }) => vat.amount !== null);
    expect(isVatKnown).toEqual([without === "fee", without === "fee"]);
  });

  test("is a rate by pieces without their number", () => {
    const pieces = { method: "specific", rateBps: null, unitPrice: money(1n, "KZT"), unit: "piece" } as const;
    const made = estimate(ask(), [dutyRate(pieces), ...OTHER_CHARGES]);
    expect(made.lines[0]?.duty).toMatchObject({ amount: null, missing: { code: "quantity_missing" } });
    expect(made.lines[0]?.duty.rate?.unit).toBe("piece");
  });

  test("is the whole where the value cannot be converted, or is beyond what can be kept", () => {
    const context = { rates: RATES, exchange: EXCHANGE };
    const inBaht = ask({ customsValue: money(1n, "THB") });
    expect(estimateDuty(inBaht, context)).toMatchObject({ refusal: { code: "rate_missing" } });
    const huge = ask({ customsValue: money(9_000_000_000_000_000n, "KZT") });
    const high = { rates: [dutyRate({ rateBps: 9_000 }), ...OTHER_CHARGES], exchange: EXCHANGE };
    expect(estimateDuty(huge, high)).toMatchObject({ refusal: { code: "amount_too_large" } });
  });
});

const lines = fc.array(
  fc.record({ hsCode: fc.constantFrom("848210", "848340", "620342"), minor: fc.integer({ min: 1, max: 1e9 }) }),
  { minLength: 1, maxLength: 20 },
);

test("lines share the customs value without losing a unit, and their sums are the totals", () => {
  fc.assert(
    fc.property(
      lines,
      fc.integer({ min: 1, max: 1e11 }),
      fc.integer({ min: 1, max: 5 }),
      (rows, value, declarations) => {
        const made = estimate(
          ask({
            lines: rows.map(({ hsCode, minor }) => line(hsCode, BigInt(minor))),
            customsValue: money(BigInt(value), "USD"),
            declarations,
          }),
        );
        const sum = (of: (one: DutyEstimate["lines"][number]) => bigint) =>
          made.lines.reduce((all, one) => all + of(one), 0n);
        expect(sum((one) => one.customsValue.minor)).toBe(made.customsValue.minor);
        expect(sum((one) => one.total.minor) + (made.fee.amount?.minor ?? 0n)).toBe(made.total.minor);
        expect(made.duty.minor + made.excise.minor + made.vat.minor + (made.fee.amount?.minor ?? 0n)).toBe(
          made.total.minor,
        );
        expect(made.isComplete).toBe(true);
      },
    ),
  );
});

test("a higher value never makes the total lower", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e11 }), fc.nat(1e9), (value, more) => {
      const of = (minor: number) =>
        estimate(ask({ lines: [line("848210", 1n)], customsValue: money(BigInt(minor), "USD") }));
      expect(of(value + more).total.minor).toBeGreaterThanOrEqual(of(value).total.minor);
    }),
  );
});

describe("a certificate of origin Form E", () => {
  const VN_RATES = RATES.map((rate) => ({
    ...rate,
    country: "VN" as const,
    ...(rate.charge === "fee" ? { unitPrice: money(20_000n, "VND") } : {}),
  }));
  const into = (changes: Partial<DutyQuestion> = {}) =>
    ask({ country: "VN", customsValue: money(1_000_000n, "USD"), ...changes });
  const context = { rates: VN_RATES, exchange: EXCHANGE };

  test("lifts the duty and leaves the tax on the value alone", () => {
    const [common, preferred] = [estimate(into(), VN_RATES), estimate(into({ hasFormE: true }), VN_RATES)];
    // USD 10,000 are VND 259,880,000; 5 % of duty, and 16 % of tax on both.
    expect([common.duty.minor, common.vat.minor]).toEqual([12_994_000n, 43_659_840n]);
    expect([preferred.duty.minor, preferred.vat.minor]).toEqual([0n, 41_580_800n]);
    expect([common.leftOut, preferred.leftOut]).toEqual([["preference_unproved"], []]);
  });

  test("that is still to come has its own total beside the common one", () => {
    const withFormE = estimateWithFormE(into(), context);
    expect(withFormE).toMatchObject({ duty: money(0n, "VND"), total: money(41_600_800n, "VND"), isComplete: true });
    expect(estimateWithFormE(into({ hasFormE: true }), context)).toBeNull();
  });

  test("lowers nothing in another country, nor of goods that bear no duty or keep it", () => {
    expect(estimateWithFormE(ask(), { rates: RATES, exchange: EXCHANGE })).toBeNull();
    const free = VN_RATES.map((rate) => (rate.charge === "duty" ? { ...rate, rateBps: 0 } : rate));
    expect(estimateWithFormE(into(), { ...context, rates: free })).toBeNull();
    expect(estimateWithFormE(into({ lines: [line("870323", 1n)] }), context)).toBeNull();
  });
});
