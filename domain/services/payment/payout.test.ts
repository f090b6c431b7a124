import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert, inMinorUnits } from "@/domain/shared/exchange-rate";
import type { LocalDate } from "@/domain/shared/time";
import { CURRENCIES, type Currency, money } from "@/domain/shared/money";
import { type PayoutCosts, effectiveCostBps, payeeReceives, payerPays } from "./payout";

const USD_CNY = { num: 712n, den: 100n };
const CNY_VND = { num: 3_650n, den: 1n };
const VND_CNY = { num: 1n, den: 3_650n };
const CNY_KZT = { num: 7_405n, den: 100n };
const KZT_CNY = { num: 100n, den: 7_405n };
const KZT_VND = { num: 4_929n, den: 100n };
const EQUAL = { num: 1n, den: 1n };

type Fees = { spread?: number; percent?: number; least?: bigint; fixed?: bigint };

const costs = (mid: PayoutCosts["mid"], { spread = 0, percent = 0, least = 0n, fixed = 0n }: Fees): PayoutCosts => ({
  mid,
  spreadBps: spread,
  percentFees: [{ rateBps: percent, minimumMinor: least }],
  fixedFeeMinor: fixed,
});

const ALL: Fees = { spread: 30, percent: 50, least: 25_00n, fixed: 35_00n };

/** Each figure was worked out by hand, as its last column says. */
describe("the payee receives", () => {
  test.each<[Currency, bigint, Currency, PayoutCosts["mid"], Fees, bigint, string]>([
    ["USD", 10_000_00n, "CNY", USD_CNY, {}, 71_200_00n, "10,000 × 7.12"],
    ["USD", 10_000_00n, "CNY", USD_CNY, { spread: 30 }, 70_986_40n, "9,970 × 7.12"],
    ["USD", 10_000_00n, "CNY", USD_CNY, { spread: 30, fixed: 35_00n }, 70_737_20n, "9,935 × 7.12"],
    ["USD", 10_000_00n, "CNY", USD_CNY, { percent: 50 }, 70_844_00n, "9,950 × 7.12"],
    ["USD", 10_000_00n, "CNY", USD_CNY, { percent: 10, least: 25_00n }, 71_022_00n, "9,975 × 7.12: 10 is below 25"],
    ["USD", 10_000_00n, "CNY", USD_CNY, { percent: 25, least: 25_00n }, 71_022_00n, "9,975 × 7.12: 25 is 25"],
    ["USD", 10_000_00n, "CNY", USD_CNY, { percent: 26, least: 25_00n }, 71_014_88n, "9,974 × 7.12: 26 is above 25"],
    ["USD", 10_000_00n, "CNY", USD_CNY, { least: 25_00n }, 71_022_00n, "9,975 × 7.12: a minimum alone"],
    ["USD", 10_000_00n, "CNY", USD_CNY, ALL, 70_381_20n, "(10,000 − 30 − 50 − 35) × 7.12"],
    ["CNY", 1_000_00n, "VND", CNY_VND, {}, 3_650_000n, "1,000 × 3,650"],
    ["CNY", 1_000_00n, "VND", CNY_VND, { spread: 20, fixed: 5_00n }, 3_624_450n, "993 × 3,650"],
    ["CNY", 1_00n, "VND", CNY_VND, { spread: 1 }, 3_650n, "0.9999 × 3,650 = 3,649.635"],
    ["CNY", 1n, "VND", CNY_VND, {}, 36n, "0.01 × 3,650 = 36.5, to even"],
    ["CNY", 3n, "VND", CNY_VND, {}, 110n, "0.03 × 3,650 = 109.5, to even"],
    ["VND", 1_000_000n, "CNY", VND_CNY, {}, 273_97n, "1,000,000 ÷ 3,650 = 273.972…"],
    ["VND", 3_650n, "CNY", VND_CNY, { fixed: 73n }, 98n, "3,577 ÷ 3,650 = 0.98"],
    ["VND", 10_000_000n, "CNY", VND_CNY, { spread: 100 }, 2_712_33n, "9,900,000 ÷ 3,650 = 2,712.328…"],
    ["CNY", 630_000_00n, "KZT", CNY_KZT, {}, 46_651_500_00n, "630,000 × 74.05"],
    ["CNY", 630_000_00n, "KZT", CNY_KZT, { spread: 45 }, 46_441_568_25n, "627,165 × 74.05"],
    ["KZT", 1_000_000_00n, "CNY", KZT_CNY, {}, 13_504_39n, "1,000,000 ÷ 74.05 = 13,504.388…"],
    [
      "KZT",
      1_000_000_00n,
      "CNY",
      KZT_CNY,
      { spread: 60, fixed: 12_000_00n },
      13_261_31n,
      "982,000 ÷ 74.05 = 13,261.309…",
    ],
    ["KZT", 100_00n, "VND", KZT_VND, {}, 4_929n, "100 × 49.29"],
    ["KZT", 2n, "VND", KZT_VND, {}, 1n, "0.02 × 49.29 = 0.9858"],
    ["CNY", 500_00n, "CNY", EQUAL, { fixed: 15_00n }, 485_00n, "500 − 15"],
  ])("of %s %d in %s at %o with %o: %d", (from, minor, to, mid, fees, received) => {
    expect(payeeReceives(money(minor, from), to, costs(mid, fees))).toEqual({ ok: true, value: money(received, to) });
  });

  test.each([
    ["all of the amount", 30_00n],
    ["more than the amount", 35_00n],
  ])("nothing where the costs take %s, which is a refusal", (_name, fixed) => {
    const result = payeeReceives(money(30_00n, "USD"), "CNY", costs(USD_CNY, { fixed }));
    expect(result.ok ? null : result.refusal.code).toBe("costs_above_amount");
  });

  test("after several percentages, each held to its own minimum", () => {
    const percentFees = [
      { rateBps: 10, minimumMinor: 25_00n },
      { rateBps: 100, minimumMinor: 25_00n },
    ];
    const result = payeeReceives(money(10_000_00n, "USD"), "CNY", { ...costs(USD_CNY, {}), percentFees });
    expect(result).toEqual({ ok: true, value: money(70_310_00n, "CNY") });
  });
});

