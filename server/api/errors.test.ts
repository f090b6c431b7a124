import { submitBid } from "@/server/bidding/submit-bid";
import { expect, test } from "vitest";
import { organisations } from "../../db/schema/accounts";
import { type ApiMarket, apiMarket, BIDDING, bidBody, CUSTOMS } from "@/test/api-market";
import { steps, tradeToOrder } from "@/test/api-steps";
import { dealExample } from "../../domain/deals/deal-example";
import { usePlatform } from "../platform/platform";
import { awardBids } from "../award/award-bids";
import { getDeal, listDeals } from "../deals/api";
import { acceptOrder } from "../orders/accept-order";
import { reportMilestone } from "../orders/report-milestone";
import { listOrders } from "../orders/api";
import { createDeal } from "../deals/create-deal";
import { getTrafficShare, listHubs, planRoutes } from "../hubs/api";
import { changeRequest } from "../requests/change-request";
import { closeRequest } from "../requests/close-request";
import { createRequest } from "../requests/create-request";
import { listRequests } from "../requests/api";

type Seen = { status: number; body: { code: string; issues?: { path: string; code: string }[] } };
type Case = readonly [
  name: string,
  call: (market: ApiMarket) => Promise<{ status: number; body: never }>,
  status: number,
  code: string,
];

const request = async (market: ApiMarket, asked?: object) => {
  const step = steps(market);
  return step.request(await step.deal(), asked);
};

