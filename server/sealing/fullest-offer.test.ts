import { expect, test } from "vitest";
import { type CommercialTerms, commercialTermsMembers } from "@/domain/bidding/offer/commercial-terms";
import {
  ALTERNATIVE_NOTE_MAX,
  ALTERNATIVE_TITLE_MAX,
  ALTERNATIVES_MAX,
  PACKAGES_MAX,
  REGISTRATION_NUMBER_MAX,
  RELATED_WORDS_MAX,
  SUBCONTRACTOR_NAME_MAX,
  SUBCONTRACTORS_MAX,
} from "@/domain/bidding/bid-form-limits";
import { CONDITION_TYPES, type Condition, measureOf } from "@/domain/bidding/offer/commercial-terms-fields";
import type { BidContent } from "@/domain/bidding/bid";
import { PACKAGE_BPS_MAX, packageDiscountsSchema } from "@/domain/bidding/offer/offer-schema";
import type { PricedLine } from "@/domain/bidding/price-charges";
import { CHARGE_CODES, CHARGE_LINES_MAX, TIERS_MAX } from "@/domain/services/charge";
import type { LocalDate } from "@/domain/shared/time";
import { MINOR_MAX } from "@/domain/shared/money";
import { fitsPadding } from "./envelope";

const MOST = MINOR_MAX.toString();
/** Three bytes a letter, the most that one UTF-16 unit takes. */
const letters = (count: number): string => "运".repeat(count);

const LINE: PricedLine = {
  code: "OFT",
  basis: "truck_day_after_free",
  unitPriceMinor: MOST,
  rateBps: null,
  quantityMilli: null,
  amountMinor: MOST,
  isPassThrough: false,
  note: "",
};

const valueOf = (type: Condition["type"]): Condition["value"] => {
  const measure = measureOf(type);
  if ("min" in measure) return measure.max;
  if (measure.unit === "date") return "2026-12-31";
  return measure.unit === "money" ? { minor: Number(MINOR_MAX), currency: "KZT" } : true;
};

const COMMERCIAL_TERMS: CommercialTerms = {
  conditions: CONDITION_TYPES.map((type) => ({ type, value: valueOf(type) })),
  subcontractors: Array.from({ length: SUBCONTRACTORS_MAX }, () => ({
    name: letters(SUBCONTRACTOR_NAME_MAX),
    country: "KZ",
    parts: CHARGE_CODES.slice(0, 6),
    registrationNumber: "9".repeat(REGISTRATION_NUMBER_MAX),
  })),
  lateDelivery: { perDayBps: 1_000, capBps: 10_000, graceDays: 30 },
  liabilityCap: { minor: Number(MINOR_MAX), currency: "KZT" },
  insuranceCover: { minor: Number(MINOR_MAX), currency: "KZT" },
  closeOutDays: 90,
  relatedParty: { isRelated: true, words: letters(RELATED_WORDS_MAX) },
};

const PACKAGES = Array.from({ length: PACKAGES_MAX }, () => ({
  services: ["logistics", "payment", "customs", "inspection"] as const,
  discountBps: PACKAGE_BPS_MAX,
}));

/** Forty lines in all, the alternatives' included, and every member beside them at its longest. */
const fullest = (remarks: string, tiers?: PricedLine["tiers"], tiered = 0): BidContent => {
  const lines = Array.from({ length: CHARGE_LINES_MAX }, (_, place) =>
    place < tiered && tiers ? { ...LINE, tiers } : LINE,
  );
  return {
    currency: "KZT",
    lines: lines.slice(3),
    totalMinor: MOST,
    rates: [],
    transitDays: { min: 365, max: 365 },
    startDate: "2026-12-31" as LocalDate,
    validUntil: 4_102_444_800_000,
    exclusions: [...CHARGE_CODES],
    terms: {},
    remarks,
    quoteNumber: letters(40),
    ...COMMERCIAL_TERMS,
    packageDiscounts: PACKAGES,
    alternatives: Array.from({ length: ALTERNATIVES_MAX }, (_, place) => ({
      title: letters(ALTERNATIVE_TITLE_MAX),
      lines: [lines[place] ?? LINE],
      totalMinor: MOST,
      transitDays: { min: 365, max: 365 },
      startDate: "2026-12-31" as LocalDate,
      note: letters(ALTERNATIVE_NOTE_MAX),
    })),
  };
};

const fits = (content: BidContent) => fitsPadding(JSON.stringify(content));

test("the members above are as long as an offer's can be, every one of them", () => {
  expect(Object.keys(COMMERCIAL_TERMS).sort()).toEqual(Object.keys(commercialTermsMembers).sort());
  for (const [name, schema] of Object.entries(commercialTermsMembers))
    expect([name, schema.safeParse(COMMERCIAL_TERMS[name as keyof CommercialTerms]).success]).toEqual([name, true]);
  expect(packageDiscountsSchema.safeParse(PACKAGES).success).toBe(true);
});

test("everything that an offer may say beside its price fits a sealed bid beside forty lines, with room for remarks and terms", () => {
  expect(fits(fullest(letters(300)))).toBe(true);
  expect(fits({ ...fullest(""), terms: { text: "n".repeat(1_024) } })).toBe(true);
});

test("so do five prices by quantity on each of a dozen of the lines", () => {
  const tiers = Array.from({ length: TIERS_MAX }, (_, place) => ({ from: 10 ** place, unitPriceMinor: "99999999" }));
  const tiered = (count: number) => fits({ ...fullest("", tiers, count), subcontractors: [], relatedParty: null });
  expect(tiered(12)).toBe(true);
  expect(tiered(40)).toBe(false);
});
