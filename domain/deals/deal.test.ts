import { expect, test } from "vitest";
import { type CargoLine, hasNotes } from "./deal";

const bare = {
  netWeightGrams: null,
  originCountry: null,
  dangerousGoods: null,
  isStackable: null,
  marks: null,
} as CargoLine;

test.each([
  [{}, false],
  [{ netWeightGrams: 1 }, true],
  [{ originCountry: "VN" }, true],
  [{ dangerousGoods: { unNumber: "3480", hazardClass: "9" } }, true],
  [{ isStackable: false }, true],
  [{ marks: "KN 12" }, true],
] as const)("a line with %j has more to say than its figures: %s", (more, expected) => {
  expect(hasNotes({ ...bare, ...more } as CargoLine)).toBe(expected);
});