const CASES: readonly Case[] = [
  ["no key where one is needed", ({ call }) => call(listDeals), 401, "key_missing"],
  [
    "a key that nobody made",
    ({ callWith }) => callWith(`Bearer kouan_${"0".repeat(26)}_${"a".repeat(43)}`, listDeals),
    401,
    "key_unknown",
  ],
  ["another scheme", ({ callWith }) => callWith("Basic YTpi", listDeals), 401, "key_unknown"],
  ["a wrong key where none is needed", ({ callWith }) => callWith("Bearer x", listHubs), 401, "key_unknown"],
  [
    "a revoked key",
    async ({ issue, callWith }) => callWith(await issue("buyer", undefined, { revokedAt: 1 }), listDeals),
    401,
    "key_unknown",
  ],
  [
    "an expired key",
    async ({ issue, callWith }) => callWith(await issue("buyer", undefined, { expiresAt: 1 }), listDeals),
    401,
    "key_unknown",
  ],
  [
    "a key without the scope",
    async ({ issue, callWith }) => callWith(await issue("buyer", ["deals:read"]), createDeal, { body: dealExample() }),
    403,
    "scope_missing",
  ],
  [
    "a key without the scope of what is public",
    async ({ issue, callWith }) => callWith(await issue("buyer", ["deals:read"]), listRequests),
    403,
    "scope_missing",
  ],
  [
    "a key whose maker has not the role",
    ({ call }) => call(createDeal, { as: "viewer", body: dealExample() }),
    403,
    "not_permitted",
  ],
  ["a buyer's key that asks for the traffic", ({ call }) => call(getTrafficShare, { as: "buyer" }), 404, "not_found"],
  ["what is not there", ({ call }) => call(getDeal, { as: "buyer", params: { dealId: "nowhere" } }), 404, "not_found"],
  [
    "an id that cannot be one",
    ({ call }) => call(getDeal, { as: "buyer", params: { dealId: "../../etc\0" } }),
    404,
    "not_found",
  ],
  [
    "no idempotency key",
    ({ call }) => call(createDeal, { as: "buyer", body: dealExample(), key: null }),
    400,
    "idempotency_key_missing",
  ],
  [
    "an endless idempotency key",
    ({ call }) => call(createDeal, { as: "buyer", body: dealExample(), key: "k".repeat(201) }),
    400,
    "idempotency_key_too_long",
  ],
  ["text that is no JSON", ({ call }) => call(createDeal, { as: "buyer", body: "{" }), 400, "json_malformed"],
  [
    "another media type",
    ({ call }) =>
      call(createDeal, { as: "buyer", body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }),
    415,
    "json_needed",
  ],
  [
    "two megabytes",
    ({ call }) => call(createDeal, { as: "buyer", body: `"${"x".repeat(2_000_000)}"` }),
    413,
    "body_too_large",
  ],
  ["no body where one is needed", ({ call }) => call(createDeal, { as: "buyer" }), 422, "invalid"],
  [
    "an unknown member",
    ({ call }) => call(createDeal, { as: "buyer", body: { ...dealExample(), buyerOrganisationId: "buyer2" } }),
    422,
    "invalid",
  ],
  [
    "the null character in a text",
    ({ call }) => call(createDeal, { as: "buyer", body: dealExample({ title: "a\0b" }) }),
    422,
    "invalid",
  ],
  [
    "a member named like a prototype",
    ({ call }) => call(createDeal, { as: "buyer", body: '{"__proto__":{"role":"owner"}}' }),
    422,
    "invalid",
  ],
  [
    "nesting without end",
    ({ call }) => call(createDeal, { as: "buyer", body: `${"[".repeat(50_000)}${"]".repeat(50_000)}` }),
    422,
    "invalid",
  ],
  [
    "a body where none is taken",
    async (market) =>
      market.call(closeRequest, { as: "buyer", params: { requestId: await request(market) }, body: { force: true } }),
    422,
    "invalid",
  ],
  [
    "a deal against its rules",
    ({ call }) => call(createDeal, { as: "buyer", body: dealExample({ direction: "import" }) }),
    422,
    "deal_invalid",
  ],
  ["a parameter nobody knows", ({ call }) => call(listHubs, { query: { colour: "red" } }), 422, "invalid"],
  ["a parameter given twice", ({ call }) => call(listHubs, { query: "limit=1&limit=2" }), 422, "invalid"],
  [
    "a parameter of a command",
    async (market) =>
      market.call(closeRequest, { as: "buyer", params: { requestId: await request(market) }, query: "force=1" }),
    422,
    "invalid",
  ],
  ["a cursor that is none", ({ call }) => call(listRequests, { query: { cursor: "bm9wZQ" } }), 422, "cursor_invalid"],
  [
    "a cursor of another list",
    ({ call }) => call(listOrders, { as: "buyer", query: { cursor: "WyJhIl0" } }),
    422,
    "cursor_invalid",
  ],
  ["no rows", ({ call }) => call(listHubs, { query: { limit: "0" } }), 422, "invalid"],
  ["too many rows", ({ call }) => call(listHubs, { query: { limit: "101" } }), 422, "invalid"],
  ["rows in another notation", ({ call }) => call(listHubs, { query: { limit: "1e1" } }), 422, "invalid"],
  [
    "a place nobody knows",
    ({ call }) => call(planRoutes, { query: { from: "XX", to: "KZALA" } }),
    422,
    "unknown_place",
  ],
  [
    "a period that runs backwards",
    ({ call }) => call(getTrafficShare, { as: "admin", query: { from: "2026-11", to: "2026-10" } }),
    422,
    "period_backwards",
  ],
  [
    "an auction",
    async (market) => {
      const dealId = await steps(market).deal();
      const body = { dealId, service: "customs", spec: CUSTOMS, bidding: { ...BIDDING, mode: "auction" } };
      return market.call(createRequest, { as: "buyer", body });
    },
    422,
    "mode_not_offered",
  ],
  [
    "a second request of one service",
    async (market) => {
      const dealId = await steps(market).deal();
      await steps(market).request(dealId);
      return market.call(createRequest, {
        as: "buyer",
        body: { dealId, service: "customs", spec: CUSTOMS, bidding: BIDDING },
      });
    },
    409,
    "service_requested_already",
  ],
  [
    "a bid on one's own request",
    async (market) => {
      await market.list("buyer", "customs");
      return market.call(submitBid, { as: "buyer", params: { requestId: await request(market) }, body: bidBody() });
    },
    409,
    "own_request",
  ],
  [
    "a bid valid too shortly",
    async (market) =>
      market.call(submitBid, {
        as: "provider",
        params: { requestId: await request(market) },
        body: bidBody(1, { validUntil: "2026-11-25T00:00:00Z" }),
      }),
    422,
    "validity_too_short",
  ],
  [
    "a price in the remarks",
    async (market) =>
      market.call(submitBid, {
        as: "provider",
        params: { requestId: await request(market) },
        body: bidBody(1, { remarks: "all for 500 CNY" }),
      }),
    422,
    "invalid",
  ],
  [
    "an award before the opening",
    async (market) => {
      const requestId = await request(market);
      const bidId = await steps(market).bid(requestId);
      return market.call(awardBids, { as: "buyer", params: { requestId }, body: { bids: [{ bidId }] } });
    },
    409,
    "request_not_closed",
  ],
  [
    "a file that is not there",
    async (market) => {
      const { orderId } = await tradeToOrder(market);
      const body = { code: "documents_requested", occurredAt: "2026-11-24T07:00:00Z", fileIds: ["f1"] };
      return market.call(reportMilestone, { as: "provider", params: { orderId }, body });
    },
    422,
    "file_unknown",
  ],
  [
    "a milestone of tomorrow",
    async (market) => {
      const { orderId } = await tradeToOrder(market);
      return market.call(reportMilestone, {
        as: "provider",
        params: { orderId },
        body: { code: "documents_requested", occurredAt: "2026-11-25T08:00:00Z" },
      });
    },
    422,
    "occurred_in_future",
  ],
  [
    "acceptance by the provider",
    async (market) =>
      market.call(acceptOrder, { as: "provider", params: { orderId: (await tradeToOrder(market)).orderId } }),
    403,
    "not_permitted",
  ],
  [
    "acceptance of what is not delivered",
    async (market) =>
      market.call(acceptOrder, { as: "buyer", params: { orderId: (await tradeToOrder(market)).orderId } }),
    409,
    "wrong_state",
  ],
  [
    "an amendment of what somebody has bid on, without its reason",
    async (market) => {
      const requestId = await request(market);
      await steps(market).bid(requestId);
      return market.call(changeRequest, {
        as: "buyer",
        params: { requestId },
        body: { bidding: { decideBy: "2026-12-20T00:00:00Z" } },
      });
    },
    422,
    "reason_required",
  ],
];

