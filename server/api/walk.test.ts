import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { reviseBid } from "@/server/bidding/submit-bid";
import { EXPORTER, PAYEE } from "../../domain/services/examples";
import { expect, test } from "vitest";
import { later, MINUTE_MS } from "../../domain/shared/time";
import { apiMarket, bidBody, type Holder } from "@/test/api-market";
import { steps, tradeToOrder } from "@/test/api-steps";
import { START } from "@/test/posting-market";
import { awardBidsOfDeal } from "../award/award-bids";
import { getBid, listBids } from "../bidding/api";
import { getProvider, listProviders } from "../catalogue/api";
import { getDeal, listDeals } from "../deals/api";
import { acceptOrder } from "../orders/accept-order";
import { cancelOrder } from "../orders/cancel-order";
import { reportMilestone } from "../orders/report-milestone";
import { getOrder, listOrders } from "../orders/api";
import { getTrafficShare, listHubs, listPlaces, planRoutes } from "../hubs/api";
import { changeRequest } from "../requests/change-request";
import { cancelRequest } from "../requests/cancel-request";
import { closeRequest } from "../requests/close-request";
import { openRequest } from "../requests/open-request";
import { publishRequest } from "../requests/publish-request";
import { getRequest, listRequests } from "../requests/api";

const PAYMENT = {
  need: "supplier_payment",
  payerCurrency: "KZT",
  payeeCurrency: "CNY",
  ...PAYEE,
  amount: { minor: 60_000_000, currency: "CNY" },
};
const PAYMENT_BID = bidBody(0, {
  charges: [{ code: "PAY", basis: "payout", unitPrice: { minor: 20_000, currency: "CNY" } }],
});

test("a deal goes from its posting to its acceptance by calls alone", async () => {
  const market = await apiMarket();
  const { call } = market;
  const step = steps(market);
  const dealId = await step.deal();
  const requestId = await step.request(dealId);
  const cheap = await step.bid(requestId, "provider", bidBody(30_000));
  const dear = await step.bid(requestId, "provider2", bidBody(40_000));
  await step.close(requestId);

  const bids = await call(listBids, { as: "buyer", params: { requestId } });
  expect(bids.body).toMatchObject({
    count: 2,
    items: [
      { id: cheap, total: { minor: 30_000, currency: "CNY" }, provider: { id: "provider" }, receipt: null },
      { id: dear, total: { minor: 40_000, currency: "CNY" } },
    ],
  });

  const { award, orders } = await step.award(requestId, cheap);
  expect(award).toMatchObject({ state: "effective", effectiveAt: "2026-11-24T08:00:00.000Z" });
  expect(orders).toHaveLength(1);
  const params = { orderId: orders[0] as string };

  const milestones = ["documents_requested", "documents_complete", "filed", "released"];
  const states: string[] = [];
  for (const [at, code] of milestones.entries()) {
    const papers = code === "documents_complete" ? { papersReason: "All on paper with us" } : {};
    const number = { country: "CN", number: "530320260123456789" };
    const said = code === "filed" ? { evidence: { declarations: [number] } } : papers;
    const body = { code, occurredAt: `2026-11-24T07:${at}5:00Z`, note: "as seen", fileIds: [], ...said };
    const reported = await call(reportMilestone, { as: "provider", params, body });
    expect(reported.status, reported.text).toBe(201);
    states.push((reported.body as { state: string }).state);
  }
  expect(states).toEqual(["scheduled", "in_progress", "in_progress", "delivered"]);
  expect((await call(acceptOrder, { as: "buyer", params })).body).toMatchObject({ state: "accepted" });
  const last = { code: "pack_archived", occurredAt: "2026-11-24T07:45:00Z" };
  expect((await call(reportMilestone, { as: "provider", params, body: last })).body).toMatchObject({
    state: "completed",
  });

  const order = await call(getOrder, { as: "provider", params });
  expect(order.body).toMatchObject({
    state: "completed",
    side: "provider",
    price: { minor: 30_000, currency: "CNY" },
    hubId: "horgos",
  });
  expect(order.headers.get("etag")).toBe(`"${(order.body as { version: number }).version}"`);
  for (const as of ["buyer", "provider"] as const)
    expect((await call(listOrders, { as, query: { state: "completed", hub: "horgos" } })).body).toMatchObject({
      items: [{ id: params.orderId }],
      nextCursor: null,
    });
  expect((await call(listOrders, { as: "buyer", query: { state: "placed" } })).body).toEqual({
    items: [],
    nextCursor: null,
  });
  const losing = await call(getBid, { as: "provider2", params: { bidId: dear } });
  expect(losing.body).toMatchObject({ state: "lost", isOwn: true });
  const share = await call(getTrafficShare, { as: "admin", query: { from: "2026-11", to: "2026-11" } });
  expect(share.body).toMatchObject({
    measure: "orders",
    borderHubShareBps: 10_000,
    rows: [{ hubId: "horgos", count: 1, shareBps: 10_000, value: { minor: 30_000, currency: "CNY" } }],
  });
});

