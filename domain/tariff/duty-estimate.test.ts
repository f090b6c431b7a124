import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../shared/time";
import { type Currency, money } from "../shared/money";
import { chargeByRate, type UnitQuantities } from "./duty-estimate";
import { dutyRate, EXCHANGE } from "./duty-example";
import type { DutyRate } from "./duty-rate";

const per = (minor: bigint, currency: Currency, unit: DutyRate["unit"]) => ({
  unitPrice: money(minor, currency),
  unit,
});
const specific = (minor: bigint, currency: Currency, unit: DutyRate["unit"]) =>
  dutyRate({ method: "specific", rateBps: null, ...per(minor, currency, unit) });

const charged = (rate: DutyRate, minor: bigint, quantities: UnitQuantities, currency: Currency = "KZT") => {
  const result = chargeByRate(rate, money(minor, currency), { quantities, exchange: EXCHANGE });
  return result.ok ? result.value.amount.minor : result.refusal.code;
};

describe("a charge reckoned by hand", () => {
  test.each<[what: string, rate: DutyRate, baseMinor: bigint, quantities: UnitQuantities, amount: bigint]>([
    ["5 % of 100.00", dutyRate(), 10_000n, {}, 500n],
    ["6.5 % of 1.00, half a tiyn up", dutyRate({ rateBps: 650 }), 100n, {}, 7n],
    ["6.5 % of 0.99", dutyRate({ rateBps: 650 }), 99n, {}, 6n],
    ["nothing by a rate of nothing", dutyRate({ rateBps: 0 }), 10_000n, {}, 0n],
    ["0.01 % of 0.50, half a hundredth", dutyRate({ rateBps: 1 }), 5_000n, {}, 1n],
    ["120.00 a piece, 300 pieces", specific(12_000n, "KZT", "piece"), 1n, { piece: 300_000 }, 3_600_000n],
    ["0.06 EUR a kg, 12,345.678 kg", specific(6n, "EUR", "kg"), 1n, { kg: 12_345_678 }, 45_222_177n],
    [
      "1.50 EUR a litre, half a litre, half a tiyn to even",
      specific(150n, "EUR", "litre"),
      1n,
      { litre: 500 },
      45_788n,
    ],
    ["0.70 EUR a pair, 1,000 pairs", specific(70n, "EUR", "pair"), 1n, { pair: 1_000_000 }, 42_735_000n],
    ["2.00 a square metre, 3.5", specific(200n, "KZT", "square_metre"), 1n, { square_metre: 3_500 }, 700n],
    [
      "5 % of 1,000.00 and 0.10 a kg",
      dutyRate({ method: "sum", ...per(10n, "KZT", "kg") }),
      100_000n,
      { kg: 100_000 },
      6_000n,
    ],
    [
      "sum with euros: 5 % of 1,000.00 and 1 EUR a kg",
      dutyRate({ method: "sum", ...per(100n, "EUR", "kg") }),
      100_000n,
      { kg: 1_000 },
      66_050n,
    ],
    [
      "10 % of 1,000,000.00 beside 1.75 EUR a kg of 10 kg: the share",
      dutyRate({ method: "larger", rateBps: 1_000, ...per(175n, "EUR", "kg") }),
      100_000_000n,
      { kg: 10_000 },
      10_000_000n,
    ],
    [
      "10 % of 100,000.00 beside 1.75 EUR a kg of 10 kg: the amount a kg",
      dutyRate({ method: "larger", rateBps: 1_000, ...per(175n, "EUR", "kg") }),
      10_000_000n,
      { kg: 10_000 },
      1_068_375n,
    ],
    [
      "the larger of equals",
      dutyRate({ method: "larger", ...per(500n, "KZT", "piece") }),
      10_000n,
      { piece: 1_000 },
      500n,
    ],
  ])("%s", (_, rate, baseMinor, quantities, amount) => {
    expect(charged(rate, baseMinor, quantities)).toBe(amount);
  });

  test("in dong has no smaller unit", () => {
    expect(charged(dutyRate({ rateBps: 800 }), 12n, {}, "VND")).toBe(1n);
    expect(charged(dutyRate({ rateBps: 800 }), 6n, {}, "VND")).toBe(0n);
    expect(charged(specific(100n, "EUR", "kg"), 1n, { kg: 1_000 }, "VND")).toBe(30_112n);
  });

  test.each<[what: string, rate: DutyRate, quantities: UnitQuantities, code: string]>([
    ["without the quantity", specific(6n, "EUR", "kg"), {}, "quantity_missing"],
    [
      "without the quantity of the smaller part",
      dutyRate({ method: "larger", ...per(6n, "EUR", "kg") }),
      {},
      "quantity_missing",
    ],
    ["without an exchange rate", dutyRate({ method: "sum", ...per(6n, "THB", "kg") }), { kg: 1 }, "rate_missing"],
    ["beyond what can be kept", specific(9_007_199_254_740_991n, "KZT", "kg"), { kg: 2_000 }, "amount_too_large"],
  ])("is refused and never nothing: %s", (_, rate, quantities, code) => {
    expect(charged(rate, 100n, quantities)).toBe(code);
  });

  test("in euros names the exchange rates that it used, and is refused at one too old", () => {
    const rate = specific(6n, "EUR", "kg");
    const made = chargeByRate(rate, money(1n, "KZT"), { quantities: { kg: 1_000 }, exchange: EXCHANGE });
    expect(made.ok && made.value.exchangeRates.map(({ base, quote }) => base + quote)).toEqual(["EURCNY", "CNYKZT"]);
    const later = { ...EXCHANGE, day: "2027-01-24" as LocalDate };
    expect(chargeByRate(rate, money(1n, "KZT"), { quantities: { kg: 1_000 }, exchange: later })).toMatchObject({
      refusal: { code: "rate_stale" },
    });
  });
});

test("of a higher value the charge is never lower, by any method", () => {
  const rates = fc.record({
    method: fc.constantFrom("ad_valorem", "specific", "sum", "larger" as const),
    rateBps: fc.nat(100_000),
    unitPrice: fc.nat(1_000_000).map((minor) => money(BigInt(minor), "EUR")),
    unit: fc.constant("kg" as const),
  });
  fc.assert(
    fc.property(rates, fc.nat(1e9), fc.nat(1e9), fc.nat(1e8), (changes, value, more, kg) => {
      const rate = dutyRate(changes as Partial<DutyRate>);
      const [low, high] = [charged(rate, BigInt(value), { kg }), charged(rate, BigInt(value + more), { kg })];
      expect(high as bigint).toBeGreaterThanOrEqual(low as bigint);
    }),
  );
});
