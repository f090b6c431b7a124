import { describe, expect, test } from "vitest";
import { misplacedInText } from "../../bidding/offer/offer-schema";
import { fieldPathOf, readOfferForm } from "../../bidding/offer/offer-form";
import { valuesOfBid } from "../../bidding/bid-form";
import { writeForm } from "../write-form";
import { LEG_CARRIER_MAX, LEG_PLACE_MAX, LEGS_MAX } from "./choices";
import { logisticsTermsSchema } from "./schema";
import { logisticsTermsForm } from "./form";

const leg = { place: "Horgos", mode: "road" } as const;
const accepts = (terms: object) => logisticsTermsSchema.safeParse(terms).success;

describe("the legs of a bid", () => {
  test.each<[string, object, boolean]>([
    ["one leg", { legs: [leg] }, true],
    ["eight legs", { legs: Array.from({ length: LEGS_MAX }, () => leg) }, true],
    ["nine legs", { legs: Array.from({ length: LEGS_MAX + 1 }, () => leg) }, false],
    ["no leg at all", { legs: [] }, false],
    ["a place of full length", { legs: [{ ...leg, place: "x".repeat(LEG_PLACE_MAX) }] }, true],
    ["a longer place", { legs: [{ ...leg, place: "x".repeat(LEG_PLACE_MAX + 1) }] }, false],
    ["a carrier of full length", { legs: [{ ...leg, carrier: "x".repeat(LEG_CARRIER_MAX) }] }, true],
    ["a longer carrier", { legs: [{ ...leg, carrier: "x".repeat(LEG_CARRIER_MAX + 1) }] }, false],
    ["ninety days", { legs: [{ ...leg, days: 90 }] }, true],
    ["ninety-one days", { legs: [{ ...leg, days: 91 }] }, false],
    ["half a day", { legs: [{ ...leg, days: 0.5 }] }, false],
    ["a leg without a place", { legs: [{ mode: "road" }] }, false],
    ["a leg without a mode", { legs: [{ place: "Horgos" }] }, false],
    ["a leg with a price", { legs: [{ ...leg, price: 1 }] }, false],
  ])("%s: %#", (_, terms, expected) => {
    expect(accepts(terms)).toBe(expected);
  });

  test("name no price, however deep it is hidden", () => {
    const legs = [leg, { place: "Almaty", mode: "road", carrier: "waiting 100 USD" }];
    expect(misplacedInText({ terms: { legs } })).toEqual([
      { path: ["terms", "legs", 1, "carrier"], message: "price_in_remarks" },
    ]);
  });
});

test("plates come as a pair, and a slot needs its system", () => {
  expect(accepts({ plates: { beforeBorder: "CN", beyondBorder: "KZ" } })).toBe(true);
  expect(accepts({ plates: { beforeBorder: "CN" } })).toBe(false);
  expect(accepts({ slot: { system: "none" } })).toBe(true);
  expect(accepts({ slot: { bookedBy: "driver" } })).toBe(false);
});

describe("the form of a bid", () => {
  const legs = [
    { place: "Horgos", mode: "road", carrier: "Yili Trucks", days: "5" },
    { place: "", mode: "", carrier: "", days: "" },
    { place: "Almaty", mode: "road", carrier: "", days: "2" },
  ];
  const sent = { service: "logistics", currency: "CNY", zone: "Asia/Almaty", terms: { legs, slotSystem: "none" } };

  test("reads legs row by row, without those left empty", () => {
    expect(readOfferForm(sent).input.terms).toEqual({
      legs: [
        { place: "Horgos", mode: "road", carrier: "Yili Trucks", days: 5 },
        { place: "Almaty", mode: "road", days: 2 },
      ],
      slot: { system: "none" },
    });
  });

  test("says what is wrong with a leg at its own field, though an empty row stands before it", () => {
    const wrong = { ...sent, terms: { legs: [legs[0], legs[1], { ...legs[2], mode: "", days: "soon" }] } };
    const ofTerms = readOfferForm(wrong).issues.filter((issue) => issue.path[0] === "terms");
    expect(ofTerms.map((issue) => issue.path)).toEqual([
      ["terms", "legs[2].mode"],
      ["terms", "legs[2].days"],
    ]);
    expect(fieldPathOf(["terms", "legs", 1, "carrier"], wrong)).toEqual(["terms", "legs[2].carrier"]);
  });

  test("shows the legs of an earlier version again as they were read", () => {
    const terms = readOfferForm(sent).input.terms;
    const content = { currency: "CNY", lines: [], transitDays: { min: 7, max: 9 }, validUntil: 0, exclusions: [] };
    const values = valuesOfBid({ ...content, terms, remarks: "", totalMinor: "0", rates: [] } as never, {
      service: "logistics",
      zone: "Asia/Almaty",
    });
    expect(values).toMatchObject(writeForm(logisticsTermsForm, terms, { prefix: "terms." }));
    expect(values["terms.legs[1].place"]).toBe("Almaty");
  });
});