describe("the payer pays, where the payee is to receive", () => {
  test.each<[Currency, bigint, Currency, PayoutCosts["mid"], Fees, bigint, string]>([
    ["CNY", 71_200_00n, "USD", USD_CNY, {}, 10_000_00n, "71,200 ÷ 7.12"],
    ["CNY", 71_200_00n, "USD", USD_CNY, { spread: 30 }, 10_030_00n, "10,000 + 30"],
    ["CNY", 71_200_00n, "USD", USD_CNY, { percent: 10, least: 25_00n }, 10_025_00n, "10,000 + 25"],
    ["CNY", 71_200_00n, "USD", USD_CNY, { percent: 26, least: 25_00n }, 10_026_00n, "10,000 + 26"],
    ["CNY", 71_200_00n, "USD", USD_CNY, ALL, 10_115_00n, "10,000 + 30 + 50 + 35"],
    ["VND", 3_650_000n, "CNY", CNY_VND, { spread: 20, fixed: 5_00n }, 1_007_00n, "1,000 + 2 + 5"],
    ["VND", 100n, "CNY", CNY_VND, {}, 3n, "100 ÷ 3,650 = 0.0273…"],
    ["KZT", 46_651_500_00n, "CNY", CNY_KZT, { spread: 45 }, 632_835_00n, "630,000 × 1.0045"],
    ["CNY", 13_504_39n, "KZT", KZT_CNY, {}, 1_000_000_08n, "13,504.39 × 74.05 = 1,000,000.0795"],
    ["CNY", 100_00n, "VND", VND_CNY, { spread: 100 }, 368_650n, "365,000 + 3,650"],
    ["CNY", 500_00n, "CNY", EQUAL, { fixed: 15_00n }, 515_00n, "500 + 15"],
  ])("%s %d, in %s at %o with %o: %d", (to, minor, from, mid, fees, paid) => {
    expect(payerPays(money(minor, to), from, costs(mid, fees))).toEqual({ ok: true, value: money(paid, from) });
  });
});