test("before the opening a bidder reads its own bid and everyone else the number only, whatever the amounts are", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const bidId = await step.bid(requestId, "provider", bidBody(1));
  const read = (as: Holder) => market.call(listBids, { as, params: { requestId } });
  const small = await Promise.all((["buyer", "buyer2", "provider2"] as const).map(read));
  const revised = {
    charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor: 9_999_999_999, currency: "CNY" } }],
    remarks: "x".repeat(900),
  };
  await market.call(reviseBid, { as: "provider", params: { bidId }, body: revised });
  const large = await Promise.all((["buyer", "buyer2", "provider2"] as const).map(read));
  expect(large.map(({ text }) => text)).toEqual(small.map(({ text }) => text));
  expect(small.map(({ body }) => body)).toEqual(
    Array.from({ length: 3 }, () => ({ items: [], nextCursor: null, count: 1 })),
  );
  expect((await read("provider")).body).toMatchObject({
    count: 1,
    items: [{ id: bidId, isOwn: true, version: 2, total: { minor: 9_999_999_999 } }],
  });
  expect((await market.call(getBid, { as: "buyer", params: { bidId } })).status).toBe(404);
});

test("in open bidding rivals see what stands without whose it is, and strangers the number only", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal(), { bidding: { mode: "open" } });
  const bidId = await step.bid(requestId, "provider", bidBody(30_000));
  const read = (as: Holder) => market.call(listBids, { as, params: { requestId } });
  expect((await read("provider2")).body).toMatchObject({ items: [], count: 1 });
  await step.bid(requestId, "provider2", bidBody(29_000));
  expect((await read("provider2")).body).toMatchObject({
    items: [{ id: bidId, isOwn: false, provider: null, charges: null, total: { minor: 30_000 } }, { isOwn: true }],
  });
  expect((await read("buyer")).body).toMatchObject({
    items: [{ provider: { id: "provider" } }, { provider: { id: "provider2" } }],
  });
  expect((await read("buyer2")).body).toMatchObject({ items: [], count: 2 });
});

test("a bid that was taken back is no longer counted, and only its bidder reads it", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const bidId = await step.bid(requestId);
  await step.bid(requestId, "provider2");
  expect((await market.call(withdrawBid, { as: "provider", params: { bidId } })).body).toEqual({
    id: bidId,
    state: "withdrawn",
  });
  await step.close(requestId);
  expect((await market.call(listBids, { as: "buyer", params: { requestId } })).body).toMatchObject({
    count: 1,
    items: [{ provider: { id: "provider2" } }],
  });
  expect((await market.call(getBid, { as: "provider", params: { bidId } })).body).toMatchObject({ state: "withdrawn" });
});

test("two people's keys open a sealed request where two people open, one person's do not", async () => {
  const market = await apiMarket();
  const { call } = market;
  const step = steps(market);
  const requestId = await step.request(await step.deal(), { bidding: { twoPersonOpening: true } });
  await step.bid(requestId);
  await step.close(requestId);
  const open = (as: Holder) => call(openRequest, { as, params: { requestId } });
  expect((await open("buyer")).body).toEqual({ id: requestId, state: "closed", approvals: 1 });
  expect(await open("buyer")).toMatchObject({ status: 409, body: { code: "second_person_needed" } });
  expect((await call(listBids, { as: "buyer", params: { requestId } })).body).toMatchObject({ items: [], count: 1 });
  expect((await open("colleague")).body).toEqual({ id: requestId, state: "opened", approvals: 2 });
  expect((await call(listBids, { as: "buyer", params: { requestId } })).body).toMatchObject({
    items: [{ isOwn: false }],
  });
});

