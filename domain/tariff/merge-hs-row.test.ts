import fc from "fast-check";
import { expect, test } from "vitest";
import { HS_LANGUAGES, OWN_SOURCE } from "./hs-entry";
import type { ListRow } from "./hs-list";
import { mergeRow } from "./merge-hs-row";

const ROW: ListRow = { code: "850440", country: null, level: "subheading", labels: { en: "Static converters" } };
const ORIGIN = { source: "wco.csv", edition: "2022" };
const OWN = {
  id: "850440",
  code: "850440",
  country: null,
  level: "subheading",
  parentCode: "8504",
  labels: { en: "Inverters and chargers", kk: "Инверторлар" },
  keywords: ["inverter"],
  source: OWN_SOURCE,
  edition: "2022",
} as const;

test("the short name that the product came with stays as a keyword, and languages that the list has not stay as they are", () => {
  expect(mergeRow(OWN, ROW, ORIGIN)).toMatchObject({
    labels: { en: "Static converters", kk: "Инверторлар" },
    keywords: ["inverter", "Inverters and chargers"],
    source: "wco.csv",
  });
});

test("a label that a list brought is replaced by the next list's, and not kept as a keyword", () => {
  const first = mergeRow(undefined, ROW, ORIGIN);
  const next = mergeRow(first ?? undefined, { ...ROW, labels: { en: "Converters" } }, { ...ORIGIN, edition: "2028" });
  expect(next).toMatchObject({ labels: { en: "Converters" }, keywords: [], edition: "2028" });
});

test("a later edition that says the same is the one that the entry is of, with all that it was found by", () => {
  const first = mergeRow(OWN, ROW, ORIGIN) ?? undefined;
  expect(mergeRow(first, ROW, { source: "new.csv", edition: "2028" })).toEqual({
    ...first,
    ...{ source: "new.csv", edition: "2028" },
  });
});

test("a country's code stands below the six digits that all share", () => {
  const row: ListRow = { ...ROW, code: "8504409000", country: "KZ", level: "national" };
  expect(mergeRow(undefined, row, ORIGIN)).toMatchObject({ id: "KZ-8504409000", parentCode: "850440" });
});

test("a row that was brought once changes nothing when it is brought again", () => {
  const labels = fc.dictionary(fc.constantFrom(...HS_LANGUAGES), fc.string({ minLength: 1 }), { minKeys: 1 });
  fc.assert(
    fc.property(labels, fc.constantFrom(undefined, OWN), fc.constantFrom("2022", "2028"), (brought, known, edition) => {
      const row = { ...ROW, labels: brought };
      const merged = mergeRow(known, row, { ...ORIGIN, edition }) ?? known;
      expect(mergeRow(merged, row, { ...ORIGIN, edition })).toBeNull();
    }),
  );
});