test.each(CASES)("%s is refused", async (_, call, status, code) => {
  const seen = (await call(await apiMarket())) as Seen;
  expect([seen.status, seen.body.code]).toEqual([status, code]);
});

test("malformed input is told by its path", async () => {
  const { call } = await apiMarket();
  const cargo = [{ ...dealExample().cargo[0], hsCode: "x" }];
  const seen = (await call(createDeal, { as: "buyer", body: { ...dealExample(), cargo } as never })) as unknown as Seen;
  expect(seen.body.issues).toMatchObject([{ path: "cargo[0].hsCode", code: "hs_code_malformed" }]);
});

test("an answer without a key says how to send one", async () => {
  const { call } = await apiMarket();
  expect((await call(listDeals)).headers.get("www-authenticate")).toMatch(/^Bearer/);
});

test("no answer may be read by another site's page, or kept by a cache", async () => {
  const { call } = await apiMarket();
  const answered = await call(listHubs, { headers: { origin: "https://elsewhere.example" } });
  expect([...answered.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  expect(answered.headers.get("cache-control")).toBe("no-store");
});

test("a suspended organisation's key is no key", async () => {
  const { call, database } = await apiMarket();
  await database.write((tx) => tx.update(organisations).set({ suspendedAt: 1 }));
  expect(await call(listDeals, { as: "buyer" })).toMatchObject({ status: 401, body: { code: "key_unknown" } });
});

test("who asks too often is told when to come back", async () => {
  const { call, on } = await apiMarket();
  usePlatform({ ...on, isMetered: true });
  let last = await call(listHubs, { as: "buyer", query: { limit: "1" } });
  for (let sent = 1; sent < 7_000 && last.status === 200; sent++)
    last = await call(listHubs, { as: "buyer", query: { limit: "1" } });
  expect(last).toMatchObject({ status: 429, body: { code: "too_many_requests" } });
  expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("a fault of ours is told by a reference and nothing else", async () => {
  const { call, on } = await apiMarket();
  usePlatform({ ...on, database: { ...on.database, write: () => Promise.reject(new Error("disk secrets")) } });
  const seen = await call(createDeal, { as: "buyer", body: dealExample() });
  expect(seen).toMatchObject({
    status: 500,
    body: { code: "fault", detail: expect.stringMatching(/^Reference [0-9A-Z]{8}$/) },
  });
  expect(seen.text).not.toContain("secrets");
});
