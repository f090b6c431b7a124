import { expect, test } from "vitest";
import { numberPart, spellNumber } from "./number-part";

test.each([
  ["KO-2611-7F3K2Q", "KO26117F3K2Q"],
  ["ko26117f3k2q", "KO26117F3K2Q"],
  [" 7f3k2q ", "7F3K2Q"],
  ["K2Q", "K2Q"],
  ["2611-7F", "26117F"],
  // Zero and one are often typed as the letters that they look like.
  ["KO-26l1-7F3KOQ", "KO26117F3K0Q"],
  ["abcdef", "ABCDEF"],
  ["xcdsy", "XCDSY"],
])("%j is a part of a number", (typed, part) => {
  expect(numberPart(typed)).toBe(part);
});

test.each([
  [""],
  ["7F"],
  ["tea"],
  ["cathodes"],
  ["pine box"],
  ["霍尔果斯"],
  ["KO-2611-7F3K2Q-1"],
  ["7F3%"],
  ["cotton 7f3 towels"],
])("%j is no part of a number", (typed) => {
  expect(numberPart(typed)).toBeNull();
});

test("a number without dashes is looked for as with them, and other words as they are", () => {
  expect(spellNumber("kr26117f3k2q")).toBe("KR 2611 7F3K2Q");
  expect(spellNumber("KD-2611-7F")).toBe("KD 2611 7F");
  expect(spellNumber("cotton towels")).toBe("cotton towels");
  expect(spellNumber("850440")).toBe("850440");
});
