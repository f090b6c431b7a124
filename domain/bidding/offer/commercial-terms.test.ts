import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLocalDate } from "../../shared/time";
import { offerSchema } from "./offer-schema";
import {
  COMMERCIAL_TERMS_FORM,
  CONDITIONS,
  CONDITION_TYPES,
  type Condition,
  isCommercialTermsName,
  measureOf,
} from "./commercial-terms-fields";
import { commercialTermsValues, NOTHING_BESIDE, readCommercialTermsForm } from "./commercial-terms-form";
import { commercialTermsOf, conditionsSchema } from "./commercial-terms";

const offer = (more: object) => ({
  currency: "CNY",
  charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor: 1, currency: "CNY" } }],
  transitDays: { min: 1, max: 2 },
  validUntil: "2026-12-15T10:00:00Z",
  ...more,
});

const messages = (more: object) =>
  (offerSchema.safeParse(offer(more)).error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);

/** A value that each condition takes. */
const valueFor = (type: Condition["type"]): fc.Arbitrary<Condition["value"]> => {
  const measure = measureOf(type);
  if ("min" in measure) return fc.integer(measure);
  if (measure.unit === "holds") return fc.constant(true as const);
  if (measure.unit === "date") return fc.integer({ min: 10, max: 28 }).map((day) => `2026-12-${day}`);
  return fc.integer({ min: 1, max: 1_000_000 }).map((minor) => ({ minor, currency: "CNY" as const }));
};

const conditions = fc
  .subarray([...CONDITION_TYPES])
  .chain((types) => fc.tuple(...types.map((type) => fc.record({ type: fc.constant(type), value: valueFor(type) }))));

describe("conditions", () => {
  test("each of the market's conditions takes its own unit within its limits and no other (lesson 26: no price-bearing free text)", () => {
    for (const type of CONDITION_TYPES) {
      const isTaken = (value: unknown) => conditionsSchema.safeParse([{ type, value }]).success;
      const measure = measureOf(type);
      expect(isTaken("carrier pays extra")).toBe(false);
      expect(isTaken(true)).toBe(measure.unit === "holds");
      expect(isTaken("2026-12-01")).toBe(measure.unit === "date");
      expect(isTaken({ minor: 100, currency: "CNY" })).toBe(measure.unit === "money");
      expect(isTaken({ minor: 0, currency: "CNY" })).toBe(false);
      if (!("min" in measure)) continue;
      expect([measure.min - 1, measure.min, measure.max, measure.max + 1].map(isTaken)).toEqual([
        false,
        true,
        true,
        false,
      ]);
    }
    expect(Object.keys(CONDITIONS)).toHaveLength(12);
  });

  test("a condition is named once", () => {
    const twice = [1, 2].map((value) => ({ type: "documents_days_before", value }));
    expect(messages({ conditions: twice })).toEqual(["conditions named_twice"]);
  });

  test("a day that does not exist is no day", () => {
    expect(parseLocalDate("2026-02-30")).toBeNull();
    expect(conditionsSchema.safeParse([{ type: "goods_ready_by", value: "2026-02-30" }]).success).toBe(false);
  });
});

test("whatever conditions a form is filled with are read back as they were typed", () => {
  fc.assert(
    fc.property(conditions, (said) => {
      const content = { conditions: said } as never;
      const { input, issues } = readCommercialTermsForm(commercialTermsValues(content, "UTC"), {
        currency: "CNY",
        zone: "UTC",
      });
      expect(issues).toEqual([]);
      expect(input).toEqual({ ...NOTHING_BESIDE, conditions: said });
      expect(conditionsSchema.safeParse(input.conditions).success).toBe(true);
    }),
  );
});

test("typed = stored = shown for every sum and share beside the price (lesson 6)", () => {
  const typed = {
    latePerDay: "0.5",
    lateCap: "10",
    lateGraceDays: "2",
    liabilityCap: "1 250 000,50",
    liabilityCapCurrency: "CNY",
    insuranceCover: "300000",
    insuranceCoverCurrency: "USD",
    closeOutDays: "15",
    isRelatedParty: "yes",
    relatedWords: "One shareholder owns both",
    "subcontractors[0].name": "Horgos Bonded Warehouse",
    "subcontractors[0].country": "KZ",
    "subcontractors[0].registrationNumber": "070240004567",
    "subcontractors[0].parts": ["TRS", "BST"],
    "packageDiscounts[0].services": ["logistics", "inspection"],
    "packageDiscounts[0].discount": "4.5",
  };
  const { input, issues } = readCommercialTermsForm(typed, { currency: "CNY", zone: "UTC" });
  expect(issues).toEqual([]);
  const read = offerSchema.parse(offer(input));
  expect(commercialTermsOf(read)).toEqual({
    lateDelivery: { perDayBps: 50, capBps: 1000, graceDays: 2 },
    liabilityCap: { minor: 125_000_050, currency: "CNY" },
    insuranceCover: { minor: 30_000_000, currency: "USD" },
    closeOutDays: 15,
    relatedParty: { isRelated: true, words: "One shareholder owns both" },
    subcontractors: [
      {
        name: "Horgos Bonded Warehouse",
        country: "KZ",
        registrationNumber: "070240004567",
        parts: ["TRS", "BST"],
      },
    ],
  });
  expect(commercialTermsValues(read as never, "UTC")).toEqual({
    ...typed,
    liabilityCap: "1250000.50",
    insuranceCover: "300000.00",
  });
});

test("The digits of a subcontractor's registration are not taken for a telephone's, and words there are.", () => {
  const yard = { name: "Lang Son Yard", country: "VN", parts: ["TRS"] };
  const issuesOf = (registrationNumber: string) => messages({ subcontractors: [{ ...yard, registrationNumber }] });
  expect(issuesOf("13857912345")).toEqual([]);
  expect(issuesOf("call 13857912345")).toEqual(["subcontractors.0.registrationNumber contact_in_text"]);
});

test("an offer that says nothing beside its price keeps no member for it", () => {
  expect(commercialTermsOf(NOTHING_BESIDE)).toEqual({});
  expect(messages({ ...NOTHING_BESIDE })).toEqual([]);
});

test.each([
  [{ lateDelivery: { perDayBps: 200, capBps: 100 } }, "lateDelivery.capBps cap_below_day"],
  [{ relatedParty: { isRelated: true } }, "relatedParty.words required"],
  [{ liabilityCap: { minor: 0, currency: "CNY" } }, "liabilityCap.minor amount_not_positive"],
  [{ relatedParty: { isRelated: true, words: "call +7 701 123 45 67" } }, "relatedParty.words contact_in_text"],
  [
    {
      alternatives: [{ ...offer({}), title: "By rail for 500 USD", currency: undefined, validUntil: undefined }].map(
        ({ title, charges, transitDays }) => ({ title, charges, transitDays }),
      ),
    },
    "alternatives.0.title price_in_remarks",
  ],
])("%j is refused at its member", (said, words) => {
  expect(messages(said)).toEqual([words]);
});

test("the form's names are its own: a list's rows, a sum's currency, and nothing else", () => {
  expect(COMMERCIAL_TERMS_FORM.every(({ name }) => isCommercialTermsName(name))).toBe(true);
  expect(["alternatives[2].title", "liabilityCapCurrency"].every(isCommercialTermsName)).toBe(true);
  expect(["requestId", "alternativesX", "terms.tracking", "draftMark"].some(isCommercialTermsName)).toBe(false);
});
