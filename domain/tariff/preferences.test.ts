import { expect, test } from "vitest";
import { agreementsFor } from "./preferences";

test.each([
  ["VN", "CN", "acfta rcep"],
  ["CN", "TH", "acfta rcep"],
  ["CN", "LA", "acfta rcep cn_ldc apta"],
  ["CN", "MN", "apta"],
  ["KZ", "VN", "eaeu_vn"],
  ["UZ", "KZ", "cis"],
  ["KZ", "CN", ""],
  ["RU", "CN", ""],
  ["KG", "CN", ""],
  ["UZ", "CN", ""],
  ["CN", "KZ", ""],
  ["CN", "CN", ""],
])("imports into %s of origin %s fall under: %s", (importer, origin, expected) => {
  expect(agreementsFor(importer, origin).join(" ")).toBe(expected);
});