describe("the effective cost", () => {
  const usd = (minor: bigint) => money(minor, "USD");
  const cny = (minor: bigint) => money(minor, "CNY");

  test.each<[string, bigint, bigint, "paid" | "received", bigint, number]>([
    ["nothing lost", 10_000_00n, 71_200_00n, "paid", 0n, 0],
    ["115 of 10,000 lost", 10_000_00n, 70_381_20n, "paid", 0n, 115],
    ["115 lost and 50 billed beside", 10_000_00n, 70_381_20n, "paid", 50_00n, 165],
    ["only 50 billed beside", 10_000_00n, 71_200_00n, "paid", 50_00n, 50],
    ["a rate better than the mid", 10_000_00n, 71_271_20n, "paid", 0n, -10],
    ["115 on top of what is to arrive", 10_115_00n, 71_200_00n, "received", 0n, 115],
    ["115 on top and 50 beside", 10_115_00n, 71_200_00n, "received", 50_00n, 165],
  ])("of %s", (_name, paid, received, fixed, otherChargesMinor, bps) => {
    expect(effectiveCostBps({ paid: usd(paid), received: cny(received), fixed, otherChargesMinor }, USD_CNY)).toBe(bps);
  });
});

describe("for every amount, rate and fee", () => {
  const currency = fc.constantFrom(...CURRENCIES);
  const amount = fc.bigInt({ min: 1n, max: 10n ** 11n });
  const mid = fc.record({ num: fc.bigInt({ min: 1n, max: 10n ** 6n }), den: fc.bigInt({ min: 1n, max: 10n ** 6n }) });
  const bps = fc.integer({ min: 0, max: 2_000 });
  const fee = fc.bigInt({ min: 0n, max: 10n ** 6n });
  const any = fc.record({
    from: currency,
    to: currency,
    minor: amount,
    mid,
    spread: bps,
    percent: bps,
    least: fee,
    fixed: fee,
  });

  test("more spread never leaves the payee more, and never costs the payer less", () => {
    const compared = { received: 0, paid: 0 };
    fc.assert(
      fc.property(any, bps, ({ from, to, minor, mid: rate, ...fees }, more) => {
        const wider = costs(rate, { ...fees, spread: fees.spread + more });
        const [received, less] = [costs(rate, fees), wider].map((each) => payeeReceives(money(minor, from), to, each));
        if (received?.ok && less?.ok) {
          compared.received += 1;
          expect(less.value.minor <= received.value.minor).toBe(true);
        }
        const [paid, dearer] = [costs(rate, fees), wider].map((each) => payerPays(money(minor, to), from, each));
        if (paid?.ok && dearer?.ok) {
          compared.paid += 1;
          expect(dearer.value.minor >= paid.value.minor).toBe(true);
        }
      }),
    );
    expect([compared.received > 10, compared.paid > 10]).toEqual([true, true]);
  });

  test("a greater minimum or fixed fee never leaves the payee more", () => {
    let compared = 0;
    fc.assert(
      fc.property(any, fee, ({ from, to, minor, mid: rate, ...fees }, more) => {
        const received = payeeReceives(money(minor, from), to, costs(rate, fees));
        for (const dearer of [{ least: fees.least + more }, { fixed: fees.fixed + more }]) {
          const less = payeeReceives(money(minor, from), to, costs(rate, { ...fees, ...dearer }));
          if (!received.ok || !less.ok) continue;
          compared += 1;
          expect(less.value.minor <= received.value.minor).toBe(true);
        }
      }),
    );
    expect(compared).toBeGreaterThan(10);
  });

  test("without costs the payee receives what the market converts", () => {
    const decimals = fc.integer({ min: 1, max: 10 ** 9 });
    fc.assert(
      fc.property(currency, amount, decimals, (to, minor, thousandths) => {
        if (to === "CNY") return;
        const rate = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, "0")}`;
        const day = "2026-11-24" as LocalDate;
        const rates = [{ base: "CNY", quote: to, rate, day, source: "test" } as const];
        const converted = convert(money(minor, "CNY"), to, rates, day);
        const free = costs({ num: BigInt(thousandths), den: 1000n }, {});
        const received = payeeReceives(money(minor, "CNY"), to, free);
        expect(received.ok && received.value).toEqual(converted.ok && converted.value.amount);
      }),
    );
  });

  test("what arrives is within half a minor unit of the exact figure, in currencies without minor units too", () => {
    let reckoned = 0;
    fc.assert(
      fc.property(any, ({ from, to, minor, mid: rate, spread }) => {
        const received = payeeReceives(money(minor, from), to, costs(rate, { spread }));
        if (!received.ok) return;
        reckoned += 1;
        const { num, den } = inMinorUnits(rate, from, to);
        const twice = 2n * (received.value.minor * den * 10_000n - minor * (10_000n - BigInt(spread)) * num);
        expect((twice < 0n ? -twice : twice) <= den * 10_000n).toBe(true);
      }),
    );
    expect(reckoned).toBeGreaterThan(10);
  });
});
