import { COMMERCIAL_TERMS_FORM } from "./offer/commercial-terms-fields";
import { expect, test } from "vitest";
import { bidProgress } from "./bid-progress";
import { EMPTY_ROW, withChargeRows } from "./offer/charge-rows";

const terms = ["terms.channel", "terms.midRate", "terms.kycDocuments"];
const none = { terms, errors: {} };
const lines = (...prices: string[]) =>
  withChargeRows(
    {},
    prices.map((price) => ({ ...EMPTY_ROW, code: "PAY", price })),
  );
const days = { "transitDays.min": "1", "transitDays.max": "2", validUntil: "2026-12-01T18:00" };

/** Remarks, exclusions, and all that may be said beside the price. */
const REST = 2 + COMMERCIAL_TERMS_FORM.length;

test("a bid that nobody has begun lacks a price, its days and its validity, and nothing else: one number of days is enough", () => {
  expect(bidProgress(lines("", ""), none)).toEqual([
    { part: "lines", missing: 1, given: { count: 0, all: 2 } },
    { part: "days", missing: 2 },
    { part: "terms", missing: 0, given: { count: 0, all: 3 } },
    { part: "rest", missing: 0, given: { count: 0, all: REST } },
  ]);
});

test.each([
  ["hours in place of days are enough", "24", 0],
  ["days are missing where no hours are promised", " ", 1],
])("%s", (_, hours, missing) => {
  const values = { ...lines("7"), validUntil: days.validUntil, "terms.reportHours": hours };
  const asked = { terms: ["terms.reportHours"], hoursAlone: "terms.reportHours", errors: {} };
  expect(bidProgress(values, asked)).toContainEqual({ part: "days", missing });
  expect(bidProgress(values, { ...asked, hoursAlone: undefined })).toContainEqual({ part: "days", missing: 1 });
});

test("one line with a price is enough, and all that may stay empty is counted where it is given", () => {
  const values = { ...lines("", "7"), ...days, "terms.kycDocuments": ["ownership", "licence"], remarks: "By noon" };
  expect(bidProgress(values, none)).toEqual([
    { part: "lines", missing: 0, given: { count: 1, all: 2 } },
    { part: "days", missing: 0 },
    { part: "terms", missing: 0, given: { count: 1, all: 3 } },
    { part: "rest", missing: 0, given: { count: 1, all: REST } },
  ]);
});

test("what is to be mended is missing in the part that shows it, once", () => {
  const errors = {
    "charges[0].price": "a",
    "charges[1].note": "b",
    validUntil: "c",
    "terms.midRate": "d",
    remarks: "e",
  };
  expect(bidProgress(lines("", ""), { terms, errors }).map(({ part, missing }) => [part, missing])).toEqual([
    ["lines", 2],
    ["days", 2],
    ["terms", 1],
    ["rest", 1],
  ]);
});

test("a form without a line at all shows one to fill in", () => {
  expect(bidProgress({}, none)[0]).toEqual({ part: "lines", missing: 1, given: { count: 0, all: 1 } });
});
