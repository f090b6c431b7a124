import fc from "fast-check";
import { expect, test } from "vitest";
import { convert, type ExchangeRate, parseRate } from "./exchange-rate";
import type { LocalDate } from "./time";
import { money } from "./money";

const on = (day: string) => day as LocalDate;
const rate = (base: string, quote: string, value: string, day: string): ExchangeRate =>
  ({ base, quote, rate: value, day: on(day), source: "test" }) as ExchangeRate;

const RATES = [
  rate("USD", "CNY", "7.12", "2026-11-01"),
  rate("USD", "CNY", "7.10", "2026-10-01"),
  rate("CNY", "VND", "3650", "2026-11-01"),
  rate("CNY", "KZT", "74.0", "2026-09-01"),
];

test.each([
  ["dollars to yuan by the rate of the day", 10_000n, "USD", "CNY", 71_200n],
  ["yuan to dong, which has no minor unit", 100n, "CNY", "VND", 3_650n],
  ["dong to yuan", 3_650n, "VND", "CNY", 100n],
  ["dollars to dong through yuan, rounded once", 100n, "USD", "VND", 25_988n],
  ["a currency to itself without a rate", 5n, "KZT", "KZT", 5n],
] as const)("%s", (_name, minor, from, to, expected) => {
  const result = convert(money(minor, from), to, RATES, on("2026-11-20"));
  expect(result.ok ? result.value.amount : result).toEqual({ minor: expected, currency: to });
});

test("a later rate than the day is not used", () => {
  const result = convert(money(100n, "USD"), "CNY", RATES, on("2026-10-15"));
  expect(result.ok && result.value.amount.minor).toBe(710n);
});

test("a missing rate is a refusal that names currency and day", () => {
  const result = convert(money(100n, "RUB"), "CNY", RATES, on("2026-11-20"));
  expect(result).toEqual({
    ok: false,
    refusal: { code: "rate_missing", details: { currency: "RUB", day: "2026-11-20" } },
  });
});

test("a rate is used on its 35th day and refused on its 36th", () => {
  expect(convert(money(100n, "CNY"), "KZT", RATES, on("2026-10-06")).ok).toBe(true);
  const stale = convert(money(100n, "CNY"), "KZT", RATES, on("2026-10-07"));
  expect(stale.ok ? null : stale.refusal.code).toBe("rate_stale");
});

test("a result beyond what can be stored is a refusal", () => {
  const result = convert(money(2n ** 53n - 1n, "USD"), "VND", RATES, on("2026-11-20"));
  expect(result.ok ? null : result.refusal.code).toBe("amount_too_large");
});

test("the rates that were used come with the amount", () => {
  const result = convert(money(100n, "USD"), "VND", RATES, on("2026-11-20"));
  expect(result.ok && result.value.rates.map((used) => `${used.base}/${used.quote} ${used.day}`)).toEqual([
    "USD/CNY 2026-11-01",
    "CNY/VND 2026-11-01",
  ]);
});

test("more money never converts to less", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      const of = (minor: bigint) => convert(money(minor, "USD"), "VND", RATES, on("2026-11-20"));
      const [first, second] = [of(less), of(more)];
      expect(first.ok && second.ok && first.value.amount.minor <= second.value.amount.minor).toBe(true);
    }),
  );
});

test.each(["0", "0.000", "-1", "1e3", "", "7,12", "1.12345678901"])("%s is no rate", (text) => {
  expect(parseRate(text)).toBeNull();
});
