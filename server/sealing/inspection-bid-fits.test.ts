import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import type { BidContent } from "@/domain/bidding/bid";
import { REMARKS_MAX } from "@/domain/bidding/bid-form-limits";
import { CHARGE_CODES, CHARGE_LINES_MAX } from "@/domain/services/charge";
import {
  DATE_SLOTS_MAX,
  INSPECTION_BODY_TYPES,
  INSPECTOR_GRADES,
  REPORT_LANGUAGES,
} from "@/domain/services/inspection/choices";
import { inspectionTermsSchema } from "@/domain/services/inspection/schema";
import { inspectionTermsFields } from "@/domain/services/inspection/terms";
import { fitsPadding, SEALED_BYTES } from "./envelope";

/** The longest that a letter becomes in UTF-8 for one of its counted units. */
const WIDE = "检";
const LARGEST = "9007199254740991";
/** What terms of inspection may take of the block at most. */
const TERMS_BYTES_MAX = 1_024;

const longestTerms = {
  manDaysOfferedMilli: 1_000_000,
  inspectorGrade: "lead_auditor",
  inspectorLanguages: [...REPORT_LANGUAGES],
  accreditationType: "A",
  accreditationNumber: WIDE.repeat(60),
  dateSlots: ["2026-11-18", "2026-11-19", "2026-11-20"],
  reportHours: 240,
  reportLanguage: "zh-CN",
  cancellationHours: 240,
  isImpartial: false,
};

const worst = (note: string): BidContent => ({
  currency: "CNY",
  transitDays: { min: 365, max: 365 },
  validUntil: Number.MAX_SAFE_INTEGER,
  exclusions: [...CHARGE_CODES],
  terms: longestTerms,
  remarks: WIDE.repeat(REMARKS_MAX),
  totalMinor: LARGEST,
  rates: [{ base: "USD", quote: "CNY", rate: "7.1642000000", day: "2026-11-24" as never, source: WIDE.repeat(80) }],
  lines: Array.from({ length: CHARGE_LINES_MAX }, () => ({
    code: "MND",
    basis: "weekend_man_day",
    unitPriceMinor: LARGEST,
    rateBps: null,
    quantityMilli: Number.MAX_SAFE_INTEGER,
    amountMinor: LARGEST,
    isPassThrough: false,
    note,
  })),
});

test("the terms above are as long as terms of inspection can be in every member", () => {
  expect(Object.keys(longestTerms).sort()).toEqual(inspectionTermsFields.map(({ member }) => member).sort());
  expect(inspectionTermsSchema.safeParse(longestTerms).success).toBe(true);
  const longer = { ...longestTerms, accreditationNumber: WIDE.repeat(61) };
  expect(inspectionTermsSchema.safeParse(longer).success).toBe(false);
});

test("an inspection bid with every line, the longest remarks, terms and exclusions fits the one size of sealed bids", () => {
  expect(fitsPadding(JSON.stringify(worst("")))).toBe(true);
});

test("and still has room for a note of eighty letters on each of its forty lines", () => {
  expect(fitsPadding(JSON.stringify(worst("n".repeat(80))))).toBe(true);
});

test("no terms of inspection take more than a sixteenth of the block", () => {
  const day = fc.integer({ min: 10, max: 28 }).map((number) => `2026-11-${number}`);
  const terms = fc.record(
    {
      manDaysOfferedMilli: fc.integer({ min: 100, max: 1_000_000 }),
      inspectorGrade: fc.constantFrom(...INSPECTOR_GRADES),
      inspectorLanguages: fc.subarray([...REPORT_LANGUAGES]),
      accreditationType: fc.constantFrom(...INSPECTION_BODY_TYPES),
      accreditationNumber: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
      dateSlots: fc.uniqueArray(day, { maxLength: DATE_SLOTS_MAX }),
      reportHours: fc.integer({ min: 1, max: 240 }),
      reportLanguage: fc.constantFrom(...REPORT_LANGUAGES),
      cancellationHours: fc.integer({ min: 0, max: 240 }),
      isImpartial: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(terms, (wire) => {
      const read = inspectionTermsSchema.safeParse(wire);
      fc.pre(read.success);
      const bytes = Buffer.byteLength(JSON.stringify(read.success && z.encode(inspectionTermsSchema, read.data)));
      expect(bytes).toBeLessThanOrEqual(TERMS_BYTES_MAX);
    }),
  );
  expect(Buffer.byteLength(JSON.stringify(longestTerms))).toBeLessThanOrEqual(TERMS_BYTES_MAX);
  expect(TERMS_BYTES_MAX * 16).toBe(SEALED_BYTES);
});
