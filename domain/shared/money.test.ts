import { code as listed } from "currency-codes";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  allocate,
  basisPointsOf,
  CURRENCIES,
  divideHalfEven,
  divideHalfUp,
  minorDigits,
  money,
  parseAmount,
  sumByCurrency,
  toDecimal,
} from "./money";

test("splitting loses no unit and no share is more than one unit from its exact part", () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((w) => w > 0n));
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), weights, (minor, parts) => {
      const total = parts.reduce((sum, weight) => sum + weight, 0n);
      const shares = allocate(money(minor, "CNY"), parts);
      expect(shares.reduce((sum, share) => sum + share.minor, 0n)).toBe(minor);
      for (const [at, share] of shares.entries()) {
        const exact = (minor * (parts[at] as bigint)) / total;
        expect(share.minor - exact === 0n || share.minor - exact === 1n).toBe(true);
      }
    }),
  );
});

test("amounts of two currencies are never added", () => {
  expect(() => add(money(1n, "CNY"), money(1n, "USD"))).toThrow("one currency");
});

test("an amount that SQLite would round is a fault", () => {
  expect(() => money(2n ** 53n, "CNY")).toThrow("storable");
});

test.each(CURRENCIES)("%s has as many decimal places as ISO 4217 lists", (currency) => {
  expect(minorDigits(currency)).toBe(listed(currency)?.digits);
});

test.each([
  [12345n, "CNY", "123.45"],
  [5n, "CNY", "0.05"],
  [-5n, "USD", "-0.05"],
  [5n, "VND", "5"],
] as const)("%i minor units of %s are %s", (minor, currency, text) => {
  expect(toDecimal(money(minor, currency))).toBe(text);
});

test("a percentage rounds half up to the unit", () => {
  expect(basisPointsOf(money(1_250n, "CNY"), 2).minor).toBe(0n);
  expect(basisPointsOf(money(2_500n, "CNY"), 2).minor).toBe(1n);
});

test.each([
  [5n, 2n, 2n, 3n],
  [7n, 2n, 4n, 4n],
  [-5n, 2n, -2n, -3n],
  [9n, 4n, 2n, 2n],
  [11n, 4n, 3n, 3n],
])("%i ÷ %i is %i half to even and %i half up", (numerator, denominator, even, up) => {
  expect(divideHalfEven(numerator, denominator)).toBe(even);
  expect(divideHalfUp(numerator, denominator)).toBe(up);
});

test("amounts of several currencies are added up apart, in the order in which they come", () => {
  const parts = [money(1n, "USD"), money(5n, "CNY"), money(2n, "USD")];
  expect(sumByCurrency(parts)).toEqual([money(3n, "USD"), money(5n, "CNY")]);
  expect(sumByCurrency([])).toEqual([]);
});

test.each([
  ["1250", "CNY", 125000n],
  ["1,250.00", "CNY", 125000n],
  ["1 250,00", "CNY", 125000n],
  ["1.250,00", "CNY", 125000n],
  ["1\u202F250,5", "CNY", 125050n],
  ["1'250.50", "EUR", 125050n],
  ["1,250", "CNY", 125000n],
  ["12,5", "CNY", 1250n],
  ["1.250.000", "VND", 1250000n],
  ["1,250,000", "VND", 1250000n],
  ["0.10", "USD", 10n],
  ["１２５０", "CNY", 125000n],
] as const)("%s %s is read as people mean it", (text, currency, minor) => {
  expect(parseAmount(text, currency)).toEqual({ ok: true, value: { minor, currency } });
});

test.each([
  ["", "amount_malformed"],
  ["abc", "amount_malformed"],
  ["-5", "amount_malformed"],
  ["1,2,3", "amount_malformed"],
  ["1.2.3", "amount_malformed"],
  ["1,23,456.00", "amount_malformed"],
  ["1e9", "amount_malformed"],
  ["12.345", "amount_too_precise"],
  ["1.250", "amount_too_precise"],
  ["99999999999999999", "amount_too_large"],
])("%s is refused with %s", (text, code) => {
  const result = parseAmount(text, "CNY");
  expect(result.ok ? null : result.refusal.code).toBe(code);
});

test("a currency without minor units takes no decimals", () => {
  const result = parseAmount("12.5", "VND");
  expect(result.ok ? null : result.refusal.code).toBe("amount_too_precise");
});

test("what is written as plain decimals is read back to the unit", () => {
  const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }), fc.constantFrom(...CURRENCIES));
  fc.assert(
    fc.property(amounts, ([minor, currency]) => {
      expect(parseAmount(toDecimal(money(minor, currency)), currency)).toEqual({
        ok: true,
        value: { minor, currency },
      });
    }),
  );
});
