import { describe, expect, test } from "vitest";
import { everyRefusal } from "../../shared/result";
import { shipmentExample } from "../examples";
import { carriageChoices, checkCarriageTerms, checkDaysOnWay, liabilitiesFor, slotSystemsFor } from "./terms";
import { misplacedInText } from "../../bidding/offer/offer-schema";
import { fieldPathOf, readOfferForm } from "../../bidding/offer/offer-form";
import { valuesOfBid } from "../../bidding/bid-form";
import { writeForm } from "../read-form";
import { LEG_CARRIER_MAX, LEG_PLACE_MAX, LEGS_MAX } from "./choices";
import { logisticsTermsSchema } from "./schema";
import { logisticsTermsForm } from "./terms-form";

test.each([
  ["road", ["CN", "VN"], ["cuakhauso", "cn_port_booking", "none"]],
  ["road", ["KZ", "CN"], ["cargoruqsat", "cn_port_booking", "none"]],
  ["road", ["CN", "RU"], ["rosgranstroy", "cn_port_booking", "none"]],
  ["road", ["CN", "MN"], ["cn_port_booking", "none"]],
  ["road", undefined, ["cargoruqsat", "cuakhauso", "rosgranstroy", "cn_port_booking", "none"]],
  ["rail", ["CN", "VN"], ["none"]],
] as const)("By %s between %j a slot is booked in one of %j.", (mode, borderCountries, systems) => {
  expect(slotSystemsFor({ mode, ...(borderCountries ? { borderCountries } : {}) })).toEqual(systems);
});

test.each([
  ["road", "CN", "KZ", ["cmr", "forwarder_terms"]],
  ["road", "MN", "CN", ["cmr", "forwarder_terms"]],
  ["road", "CN", "VN", ["forwarder_terms"]],
  ["road", "LA", "CN", ["forwarder_terms"]],
  ["rail", "CN", "VN", ["smgs", "forwarder_terms"]],
  ["sea", "CN", "RU", ["hague_visby", "forwarder_terms"]],
  ["air", "CN", "KZ", ["montreal", "forwarder_terms"]],
] as const)(
  "By %s from %s to %s a carrier is liable by one of %j.",
  (mode, originCountry, destinationCountry, rules) => {
    expect(liabilitiesFor({ mode, originCountry, destinationCountry })).toEqual(rules);
  },
);

test.each([
  ["legs that come to the longest days", [1, 1], undefined, 2, "ok"],
  ["legs that take longer", [30, 2], undefined, 2, "32 = 32 + 0"],
  ["a wait that fits beside them", [2, 1], 48, 5, "ok"],
  ["hours of a day beside whole days", [2, 1], 71, 5, "ok"],
  ["a wait that takes longer with them", [9, 2], 240, 4, "21 = 11 + 10"],
  ["one leg of two that takes longer alone", [5, undefined], undefined, 4, "5 = 5 + 0"],
  ["a wait that takes longer alone", [], 240, 4, "10 = 0 + 10"],
  ["legs of which no days are told", [undefined, undefined], 48, 2, "ok"],
  ["nothing", [], undefined, 1, "ok"],
] as const)("Promised days hold against %s.", (_, legDays, borderWaitHours, max, answer) => {
  const legs = legDays.map((days) => ({ place: "CNHRS", mode: "road" as const, days }));
  const held = checkDaysOnWay({ legs, borderWaitHours }, { min: 1, max });
  const { field, days, legDays: ofLegs, waitDays } = (held.ok ? undefined : held.refusal.details) ?? {};
  expect(held.ok ? "ok" : `${days} = ${ofLegs} + ${waitDays}`).toBe(answer);
  if (!held.ok) expect(field).toBe("transitDays.max");
});

test.each([
  [{ slot: { system: "cargoruqsat" } }, "slot_system_not_at_hub"],
  [{ liability: "cmr" }, "liability_not_of_way"],
  [{ slot: { system: "cuakhauso" }, liability: "forwarder_terms" }, "ok"],
  [{ slot: { system: "none" } }, "ok"],
  [{}, "ok"],
] as const)("A bid for a truck to Viet Nam that promises %j is answered %s.", (terms, code) => {
  const ends = { originCountry: "CN", destinationCountry: "VN", borderCountries: ["CN", "VN"] };
  const answer = checkCarriageTerms(terms, { shipment: shipmentExample({ mode: "road", ...ends }) });
  expect(answer.ok ? "ok" : answer.refusal.code).toBe(code);
});

test.each([
  ["road", { equipment: "tilt_136", plates: { beforeBorder: "CN", beyondBorder: "KZ" } }, []],
  ["road", { equipment: "covered_wagon" }, [["equipment_not_of_mode", "terms.equipment"]]],
  ["sea", { equipment: "40rf" }, []],
  [
    "rail",
    { equipment: "tilt_136", plates: { beforeBorder: "CN", beyondBorder: "CN" } },
    [
      ["equipment_not_of_mode", "terms.equipment"],
      ["plates_not_of_mode", "terms.plates.beforeBorder"],
    ],
  ],
  [
    "air",
    { plates: { beforeBorder: "CN", beyondBorder: "KZ" } },
    [["plates_not_of_mode", "terms.plates.beforeBorder"]],
  ],
] as const)("A bid by %s that promises %j is refused for what its mode does not have.", (mode, terms, refused) => {
  const answer = checkCarriageTerms(terms, { shipment: shipmentExample({ mode }) });
  const said = answer.ok ? [] : everyRefusal(answer.refusal).map(({ code, details }) => [code, details?.["field"]]);
  expect(said).toEqual(refused);
});

test.each([
  ["road", ["tilt_136", "20gp"], ["covered_wagon", "air_pallet"], undefined],
  ["rail", ["covered_wagon", "20gp"], ["tilt_136", "air_pallet"], []],
  ["sea", ["20gp", "40rf"], ["tilt_136", "covered_wagon"], []],
  ["air", ["air_pallet"], ["tilt_136", "20gp"], []],
] as const)("A bid by %s chooses among %j and not %j, and plates are those of trucks.", (mode, has, hasNot, plates) => {
  const choices = carriageChoices(shipmentExample({ mode }));
  expect(choices["equipment"]).toEqual(expect.arrayContaining([...has]));
  for (const other of hasNot) expect(choices["equipment"]).not.toContain(other);
  expect([choices["platesBeforeBorder"], choices["platesBeyondBorder"]]).toEqual([plates, plates]);
});

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
