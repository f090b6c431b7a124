import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, languageOf } from "./reading";

describe("folding", () => {
  test("keeps every position of the NFC text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => foldText(text).length === text.normalize("NFC").length),
    );
  });

  test.each([
    ["Hữu Nghị", "huu nghi"],
    ["Үрімжіден", "уримжиден"],
    ["２６，４００ｋｇ", "26,400kg"],
    ["毛重２６，体积", "毛重26、体积"],
    ["м³", "м3"],
  ])("makes %s the same as %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

test("a text without a telling letter is taken for English", () => {
  expect(languageOf("")).toBe("en");
  expect(languageOf("12 345 / 6")).toBe("en");
});
