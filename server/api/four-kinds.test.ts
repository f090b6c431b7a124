import { publicSpec } from "@/domain/services/registry";
import { expect, test } from "vitest";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { apiMarket, type ApiMarket, type Holder } from "@/test/api-market";
import { type Awarded, type Made, steps } from "@/test/api-steps";
import { DEAL, type FullBid, PLAN, SPECS, fullBids, totalOf, wireBid } from "@/test/four-kinds";
import { awardBidsOfDeal } from "../award/award-bids";
import { getBid, listBids } from "../bidding/api";
import { createDeal } from "../deals/create-deal";
import { getDeal } from "../deals/api";
import { getOrder, listOrders } from "../orders/api";
import { ENDPOINTS } from "./registry";
import { openRequest } from "../requests/open-request";
import { getRequest } from "../requests/api";

const BIDDERS = ["provider", "provider2"] as const;
type Bidder = (typeof BIDDERS)[number];
type Each<T> = Readonly<Record<Service, T>>;
type Stand = {
  readonly dealId: string;
  readonly requestIds: Each<string>;
  readonly bidIds: Readonly<Record<Bidder, Each<string>>>;
};

const OFFERED: Readonly<Record<Bidder, Each<FullBid>>> = { provider: fullBids(0), provider2: fullBids(10_101) };

const forEach = async <T>(make: (service: Service) => Promise<T>): Promise<Each<T>> => {
  const made: [Service, T][] = [];
  for (const service of SERVICES) made.push([service, await make(service)]);
  return Object.fromEntries(made) as Each<T>;
};

/** A buyer's deal with all four requests, and two providers' bids on each. */
async function fourRequests(market: ApiMarket, bidding: object = {}): Promise<Stand> {
  const step = steps(market);
  for (const bidder of BIDDERS)
    for (const service of SERVICES) if (service !== "customs") await market.list(bidder, service);
  const posted = await market.call(createDeal, { as: "buyer", body: DEAL });
  expect(posted.status, posted.text).toBe(201);
  const { id: dealId } = posted.body as Made;
  const requestIds = await forEach((service) => step.request(dealId, { service, spec: SPECS[service], bidding }));
  const bidsOf = (bidder: Bidder) =>
    forEach((service) => step.bid(requestIds[service], bidder, wireBid(OFFERED[bidder][service])));
  return { dealId, requestIds, bidIds: { provider: await bidsOf("provider"), provider2: await bidsOf("provider2") } };
}

/** Unit prices and amounts of a bidder, but for those that follow from the request alone. */
const secretsOf = (bidder: Bidder): string[] =>
  SERVICES.flatMap((service) => {
    const bid = OFFERED[bidder][service];
    const prices = bid.charges.flatMap((charge) => ("unitPrice" in charge ? [charge.unitPrice.minor] : []));
    return [...prices, totalOf(bid)].map(String);
  });

/** Every answer that this key is given anywhere in the API, in one text. */
async function everythingRead(market: ApiMarket, as: Holder | null, { dealId, requestIds, bidIds }: Stand) {
  const ids: Readonly<Record<string, readonly string[]>> = {
    dealId: [dealId],
    requestId: Object.values(requestIds),
    bidId: BIDDERS.flatMap((bidder) => Object.values(bidIds[bidder])),
    providerId: BIDDERS,
  };
  const texts: string[] = [];
  for (const endpoint of ENDPOINTS.filter(({ kind }) => kind === "query")) {
    const [name] = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, found = ""]) => found);
    for (const id of name === undefined ? [""] : (ids[name] ?? []))
      texts.push((await market.call(endpoint, { as, params: name === undefined ? {} : { [name]: id } })).text);
  }
  expect(texts.length, "there were answers to read").toBeGreaterThan(25);
  return texts.join("\n");
}

const toldIn = (text: string, amounts: readonly string[]): string[] =>
  amounts.filter((minor) => new RegExp(`(?<!\\d)${minor}(?!\\d)`).test(text));

async function expectSealed(market: ApiMarket, stand: Stand): Promise<void> {
  const others: readonly (Holder | null)[] = ["buyer", "colleague", "viewer", "buyer2", "admin", null];
  const all = BIDDERS.flatMap(secretsOf);
  for (const as of others) expect(toldIn(await everythingRead(market, as, stand), all), String(as)).toEqual([]);
  for (const [as, rival] of [BIDDERS, [...BIDDERS].reverse()] as [Bidder, Bidder][]) {
    const text = await everythingRead(market, as, stand);
    expect(toldIn(text, secretsOf(rival)), as).toEqual([]);
    expect(toldIn(text, secretsOf(as)), "a bidder reads its own").toEqual(secretsOf(as));
  }
}

