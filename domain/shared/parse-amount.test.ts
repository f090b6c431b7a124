import fc from "fast-check";
import { expect, test } from "vitest";
import { CURRENCIES, money, toDecimal } from "./money";
import { parseAmount } from "./parse-amount";

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
