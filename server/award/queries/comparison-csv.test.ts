import { expect, test } from "vitest";
import type { BidContent } from "@/domain/bidding/bid";
import { csvReader } from "@/test/csv-language";
import { COMMERCIAL_TERMS_HEADS, commercialTermsCells } from "./comparison-csv";

const CONTENT = {
  packageDiscounts: [{ services: ["logistics", "customs"], discountBps: 450 }],
  conditions: [
    { type: "prepayment_percent", value: 30 },
    { type: "slot_by_buyer", value: true },
    { type: "min_goods_value", value: { minor: 123_456, currency: "CNY" } },
  ],
  subcontractors: [{ name: "Horgos Yard", country: "KZ", registrationNumber: "0702", parts: ["OLC", "TRS"] }],
  lateDelivery: { perDayBps: 50, capBps: 500, graceDays: 1 },
  liabilityCap: { minor: 100_050, currency: "USD" },
  insuranceCover: null,
  closeOutDays: 0,
  relatedParty: { isRelated: false, words: "" },
} as unknown as BidContent;

const cells = (locale: "en" | "zh-CN", title: string | null, content: BidContent) => {
  const reader = csvReader(locale);
  return commercialTermsCells(title, content, reader.beside(content, reader));
};

test("an export says what an offer says beside its price in the reader's words, a cell each, and nothing where it says nothing", () => {
  const english = cells("en", "By night", CONTENT);
  expect(english.slice(0, 1)).toEqual(["By night"]);
  expect(english[2]).toMatch(/^30% is paid in advance; the buyer books the border slot; goods worth CNY.1,234\.56/);
  expect(english[4]).toBe("0.5% off for each day of delay after 1 day of grace, at most 5%");
  expect(english.slice(-2)).toEqual([0, "no"]);
  expect(english.join(" ")).not.toMatch(/bps|slot_by_buyer|TRS|OLC/);
  expect(cells("en", null, {} as BidContent)).toEqual(COMMERCIAL_TERMS_HEADS.map(() => ""));
});

test("a Chinese reader reads no English word but names and signs of currencies", () => {
  const chinese = cells("zh-CN", null, CONTENT);
  expect(chinese.at(-1)).toBe("否");
  expect(chinese.join(" ").replaceAll(/Horgos Yard|0702|KZ|CNY|USD/g, "")).not.toMatch(/[A-Za-z]/);
});