test("a deal's requests are awarded together, all or none", async () => {
  const market = await apiMarket();
  await market.list("provider", "payment");
  const step = steps(market);
  const dealId = await step.deal();
  const first = await step.request(dealId);
  const second = await step.request(dealId, { service: "payment", spec: PAYMENT });
  const bids = [await step.bid(first), await step.bid(second, "provider", PAYMENT_BID)];
  await step.close(first);
  const award = () =>
    market.call(awardBidsOfDeal, { as: "buyer", params: { dealId }, body: { bids: bids.map((bidId) => ({ bidId })) } });
  expect(await award()).toMatchObject({ status: 409, body: { code: "request_not_closed" } });
  expect((await market.call(listOrders, { as: "buyer" })).body).toEqual({ items: [], nextCursor: null });
  await step.close(second);
  const answered = await award();
  expect(answered).toMatchObject({ status: 201, body: { award: { state: "effective" } } });
  expect((answered.body as { orders: string[] }).orders).toHaveLength(2);
  expect((await market.call(getDeal, { as: "buyer", params: { dealId } })).body).toMatchObject({
    requests: [{ state: "awarded" }, { state: "awarded" }],
    contractedAt: "2026-11-24T08:00:00.000Z",
  });
});

test("a draft is its buyer's alone until it is published; then everybody finds it, a visitor without names and specs", async () => {
  const market = await apiMarket();
  const { call } = market;
  const step = steps(market);
  const requestId = await step.request(await step.deal(), { publish: false });
  const params = { requestId };
  const found = async (as: Holder | null) =>
    ((await call(listRequests, { as, query: { service: "customs" } })).body as { items: unknown[] }).items.length;
  expect([await found("buyer"), await found("buyer2"), await found("provider"), await found(null)]).toEqual([
    1, 0, 0, 0,
  ]);
  const changed = await call(changeRequest, {
    as: "buyer",
    params,
    body: { spec: { side: "export", supervisionMode: "9710", ...EXPORTER } },
  });
  expect(changed.body).toMatchObject({ id: requestId, version: 2 });
  expect((await call(publishRequest, { as: "buyer", params })).body).toEqual({ id: requestId, state: "open" });
  expect([await found("provider"), await found(null)]).toEqual([1, 1]);
  expect((await call(getRequest, { as: "provider", params })).body).toMatchObject({
    spec: { supervisionMode: "9710" },
    buyer: { id: "buyer" },
    deal: { goodsValue: { minor: 61_400_000 } },
    invitedIds: null,
  });
  expect((await call(getRequest, { params })).body).toMatchObject({
    spec: null,
    deal: { incoterm: { rule: "DAP" }, goodsValue: { minor: 61_400_000 } },
    buyer: null,
    invitedIds: null,
  });
  const early = await call(closeRequest, { as: "buyer", params });
  expect(early.body).toEqual({ id: requestId, state: "no_bids" });
});

test("a request for invited providers is there for its buyer and for them alone", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal(), {
    bidding: { visibility: "invited", invitedIds: ["provider"] },
  });
  const read = async (as: Holder | null) => (await market.call(getRequest, { as, params: { requestId } })).status;
  expect([await read("buyer"), await read("provider"), await read("provider2"), await read(null)]).toEqual([
    200, 200, 404, 404,
  ]);
});

