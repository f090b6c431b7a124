import { expect, test } from "vitest";
import { agreementsFor, isFreeByFormE, KEPT_UNDER_ACFTA } from "./preferences";

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
  // Goods within China's tariff quotas keep a duty, and so do their flours; other fertilisers do not.
  ["CN", "VN", "1101000001", false],
  ["CN", "TH", "1006302001", false],
  ["CN", "VN", "1102902100", false],
  ["CN", "MM", "1701140001", false],
  ["CN", "VN", "3102100090", false],
  ["CN", "VN", "3102300000", true],
  ["CN", "TH", "4001220000", false],
  ["CN", "TH", "4002800000", true],
  // Viet Nam keeps duties on cars, motorcycles, engines, petroleum and eggs, and on some steel and household goods.
  ["VN", "CN", "87038097", false],
  ["VN", "CN", "87116092", false],
  ["VN", "CN", "84082010", false],
  ["VN", "CN", "27101211", false],
  ["VN", "CN", "04072100", false],
  ["VN", "CN", "72104912", false],
  ["VN", "CN", "84151020", false],
  ["VN", "CN", "54075200", true],
  ["VN", "CN", "07032090", true],
  ["CN", "KZ", "0810600000", false],
  ["CN", null, "0810600000", false],
])("Form E into %s of origin %s frees %s of duty: %s", (importer, originCountry, hsCode, isFree) => {
  expect(isFreeByFormE(importer, { hsCode, originCountry })).toBe(isFree);
});

test("every group of goods that keeps a duty under the agreement names its source with its year, once", () => {
  for (const groups of Object.values(KEPT_UNDER_ACFTA)) {
    const headings = groups.flatMap((group) => group.headings);
    expect(new Set(headings).size).toBe(headings.length);
    for (const { source } of groups) expect(source).toMatch(/\b20\d\d\b/);
  }
});
