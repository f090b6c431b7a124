import { submitBid } from "@/server/bidding/submit-bid";
import { expect } from "vitest";
import { HOUR_MS, later, toIso } from "../domain/shared/time";
import { dealExample } from "../domain/deals/deal-example";
import { awardBids } from "../server/award/award-bids";
import { reportDelay } from "../server/orders/delay/delays";
import { counterBid } from "../server/bidding/counter-bid";
import { reportMilestone } from "../server/orders/report-milestone";
import { requestSlot } from "../server/orders/slots/book-slot";
import { confirmSlot, paySlot } from "../server/orders/slots/confirm-slot";
import { createDeal } from "../server/deals/create-deal";
import { closeRequest } from "../server/requests/close-request";
import { createRequest } from "../server/requests/create-request";
import { EARLY } from "./order-market";
import { START } from "./posting-market";
import { type ApiMarket, BIDDING, bidBody, CUSTOMS, type Holder } from "./api-market";

export type Made = { readonly id: string };
export type Awarded = {
  readonly award: { id: string; state: string; effectiveAt: string };
  readonly orders: readonly string[];
};

const made = (answered: { status: number; body: never; text: string }): Made => {
  expect(answered.status, answered.text).toBe(201);
  return answered.body;
};

/** The steps of a trade over the API, each of which must go well. */
export const steps = (market: ApiMarket) => ({
  deal: async () => made(await market.call(createDeal, { as: "buyer", body: dealExample() })).id,
  request: async (
    dealId: string,
    asked: { service?: string; spec?: object; bidding?: object; publish?: boolean } = {},
  ) => {
    const { service = "customs", spec = CUSTOMS, bidding = {}, publish = true } = asked;
    const body = { dealId, service, spec, bidding: { ...BIDDING, ...bidding }, publish };
    return made(await market.call(createRequest, { as: "buyer", body })).id;
  },
  bid: async (requestId: string, as: Holder = "provider", body: object = bidBody()) =>
    made(await market.call(submitBid, { as, params: { requestId }, body })).id,
  close: async (requestId: string) => {
    const answered = await market.call(closeRequest, { as: "buyer", params: { requestId } });
    expect(answered.status, answered.text).toBe(200);
  },
  counter: async (bidId: string) => {
    const body = { charges: [{ line: 0, unitPrice: { minor: 12_000, currency: "CNY" } }] };
    return made(await market.call(counterBid, { as: "buyer", params: { bidId }, body })).id;
  },
  award: async (requestId: string, bidId: string): Promise<Awarded> => {
    const answered = await market.call(awardBids, {
      as: "buyer",
      params: { requestId },
      body: { bids: [{ bidId }] },
    });
    expect(answered.status, answered.text).toBe(201);
    return answered.body;
  },
});

/** A trade as far as its order. */
export async function tradeToOrder(market: ApiMarket) {
  const step = steps(market);
  const dealId = await step.deal();
  const requestId = await step.request(dealId);
  const bidId = await step.bid(requestId);
  await step.close(requestId);
  const { award, orders } = await step.award(requestId, bidId);
  return { dealId, requestId, bidId, awardId: award.id, orderId: orders[0] as string };
}

const TRUCK = { equipment: "tilt_136", pickupFrom: "2026-12-10", pickupTo: "2026-12-12" };

export const TRUCK_TERMS = {
  freeTimeBorderHours: 0,
  slot: { system: "cargoruqsat", bookedBy: "provider" },
};

const perUnit = (code: string, basis: string, minor: number) => ({
  code,
  basis,
  unitPrice: { minor, currency: "CNY" },
});

/** What a carrier charges for a truck, and for each day that it waits. */
export const truckBid = (changes: object = {}) =>
  bidBody(0, {
    charges: [perUnit("OFT", "truck", 2_500_000), perUnit("WTG", "truck_day_after_free", 80_000)],
    terms: TRUCK_TERMS,
    ...changes,
  });

/** A truck's slot as a booking asks for it: from which hour on, and how many hours it lasts. */
export const truckSlot = (hours = 24, lasts = 2) => ({
  placeId: "KZHOR",
  windowFrom: toIso(later(START, hours * HOUR_MS)),
  windowTo: toIso(later(START, (hours + lasts) * HOUR_MS)),
  tractorPlate: "123 ABC 05",
  drivers: [{ name: "Ivan Petrov", document: "N 1234567" }],
});

/** A truck's order as far as its booking, and its carrier's next steps, by hours from the start. */
export async function truckOrder(market: ApiMarket, bidding: object = {}, slot: object = truckSlot()) {
  const step = steps(market);
  await market.list("provider", "logistics");
  const dealId = await step.deal();
  const requestId = await step.request(dealId, { service: "logistics", spec: TRUCK, bidding });
  const bidId = await step.bid(requestId, "provider", truckBid());
  await step.close(requestId);
  const { orders } = await step.award(requestId, bidId);
  const params = { orderId: orders[0] as string };
  const report = async (code: string, hours: number) => {
    const body = { code, occurredAt: toIso(later(START, hours * HOUR_MS)), ...EARLY };
    const answered = await market.call(reportMilestone, { as: "provider", params, body });
    expect(answered.status, answered.text).toBe(201);
  };
  await report("booked", 0);
  const slotId = made(await market.call(requestSlot, { as: "provider", params, body: slot })).id;
  return { ...params, dealId, requestId, slotId, report };
}

/** A truck's order that has waited at the hub for an hour, within the window of its slot, with a reason that was given. */
export async function carriage(market: ApiMarket, bidding: object = {}) {
  const { report, ...order } = await truckOrder(market, bidding, truckSlot(0, 26));
  const { orderId, slotId } = order;
  const ofSlot = { as: "provider", params: { orderId, slotId } } as const;
  await market.call(paySlot, { ...ofSlot, body: {} });
  const confirmed = await market.call(confirmSlot, { ...ofSlot, body: { bookingNumber: "KGD-1" } });
  expect(confirmed.status, confirmed.text).toBe(200);
  await report("arrived_hub", 0);
  market.setClock(later(START, HOUR_MS));
  const waited = { place: "border", reason: "queue", from: toIso(START) };
  const told = await market.call(reportDelay, { as: "provider", params: { orderId }, body: waited });
  return { ...order, report, segmentId: made(told).id };
}