test("a request that is given up tells why, and an order can be called off before it begins", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const cancelled = await market.call(cancelRequest, {
    as: "buyer",
    params: { requestId },
    body: { reason: "Sold out" },
  });
  expect(cancelled.body).toEqual({ id: requestId, state: "cancelled" });
  expect((await market.call(getRequest, { as: "provider", params: { requestId } })).body).toMatchObject({
    cancelReason: "Sold out",
  });
  const { orderId } = await tradeToOrder(market);
  expect(
    (await market.call(cancelOrder, { as: "buyer", params: { orderId }, body: { reason: "Burned" } })).body,
  ).toMatchObject({ state: "cancelled" });
});

test("an inspection's answer carries its sampling plan, those of its named tests, and what they come to", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const spec = {
    type: "pre_shipment",
    factoryAddress: "Yiwu",
    date: "2026-12-05",
    standard: "iso-2859-1",
    level: "II",
    aql: { critical: 0, major: 2.5, minor: 4 },
    lotSize: 3_200,
    severity: "normal",
    specialTests: [{ test: "carton_drop", level: "S-4" }],
  };
  const requestId = await step.request(await step.deal(), { service: "inspection", spec });
  const request = await market.call(getRequest, { as: "buyer", params: { requestId } });
  expect(request.body).toMatchObject({
    spec: {
      lotSize: 3_200,
      testPlan: [
        {
          test: "carton_drop",
          text: null,
          level: "S-4",
          codeLetter: "G",
          sampleSize: 32,
          acceptanceNumber: 2,
          rejectionNumber: 3,
        },
      ],
      checksInAll: 375,
      minutesOnSite: 303,
      manDaysMilli: 1000,
      samplingPlan: expect.arrayContaining([
        expect.objectContaining({
          defectClass: "major",
          codeLetter: "K",
          sampleSize: 125,
          acceptanceNumber: 7,
          rejectionNumber: 8,
        }),
      ]),
    },
  });
});

test("lists are walked page by page to their end, each row once, and directory and places need no key", async () => {
  const market = await apiMarket();
  const step = steps(market);
  for (let made = 0; made < 5; made++) await step.request(await step.deal());
  const walk = async (endpoint: Parameters<typeof market.call>[0], as: Holder | null, limit: string) => {
    const ids: string[] = [];
    for (let cursor: string | null = "", pages = 0; cursor !== null && pages < 200; pages++) {
      const answered = await market.call(endpoint, { as, query: { limit, ...(cursor ? { cursor } : {}) } });
      const page = answered.body as { items: { id: string }[]; nextCursor: string | null };
      expect(page.items.length).toBeLessThanOrEqual(Number(limit));
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(ids).size).toBe(ids.length);
    return ids;
  };
  expect(await walk(listRequests, null, "2")).toHaveLength(5);
  expect(await walk(listDeals, "buyer", "2")).toHaveLength(5);
  expect(await walk(listProviders, null, "1")).toEqual(["provider", "provider2"]);
  expect((await walk(listPlaces, null, "7")).length).toBeGreaterThan(90);
  const hubs = await walk(listHubs, null, "5");
  expect(hubs).toContain("horgos");
  expect((await market.call(getProvider, { params: { providerId: "provider" } })).body).toMatchObject({
    id: "provider",
    listings: [{ service: "customs" }],
  });
});

test("the planner answers ways with legs, kilometres, days and the wait at the border", async () => {
  const market = await apiMarket();
  const ways = await market.call(planRoutes, {
    query: { from: "CNYIU", to: "KZALA", mode: "road", k: "2", month: "4" },
  });
  expect(ways.body).toMatchObject({
    items: [{ hubId: "horgos", mode: "road", borderWait: { month: 4 } }, { mode: "road" }],
    nextCursor: null,
  });
  expect(await market.call(planRoutes, { query: { from: "CNYIU", to: "CNYIU" } })).toMatchObject({
    status: 422,
    body: { code: "not_across_china_border" },
  });
});

test("after its time a request is closed by its buyer without having allowed it", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal(), { bidding: { mayCloseEarly: false } });
  await step.bid(requestId);
  const close = () => market.call(closeRequest, { as: "buyer", params: { requestId } });
  expect(await close()).toMatchObject({ status: 409, body: { code: "not_yet" } });
  market.setClock(later(START, 2_880 * MINUTE_MS));
  expect((await close()).body).toEqual({ id: requestId, state: "opened" });
});
