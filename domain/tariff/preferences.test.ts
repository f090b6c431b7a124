import { expect, test } from "vitest";
import { agreementsFor, isFreeByFormE } from "./preferences";

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

test.each([
  ["CN", "VN", "0810600000", true],
  ["VN", "CN", "85171300", true],
  // Wheat flour, natural rubber and cars keep a duty.
  ["CN", "TH", "4001220000", false],
  ["CN", "VN", "1101000001", false],
  ["VN", "CN", "87038097", false],
  ["CN", "KZ", "0810600000", false],
  ["CN", null, "0810600000", false],
])("Form E into %s of origin %s frees %s of duty: %s", (importer, originCountry, hsCode, isFree) => {
  expect(isFreeByFormE(importer, { hsCode, originCountry })).toBe(isFree);
});
