import { expect } from "vitest";
import { dealExample } from "../domain/deals/deal-example";
import { postBid } from "../server/endpoints/bidding";
import { postRequestAward } from "../server/endpoints/award";
import { postCounterOffer } from "../server/endpoints/negotiation";
import { postDeal } from "../server/endpoints/deals";
import { postClose, postRequest } from "../server/endpoints/requests";
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
  deal: async () => made(await market.call(postDeal, { as: "buyer", body: dealExample() })).id,
  request: async (
    dealId: string,
    asked: { service?: string; spec?: object; bidding?: object; publish?: boolean } = {},
  ) => {
    const { service = "customs", spec = CUSTOMS, bidding = {}, publish = true } = asked;
    const body = { dealId, service, spec, bidding: { ...BIDDING, ...bidding }, publish };
    return made(await market.call(postRequest, { as: "buyer", body })).id;
  },
  bid: async (requestId: string, as: Holder = "provider", body: object = bidBody()) =>
    made(await market.call(postBid, { as, params: { requestId }, body })).id,
  close: async (requestId: string) => {
    const answered = await market.call(postClose, { as: "buyer", params: { requestId } });
    expect(answered.status, answered.text).toBe(200);
  },
  counter: async (bidId: string) => {
    const body = { charges: [{ line: 0, unitPrice: { minor: 12_000, currency: "CNY" } }] };
    return made(await market.call(postCounterOffer, { as: "buyer", params: { bidId }, body })).id;
  },
  award: async (requestId: string, bidId: string): Promise<Awarded> => {
    const answered = await market.call(postRequestAward, {
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
