import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { BidContent } from "../../bidding/bid";
import { valuesOfBid } from "../../bidding/bid-form";
import { readOfferForm } from "../../bidding/offer/offer-form";
import { priceCharges } from "../../bidding/price-charges";
import { addDays, type LocalDate } from "../../shared/time";
import { money } from "../../shared/money";
import { parseForm, writeForm } from "../read-form";
import { shipmentExample } from "../examples";
import { inspection } from "./kind";
import { specExample } from "./spec-example";
import { inspectionTermsSchema } from "./schema";
import { inspectionTermsForm } from "./terms-form";
import { manDaysDifference, metDay } from "./man-days";

const full = {
  manDaysOfferedMilli: 1_250,
  inspectorGrade: "senior",
  inspectorLanguages: ["zh-CN", "ru"],
  accreditationType: "A",
  accreditationNumber: "CNAS IB0001",
  dateSlots: ["2026-11-18", "2026-11-20", "2026-11-23"],
  reportHours: 24,
  reportLanguage: "en",
  cancellationHours: 48,
  isImpartial: true,
};

const parse = (values: Record<string, string | string[]>) =>
  parseForm(inspectionTermsSchema, inspectionTermsForm, { values, prefix: "" });

describe("terms of an inspection bid", () => {
  test("travel as they were written", () => {
    expect(z.encode(inspectionTermsSchema, inspectionTermsSchema.parse(full))).toEqual(full);
  });

  test("come back from the form as they were shown", () => {
    const parsed = parse(writeForm(inspectionTermsForm, full) as never);
    expect(parsed.ok && z.encode(inspectionTermsSchema, parsed.value)).toEqual(full);
  });

  test("from a browser declare impartiality; over the wire they may leave it open", () => {
    expect(parse({ reportHours: "24" })).toMatchObject({
      ok: false,
      issues: [{ path: ["isImpartial"], message: "tick_missing" }],
    });
    expect(parse({ reportHours: "24", isImpartial: "on" })).toMatchObject({ ok: true });
    expect(inspectionTermsSchema.safeParse({ reportHours: 24 }).success).toBe(true);
    expect(inspectionTermsSchema.safeParse({ isImpartial: false }).success).toBe(true);
  });

  test.each([
    [{ dateSlots: ["2026-11-18", "2026-11-18"] }],
    [{ dateSlots: ["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-23"] }],
    [{ dateSlots: ["2026-02-30"] }],
    [{ inspectorLanguages: ["en", "en"] }],
    [{ inspectorLanguages: ["de"] }],
    [{ accreditationType: "D" }],
    [{ manDaysOfferedMilli: 1.5 }],
  ])("with %j are refused", (terms) => {
    expect(inspectionTermsSchema.safeParse(terms).success).toBe(false);
  });

  test.each([
    ["1.5", 1_500],
    ["1,25", 1_250],
    ["2", 2_000],
  ])("take %s man-days for %d thousandths", (manDaysOffered, milli) => {
    expect(parse({ manDaysOffered, isImpartial: "on" })).toMatchObject({ value: { manDaysOfferedMilli: milli } });
  });

  test.each(["1.2345", "two", "0"])("complain of %s man-days at their field", (manDaysOffered) => {
    expect(parse({ manDaysOffered, isImpartial: "on" })).toMatchObject({
      ok: false,
      issues: [{ path: ["manDaysOffered"] }],
    });
  });

  test("leave out the days that were left empty", () => {
    expect(parse({ dateSlots: ["", "2026-11-18", ""], isImpartial: "on" })).toMatchObject({
      value: { dateSlots: ["2026-11-18"] },
    });
  });
});

