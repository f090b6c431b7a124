import { expect, test } from "vitest";
import { isOddlyCounted, legalUnitOf } from "./legal-units";

test.each([
  ["CN", "4411142900", "cubic_metre"],
  ["CN", "6907211000", "square_metre"],
  ["CN", "6115950019", "pair"],
  ["CN", "6109100010", "piece"],
  ["CN", "8708299000", "kg"],
  ["CN", "2804619090", null],
  ["KZ", "6907210009", null],
] as const)("the customs of %s count goods of %s in %s", (country, hsCode, unit) => {
  expect(legalUnitOf(country, hsCode)).toBe(unit);
});

test.each([
  ["4411142900", { piece: 652_000 }, true],
  ["4411142900", { cubic_metre: 34_900 }, false],
  ["4411142900", { kg: 25_000_000 }, false],
  ["4411142900", { piece: 652_000, cubic_metre: 34_900 }, false],
  ["4411142900", {}, false],
  ["2804619090", { piece: 1_000 }, false],
])("to China's customs a quantity of %s in %j is odd: %s", (hsCode, quantitiesMilli, isOdd) => {
  expect(isOddlyCounted("CN", { hsCode, quantitiesMilli })).toBe(isOdd);
});
