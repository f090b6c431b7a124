import { expect, test } from "vitest";
import type { BidContent } from "@/domain/bidding/bid";
import { BESIDE_HEADS, besideCells } from "./beside-csv";

test("an export says what an offer says beside its price in the API's codes, a cell each, and nothing where it says nothing", () => {
  const content = {
    packageDiscounts: [{ services: ["logistics", "customs"], discountBps: 450 }],
    conditions: [
      { type: "prepayment_percent", value: 30 },
      { type: "slot_by_buyer", value: true },
      { type: "min_goods_value", value: { minor: 123_456, currency: "CNY" } },
    ],
    subcontractors: [{ name: "Horgos Yard", country: "KZ", registrationNumber: "0702", parts: ["EXD", "TRS"] }],
    lateDelivery: { perDayBps: 50, capBps: 500, graceDays: 1 },
    liabilityCap: { minor: 100_050, currency: "USD" },
    insuranceCover: null,
    closeOutDays: 0,
    relatedParty: { isRelated: false, words: "" },
  } as unknown as BidContent;
  expect(besideCells("By night", content)).toEqual([
    "By night",
    "logistics+customs 450 bps",
    "prepayment_percent 30; slot_by_buyer; min_goods_value 1234.56 CNY",
    "Horgos Yard KZ 0702 EXD+TRS",
    "50 bps a day, 500 bps cap, 1 grace days",
    "1000.50 USD",
    "",
    0,
    "no",
  ]);
  expect(besideCells(null, {} as BidContent)).toEqual(BESIDE_HEADS.map(() => ""));
});