describe("what a bid offers", () => {
  test("in man-days is held against what the request comes to, exactly", () => {
    expect(manDaysDifference(1_500, 1_000)).toBe(500);
    expect(manDaysDifference(1_000, 1_500)).toBe(-500);
    expect(manDaysDifference(1_000, 1_000)).toBe(0);
    expect(manDaysDifference(undefined, 1_000)).toBeNull();
    expect(manDaysDifference(1_000, null)).toBeNull();
  });

  test("in days meets the first wanted day before the second", () => {
    const wanted = { date: "2026-11-18" as LocalDate, alternativeDate: "2026-11-20" as LocalDate };
    const days = fc.array(fc.integer({ min: 0, max: 6 }).map((ahead) => addDays("2026-11-16" as LocalDate, ahead)));
    fc.assert(
      fc.property(days, (slots) => {
        const expected = slots.includes(wanted.date)
          ? "first"
          : slots.includes(wanted.alternativeDate)
            ? "second"
            : "neither";
        expect(metDay(slots, wanted)).toBe(expected);
      }),
    );
    expect(metDay(["2026-11-20" as LocalDate], { date: wanted.date })).toBe("neither");
  });
});

test("a re-inspection and overtime are priced in the bid's currency and enter no total; a weekend does where it is asked for", () => {
  const charges = [
    { code: "MND", basis: "man_day", unitPrice: money(180_000n, "CNY") },
    { code: "MND", basis: "reinspection", unitPrice: money(150_000n, "CNY") },
    { code: "MND", basis: "hour", unitPrice: money(20_000n, "CNY") },
    { code: "MND", basis: "weekend_man_day", unitPrice: money(60_000n, "CNY") },
  ] as const;
  const totalOn = (date: string) => {
    const spec = specExample({ date });
    const priced = priceCharges(charges, "CNY", {
      codes: inspection.chargeCodes,
      quantities: inspection.quantities(spec, shipmentExample()),
      basisAmounts: {},
      rates: [],
      day: spec.date,
    });
    return priced.ok ? priced.value.total.minor : priced.refusal.code;
  };
  expect(totalOn("2026-11-20")).toBe(180_000n);
  expect(totalOn("2026-11-21")).toBe(240_000n);
});

test("the bid form of an inspection asks for the declaration at its field; forms of other services ask for none", () => {
  const complaints = (service: string, terms: object) =>
    readOfferForm({ service, currency: "CNY", zone: "Asia/Shanghai", terms }).issues.flatMap(({ path, message }) =>
      path[0] === "terms" ? [`${path.join(".")} ${message}`] : [],
    );
  expect(complaints("inspection", { reportHours: "24" })).toEqual(["terms.isImpartial tick_missing"]);
  expect(complaints("inspection", { isImpartial: "on" })).toEqual([]);
  expect(complaints("customs", {})).toEqual([]);
});

test.each([
  ["24", { min: 1, max: 1 }],
  ["25", { min: 2, max: 2 }],
  ["", { min: 3, max: 5 }],
])(
  "the bid form takes the days from %s hours to the report where these are promised, also of an alternative",
  (hours, days) => {
    const typed = (service: string) =>
      readOfferForm({
        ...{ service, currency: "CNY", zone: "Asia/Shanghai", transitDays: { min: "3", max: "5" } },
        terms: { reportHours: hours, isImpartial: "on" },
        alternatives: [{ title: "Two inspectors", daysMin: "3", daysMax: "5" }],
      }).input;
    expect(typed("inspection")).toMatchObject({ transitDays: days, alternatives: [{ transitDays: days }] });
    expect(typed("customs")).toMatchObject({ transitDays: { min: 3, max: 5 } });
  },
);

test("a bid that promises hours is revised without the days that these stand for", () => {
  const content = {
    ...{ currency: "CNY", lines: [], transitDays: { min: 1, max: 1 }, validUntil: 0, exclusions: [], remarks: "" },
    terms: { reportHours: 24 },
  } as never as BidContent;
  const daysIn = (of: BidContent) => {
    const values = valuesOfBid(of, { service: "inspection", zone: "Asia/Shanghai" });
    return [values["transitDays.min"], values["transitDays.max"]];
  };
  expect(daysIn(content)).toEqual(["", ""]);
  expect(daysIn({ ...content, terms: {} })).toEqual(["1", "1"]);
});
