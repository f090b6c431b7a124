import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CURRENCIES, MINOR_MAX, minorDigits } from "@/domain/shared/money";
import { formatMoney, formatVolume, formatWeight } from "./figures";
import { formatShare, listFormat, nameOrder } from "./format";

describe("money", () => {
  test.each([
    [{ minor: 4_617_200n, currency: "CNY" }, "en", "symbol", "¥46,172.00"],
    [{ minor: 4_617_200n, currency: "CNY" }, "zh-CN", "symbol", "¥46,172.00"],
    [{ minor: "125000", currency: "USD" }, "zh-CN", "code", "USD 1,250.00"],
    [{ minor: 382_500, currency: "VND" }, "en", "none", "382,500"],
    [{ minor: -50n, currency: "EUR" }, "en", "none", "-0.50"],
  ] as const)("%o in %s as %s is %s", (figure, locale, display, text) => {
    expect(formatMoney(figure, locale, { display }).replace(/\u00a0/g, " ")).toBe(text);
  });

  test("a rounded amount says whole units", () => {
    expect(formatMoney({ minor: 61_400_050n, currency: "CNY" }, "en", { isRounded: true })).toBe("¥614,001");
  });

  test("no unit is lost, whatever the size and the currency", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MINOR_MAX }), fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const shown = formatMoney({ minor, currency }, "en", { display: "none" });
        expect(BigInt(shown.replace(/\D/g, ""))).toBe(minor);
        expect(shown.split(".")[1]?.length ?? 0).toBe(minorDigits(currency));
      }),
    );
  });
});

describe("share", () => {
  test.each([
    [542, 1286, "en", "42.1%"],
    [542n, 1286n, "zh-CN", "42.1%"],
    [9999, 10_000, "en", "99.9%"],
    [1, 100_000, "en", "0.1%"],
    [0, 7, "en", "0.0%"],
    [7, 7, "en", "100.0%"],
  ] as const)("%s of %s in %s is %s", (part, whole, locale, text) => {
    expect(formatShare(part, whole, locale)).toBe(text);
  });

  test("of nothing there is no share", () => {
    expect(formatShare(0, 0, "en")).toBeNull();
  });

  test("only the whole shows as 100% and only nothing as 0%", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, at) => {
        const part = Math.min(whole - 1, Math.max(1, Math.round(whole * at)));
        expect(["0.0%", "100.0%"]).not.toContain(formatShare(part, whole, "en"));
      }),
    );
  });
});

describe("measures", () => {
  test.each([
    [19_800_000, { unit: "tonnes", value: "19.8" }],
    [1_250_000, { unit: "tonnes", value: "1.25" }],
    [999_000, { unit: "kilograms", value: "999" }],
    [12_345, { unit: "kilograms", value: "12.3" }],
  ] as const)("%s g is %o", (grams, measure) => {
    expect(formatWeight(grams, "en")).toEqual(measure);
  });

  test("volume is in cubic metres", () => {
    expect(formatVolume(180_000_000, "zh-CN")).toEqual({ unit: "cubicMetres", value: "180" });
  });
});

describe("names", () => {
  test("stand in the order of the Kazakh alphabet whether or not the machine knows it", () => {
    const names = [
      "Үрімші",
      "Еркештам",
      "Қорғас",
      "Катлай",
      "Ұлан-Батор",
      "Әулиеата",
      "Аты",
      "Ізмір",
      "Яньтай",
      "Қашқар",
    ];
    expect([...names].sort(nameOrder("kk"))).toEqual([
      "Аты",
      "Әулиеата",
      "Еркештам",
      "Катлай",
      "Қашқар",
      "Қорғас",
      "Ұлан-Батор",
      "Үрімші",
      "Ізмір",
      "Яньтай",
    ]);
  });

  test("are parted by commas in Kazakh, two as three", () => {
    expect(listFormat("kk").format(["Логистика", "Төлем"])).toBe("Логистика, Төлем");
  });
});
