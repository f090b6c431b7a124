import { submitBid } from "@/server/bidding/submit-bid";
import { publicSpec } from "@/domain/services/registry";
import { expect, test } from "vitest";
import { HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { apiMarket, type Holder } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { PAYMENT, quoteOf } from "@/test/payment-market";
import { START } from "@/test/posting-market";
import { awardBids } from "../award/award-bids";
import { getBid, listBids } from "../bidding/api";
import { createRequest } from "../requests/create-request";
import { getRequest } from "../requests/api";

const ENDS = later(START, 6 * HOUR_MS);

type Shown = { isExpired: boolean; payout: object | null };

/** An open request for a payment with one quote that ends in six hours. */
async function quoted() {
  const market = await apiMarket();
  for (const provider of ["provider", "provider2"] as const) await market.list(provider, "payment");
  const step = steps(market);
  const requestId = await step.request(await step.deal(), { service: "payment", spec: PAYMENT });
  const bidId = await step.bid(requestId, "provider", quoteOf({ terms: { expiresAt: toIso(ENDS) } }));
  const read = async (as: Holder) => (await market.call(getBid, { as, params: { bidId } })).body as Shown;
  const award = () => market.call(awardBids, { as: "buyer", params: { requestId }, body: { bids: [{ bidId }] } });
  return { ...market, step, requestId, bidId, read, award };
}

test("a bid answers what its payee receives from the opening on, and before it to nobody", async () => {
  const of = await quoted();
  expect(await of.read("provider")).toMatchObject({ isExpired: false, payout: null });
  await of.step.close(of.requestId);
  const payout = {
    payeeReceives: { minor: 7_073_720, currency: "CNY" },
    payerPays: null,
    effectiveCostBps: 65,
    costAgainst: "market",
    mid: {
      source: "market",
      rates: [{ base: "USD", quote: "CNY", rate: "7.12", source: "test", day: "2026-11-24", at: null }],
    },
  };
  for (const as_ of ["buyer", "provider"] as const) expect((await of.read(as_)).payout).toEqual(payout);
  const listed = await of.call(listBids, { as: "buyer", params: { requestId: of.requestId } });
  expect((listed.body as { items: Shown[] }).items).toMatchObject([{ payout, isExpired: false }]);
});

test("an award of an expired quote answers 410, and that a new quote is to be asked for", async () => {
  const of = await quoted();
  await of.step.close(of.requestId);
  of.setClock(ENDS);
  expect(await of.read("buyer")).toMatchObject({ isExpired: true });
  expect(await of.read("provider")).toMatchObject({ isExpired: true });
  expect(await of.award()).toMatchObject({
    status: 410,
    body: { code: "quote_expired", details: { expiresAt: toIso(ENDS), next: "ask_for_new_quote" } },
  });
  of.setClock(instant(ENDS - 1));
  expect(await of.award()).toMatchObject({ status: 201 });
});

test("a quote that has ended already and a mid rate of another pair answer 422", async () => {
  const of = await quoted();
  const send = (terms: object) =>
    of.call(submitBid, { as: "provider2", params: { requestId: of.requestId }, body: quoteOf({ terms }) });
  expect(await send({ expiresAt: toIso(START) })).toMatchObject({
    status: 422,
    body: { code: "quote_expires_in_past" },
  });
  expect(await send({ midRate: "74", midBase: "KZT" })).toMatchObject({
    status: 422,
    body: { code: "mid_not_of_pair" },
  });
});

test("a request with everything that a bank asks is kept and answered as it was sent", async () => {
  const of = await quoted();
  const spec = {
    ...PAYMENT,
    need: "letter_of_credit",
    payerCountry: "KZ",
    payeeCountry: "CN",
    tradeDocuments: ["contract", "invoice"],
    depositPercent: 30,
    balanceDue: "against_documents",
    balanceDueDays: 10,
    counterpartyBanks: "Bank of Horgos",
    declaresNoSanctions: true,
    hadReturns: false,
    creditType: "confirmed",
    issuingBank: "Almaty Trade Bank",
    latestShipment: "2027-01-10",
    creditExpiry: "2027-01-31",
    tolerancePercent: 5,
    arePartialShipmentsAllowed: true,
    creditDocuments: ["commercial_invoice", "transport_document"],
  };
  const dealId = await of.step.deal();
  const requestId = await of.step.request(dealId, { service: "payment", spec });
  expect((await of.call(getRequest, { as: "provider", params: { requestId } })).body).toMatchObject({
    spec: publicSpec("payment", spec),
  });
  expect((await of.call(getRequest, { as: "buyer", params: { requestId } })).body).toMatchObject({ spec });

  const collection = { ...PAYMENT, need: "collection_account", amount: undefined };
  const volume = { ...collection, monthlyVolume: { minor: 50_000_00, currency: "USD" } };
  const second = await of.step.request(await of.step.deal(), { service: "payment", spec: volume });
  expect(second).toBeTruthy();
  const asked = { dealId, service: "payment", spec: collection, bidding: {}, publish: false };
  expect((await of.call(createRequest, { as: "buyer", body: asked })).status).toBe(422);
});
