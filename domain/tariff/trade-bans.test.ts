import { expect, test } from "vitest";
import { goodsBan, isEmbargoed } from "./trade-bans";

test.each([
  ["930200", "KZ", "arms_hs93"],
  ["9306299000", "RU", "arms_hs93"],
  ["871000", "VN", "arms_hs93"],
  ["284410", "CN", "nuclear_goods"],
  ["261210", "CN", "nuclear_goods"],
  ["840130", "RU", "nuclear_goods"],
  ["391590", "CN", "waste_import_ban"],
  ["854911", "CN", "waste_import_ban"],
  ["391590", "VN", null],
  ["740400", "CN", null],
  ["871190", "KZ", null],
  ["950300", "KZ", null],
])("goods of HS %s on their way to %s: %s", (hsCode, destination, expected) => {
  expect(goodsBan(hsCode, destination)).toBe(expected);
});

test("North Korea alone is embargoed", () => {
  expect(["KP", "KR", "RU", "MM", "CN"].filter(isEmbargoed)).toEqual(["KP"]);
});
