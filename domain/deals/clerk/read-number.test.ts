import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalOf, multiplyDecimal, readNumber, shiftDecimal } from "./read-number";
import type { ClerkLanguage } from "./reading";

describe("a number", () => {
  test.each<[string, ClerkLanguage, string | null]>([
    ["11,200.5", "en", "11200.5"],
    ["1.234,5", "vi", "1234.5"],
    ["1 234,5", "ru", "1234.5"],
    ["1,250", "en", "1250"],
    ["1.250", "en", "1.25"],
    ["9.600", "vi", "9600"],
    ["9,600", "vi", "9.6"],
    ["9,400", "ru", null],
    ["9.400", "kk", null],
    ["0,125", "ru", "0.125"],
    ["1,250,000", "zh-CN", "1250000"],
    ["1.2.3", "en", null],
  ])("%s in %s is %s", (text, language, value) => {
    expect(readNumber(text, language)).toBe(value);
  });
});

describe("a decimal", () => {
  const parts = [fc.nat(), fc.nat({ max: 999_999 }), fc.integer({ min: -6, max: 12 })] as const;

  test("shifted there and back is itself", () => {
    fc.assert(
      fc.property(...parts, (whole, fraction, places) => {
        const value = decimalOf(String(whole), String(fraction));
        expect(shiftDecimal(shiftDecimal(value, places), -places)).toBe(value);
      }),
    );
  });

  test("multiplied is exact", () => {
    expect(multiplyDecimal(decimalOf("0", "18"), 12)).toBe("2.16");
    expect(multiplyDecimal(decimalOf("48"), 90)).toBe("4320");
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, times) => {
        expect(multiplyDecimal(decimalOf(String(one)), times)).toBe(String(BigInt(one) * BigInt(times)));
      }),
    );
  });
});
