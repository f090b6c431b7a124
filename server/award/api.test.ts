import { expect, test } from "vitest";
import { apiMarket } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { HOUR_MS, later } from "@/domain/shared/time";
import { START } from "@/test/posting-market";
import { getBid } from "../bidding/api";
import { answerCounterOffer } from "./answer-counter-offer";
import { counterBid } from "../bidding/counter-bid";
import { listCounterOffers } from "./api";
import { getOrder } from "../orders/api";

const priced = (minor: number) => ({ charges: [{ line: 0, unitPrice: { minor, currency: "CNY" } }] });

/** An opened bid of `provider` on a request with two rounds of negotiation. */
async function openedBid() {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal(), { bidding: { negotiationRounds: 2 } });
  const bidId = await step.bid(requestId);
  await step.close(requestId);
  return { market, step, requestId, bidId };
}

test("over the API two sides negotiate to an order at the agreed price, and each reads the whole history", async () => {
  const { market, step, bidId } = await openedBid();
  const first = await step.counter(bidId);
  const answered = await market.call(answerCounterOffer, {
    as: "provider",
    params: { counterOfferId: first },
    body: { answer: "answer", ...priced(18_000) },
  });
  expect(answered, answered.text).toMatchObject({ status: 200, body: { state: "open", orderId: null } });
  const { id: last } = answered.body as { id: string };
  const yes = await market.call(answerCounterOffer, {
    as: "buyer",
    params: { counterOfferId: last },
    body: { answer: "accept" },
  });
  expect(yes, yes.text).toMatchObject({ status: 200, body: { id: last, state: "accepted" } });
  const { orderId } = yes.body as { orderId: string };
  const order = await market.call(getOrder, { as: "provider", params: { orderId } });
  expect(order.body).toMatchObject({ price: { minor: 18_000, currency: "CNY" } });
  for (const as of ["buyer", "provider"] as const) {
    const { body } = await market.call(listCounterOffers, { as, params: { bidId } });
    expect(body).toMatchObject({
      items: [
        { id: first, round: 1, by: "buyer", state: "answered", total: { minor: 12_000 } },
        { id: last, round: 1, by: "provider", state: "accepted", total: { minor: 18_000 } },
      ],
    });
  }
  expect((await market.call(getBid, { as: "provider", params: { bidId } })).body).toMatchObject({
    version: 2,
    state: "won",
  });
});

test("a rival learns nothing of it, and an offer past its time is gone (410)", async () => {
  const { market, step, bidId } = await openedBid();
  const counterOfferId = await step.counter(bidId);
  expect((await market.call(listCounterOffers, { as: "provider2", params: { bidId } })).status).toBe(404);
  market.setClock(later(START, 71 * HOUR_MS));
  const late = await market.call(answerCounterOffer, {
    as: "provider",
    params: { counterOfferId },
    body: { answer: "accept" },
  });
  expect(late).toMatchObject({ status: 410, body: { code: "counter_expired" } });
});

test("nothing is offered where no round was published, nor without a change", async () => {
  const { market, step, bidId } = await openedBid();
  const same = await market.call(counterBid, { as: "buyer", params: { bidId }, body: {} });
  expect(same).toMatchObject({ status: 422, body: { code: "changes_nothing" } });
  const plain = await step.request(await step.deal());
  const other = await step.bid(plain);
  await step.close(plain);
  const none = await market.call(counterBid, { as: "buyer", params: { bidId: other }, body: priced(1) });
  expect(none).toMatchObject({ status: 409, body: { code: "not_negotiable" } });
});
