import { submitBid } from "@/server/bidding/submit-bid";
import { describe, expect, test } from "vitest";
import { bidVersions } from "../../db/schema/requests";
import { dealExample } from "../../domain/deals/deal-example";
import { CHARGE_CODES, CHARGE_LINES_MAX } from "../../domain/services/charge";
import { LEG_CARRIER_MAX, LEG_PLACE_MAX, LEGS_MAX } from "../../domain/services/logistics/choices";
import { REMARKS_MAX } from "../../domain/bidding/bid-form-limits";
import { apiMarket, BIDDING, bidBody } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { listBids } from "../bidding/api";
import { createDeal } from "../deals/create-deal";
import { getDeal } from "../deals/api";
import { changeRequest } from "../requests/change-request";
import { createRequest } from "../requests/create-request";
import { getRequest } from "../requests/api";

const DETAILS = {
  netWeightGrams: 10_900_000,
  originCountry: "CN",
  dangerousGoods: { unNumber: "1263", hazardClass: "3", packingGroup: "II" },
  isStackable: false,
  marks: "ALMATY 1/400",
} as const;

const SPEC = {
  equipment: "tilt_136",
  haul: "ltl",
  pickupFrom: "2026-12-10",
  pickupTo: "2026-12-12",
  pickupAt: "door",
  deliveryFrom: "2026-12-20",
  deliveryTo: "2026-12-24T18:00:00+05:00",
  deliveryAddress: "5 Ryskulov Avenue, Almaty",
  deliverAt: "terminal",
  needsDeliveryAppointment: true,
  otherHubIds: ["alashankou"],
  insurance: { clause: "A", value: { minor: 61_400_000, currency: "CNY" } },
  transit: { regime: "national", guaranteedBy: "broker" },
  shipperDocuments: ["commercial_invoice", "safety_data_sheet"],
  freeTimeHours: 24,
  freeTimeBorderHours: 12,
  freeTimeDestinationHours: 8,
};

const TERMS = {
  carrierType: "forwarder",
  legs: [
    { place: "Horgos", mode: "road", carrier: "Yili Trucks", days: 1 },
    { place: "KZALA", mode: "road", days: 1 },
  ],
  plates: { beforeBorder: "CN", beyondBorder: "KZ" },
  borderWaitHours: 20,
  freeTimeBorderHours: 24,
  slot: { system: "cargoruqsat", bookedBy: "provider" },
  liability: "cmr",
};

const bid = (changes: object = {}) =>
  bidBody(0, {
    charges: [{ code: "OFT", basis: "chargeable_kg", unitPrice: { minor: 250, currency: "CNY" } }],
    terms: TERMS,
    ...changes,
  });

/** The longest bid of a forwarder: forty lines with a note each, every term and the remarks full of three-byte letters. */
const LONGEST = {
  charges: Array.from({ length: CHARGE_LINES_MAX }, () => ({
    code: "OFT",
    basis: "shipment",
    unitPrice: { minor: 225_000_000_000_000, currency: "CNY" },
    note: "注".repeat(20),
  })),
  transitDays: { min: 365, max: 365 },
  exclusions: CHARGE_CODES,
  remarks: "货".repeat(REMARKS_MAX),
  terms: {
    carrierType: "own_fleet",
    equipment: "tank_container",
    hasTransshipment: false,
    legs: Array.from({ length: LEGS_MAX }, () => ({
      place: "站".repeat(LEG_PLACE_MAX),
      mode: "road",
      carrier: "运".repeat(LEG_CARRIER_MAX),
      days: 40,
    })),
    plates: { beforeBorder: "CN", beyondBorder: "KZ" },
    borderWaitHours: 720,
    freeTimeBorderHours: 720,
    freeTimeDestinationHours: 720,
    slot: { system: "cn_port_booking", bookedBy: "provider" },
    tracking: "milestones",
    liability: "forwarder_terms",
    departures: "周".repeat(120),
  },
};

async function asked() {
  const market = await apiMarket();
  await market.list("provider", "logistics");
  await market.list("provider2", "logistics");
  const cargo = [{ ...dealExample().cargo[0], ...DETAILS }];
  const posted = await market.call(createDeal, { as: "buyer", body: { ...dealExample(), cargo } });
  expect(posted.status, posted.text).toBe(201);
  const { id: dealId } = posted.body as { id: string };
  const ask = (spec: object) =>
    market.call(createRequest, {
      as: "buyer",
      body: { dealId, service: "logistics", spec, bidding: BIDDING, publish: true },
    });
  return { ...market, dealId, ask };
}