/** The lines as the API answers them: what was sent, and what the request makes of it. */
const answeredCharges = ({ charges, amounts }: FullBid) =>
  charges.map((charge, at) => ({
    ...charge,
    amount: amounts[at] === null ? null : { minor: amounts[at], currency: "CNY" },
    isPassThrough: charge.isPassThrough ?? false,
  }));

async function expectOpened(market: ApiMarket, { requestIds, bidIds }: Stand): Promise<void> {
  for (const service of SERVICES) {
    const listed = await market.call(listBids, { as: "buyer", params: { requestId: requestIds[service] } });
    const items = BIDDERS.map((bidder) => {
      const bid = OFFERED[bidder][service];
      return {
        id: bidIds[bidder][service],
        provider: { id: bidder },
        total: { minor: totalOf(bid), currency: "CNY" },
        charges: answeredCharges(bid),
        terms: bid.terms,
      };
    });
    expect(listed.body, service).toMatchObject({ count: 2, items });
  }
}

test("a request of each kind is answered to a bidder as it was sent, the inspection with the numbers of the published tables", async () => {
  const market = await apiMarket();
  const { requestIds } = await fourRequests(market);
  for (const service of SERVICES) {
    const read = await market.call(getRequest, { as: "provider2", params: { requestId: requestIds[service] } });
    const spec = service === "inspection" ? { ...SPECS.inspection, ...PLAN } : publicSpec(service, SPECS[service]);
    expect(read.body, service).toMatchObject({ service, spec });
  }
});

test("all four kinds go by calls alone from posting over sealed bids to orders; every line opened and ordered is the line sent (lessons 6, 7)", async () => {
  const market = await apiMarket();
  const { call } = market;
  const step = steps(market);
  const stand = await fourRequests(market, { twoPersonOpening: true });
  const { dealId, requestIds, bidIds } = stand;
  await expectSealed(market, stand);

  for (const id of Object.values(requestIds)) await step.close(id);
  const open = (as: Holder) =>
    forEach(async (service) => (await call(openRequest, { as, params: { requestId: requestIds[service] } })).body);
  for (const answered of Object.values(await open("buyer"))) expect(answered).toMatchObject({ state: "closed" });
  await expectSealed(market, stand);
  for (const answered of Object.values(await open("colleague"))) expect(answered).toMatchObject({ state: "opened" });
  await expectOpened(market, stand);

  const winners: Each<Bidder> = {
    logistics: "provider",
    payment: "provider2",
    customs: "provider",
    inspection: "provider2",
  };
  const bids = SERVICES.map((service) => ({
    ...{ bidId: bidIds[winners[service]][service], reason: "Works with each of the others" },
  }));
  const awarded = await call(awardBidsOfDeal, { as: "buyer", params: { dealId }, body: { bids } });
  expect(awarded.status, awarded.text).toBe(201);
  const { award, orders } = awarded.body as Awarded;
  expect(award).toMatchObject({ state: "effective" });
  expect(orders).toHaveLength(SERVICES.length);
  expect((await call(getDeal, { as: "buyer", params: { dealId } })).body).toMatchObject({
    requests: SERVICES.map(() => ({ state: "awarded" })),
  });
  for (const orderId of orders) {
    const order = (await call(getOrder, { as: "buyer", params: { orderId } })).body as { service: Service };
    const bid = OFFERED[winners[order.service]][order.service];
    expect(order, order.service).toMatchObject({
      dealId,
      requestId: requestIds[order.service],
      provider: { id: winners[order.service] },
      state: "placed",
      price: { minor: totalOf(bid), currency: "CNY" },
      charges: answeredCharges(bid),
    });
  }
  for (const as of ["buyer", "provider", "provider2"] as const) {
    const { items } = (await call(listOrders, { as })).body as { items: readonly Made[] };
    expect(items, as).toHaveLength(as === "buyer" ? 4 : 2);
  }
  const lost = await call(getBid, { as: "provider2", params: { bidId: bidIds.provider2.logistics } });
  expect(lost.body).toMatchObject({ state: "lost", total: { minor: totalOf(OFFERED.provider2.logistics) } });
});