describe("carriage over the API", () => {
  test("a cargo line comes back with all that it says, and null for what it does not", async () => {
    const { call, dealId } = await asked();
    const deal = await call(getDeal, { as: "buyer", params: { dealId } });
    expect(deal.body).toMatchObject({ cargo: [DETAILS] });
    const plain = await call(createDeal, { as: "buyer", body: dealExample() });
    const seen = await call(getDeal, { as: "buyer", params: { dealId: (plain.body as { id: string }).id } });
    const none = { netWeightGrams: null, originCountry: null, dangerousGoods: null, isStackable: null, marks: null };
    expect(seen.body).toMatchObject({ cargo: [none, none] });
  });

  test("a request comes back as it was asked, with its chargeable weight, factor and density band", async () => {
    const { call, ask, dealId } = await asked();
    const { id } = (await ask(SPEC)).body as { id: string };
    const seen = await call(getRequest, { as: "provider", params: { requestId: id } });
    expect((seen.body as { spec: object }).spec).toEqual({
      ...SPEC,
      chargeableWeightGrams: 13_986_000,
      chargeableKgPerCbm: 333,
      densityBand: { minKgPerCbm: 250, maxKgPerCbm: 300 },
    });
    expect(seen.body).toMatchObject({ deal: { cargo: [DETAILS] } });
    const { closesAt, decideBy } = (seen.body as { bidding: { closesAt: string; decideBy: string } }).bidding;
    expect((await call(getDeal, { as: "buyer", params: { dealId } })).body).toMatchObject({
      requests: [{ id, service: "logistics", state: "open", bidCount: 0, closesAt, decideBy }],
    });
  });

  test.each([
    [{ otherHubIds: ["atlantis"] }, "other_hub_unknown", "spec.otherHubIds"],
    [{ otherHubIds: ["pingxiang"] }, "other_hub_without_way", "spec.otherHubIds"],
    [
      { insurance: { clause: "A", value: { minor: 1, currency: "USD" } } },
      "insurance_in_another_currency",
      "spec.insurance.value.currency",
    ],
    [{ deliveryTo: "2026-12-19" }, "delivery_window_inverted", "spec.deliveryTo"],
  ])("a request with %j is refused, asked or changed", async (change, rule, field) => {
    const { call, ask } = await asked();
    const refused = { code: "spec_invalid", details: { rule, field } };
    expect((await ask({ ...SPEC, ...change })).body).toMatchObject(refused);
    const { id } = (await ask(SPEC)).body as { id: string };
    const body = { spec: { ...SPEC, ...change } };
    expect((await call(changeRequest, { as: "buyer", params: { requestId: id }, body })).body).toMatchObject(refused);
  });

  test("a bid says its legs, plates, slot and liability, and the buyer reads them after the opening", async () => {
    const market = await asked();
    const { id: requestId } = (await market.ask(SPEC)).body as { id: string };
    const step = steps(market);
    await step.bid(requestId, "provider", bid());
    await step.close(requestId);
    const seen = await market.call(listBids, { as: "buyer", params: { requestId } });
    expect(seen.body).toMatchObject({ items: [{ terms: TERMS, total: { minor: 3_496_500, currency: "CNY" } }] });
  });

  test.each([
    [{ slot: { system: "cuakhauso" } }, "slot_system_not_at_hub"],
    [{ liability: "smgs" }, "liability_not_of_way"],
    [{ equipment: "covered_wagon" }, "equipment_not_of_mode"],
    [{ legs: [{ place: "KZALA", mode: "road", days: 30 }] }, "days_below_way"],
  ])("a truck to Kazakhstan is not promised %j", async (terms, code) => {
    const { call, ask } = await asked();
    const { id: requestId } = (await ask(SPEC)).body as { id: string };
    const sent = await call(submitBid, { as: "provider", params: { requestId }, body: bid({ terms }) });
    expect(sent).toMatchObject({ status: 422, body: { code } });
  });

  test("a leg that cannot be is refused with its place in the terms, and a price in it as such", async () => {
    const { call, ask } = await asked();
    const { id: requestId } = (await ask(SPEC)).body as { id: string };
    const send = (terms: object) => call(submitBid, { as: "provider", params: { requestId }, body: bid({ terms }) });
    expect((await send({ legs: [{ place: "Horgos", mode: "camel" }] })).body).toMatchObject({
      code: "terms_invalid",
      details: { member: "legs.0.mode" },
    });
    const priced = await send({ legs: [{ place: "Horgos", mode: "road", carrier: "for 100 USD" }] });
    expect((priced.body as { issues: object[] }).issues).toMatchObject([{ path: "terms.legs[0].carrier" }]);
  });

  test("the longest bid of forty lines with notes fits the one size of sealed bids, and is no longer than a short one", async () => {
    const market = await asked();
    const { id: requestId } = (await market.ask(SPEC)).body as { id: string };
    const step = steps(market);
    await step.bid(requestId, "provider", bid(LONGEST));
    await step.bid(requestId, "provider2", bid({ terms: {} }));
    const rows = await market.database.read.select().from(bidVersions);
    expect(new Set(rows.map((row) => row.sealed?.length)).size).toBe(1);
  });
});
