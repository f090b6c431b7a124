import { describe, expect, test } from "vitest";
import { DAY_MS, later } from "@/domain/shared/time";
import { allRows } from "@/test/all-rows";
import { apiMarket, BIDDING, CUSTOMS, type Holder } from "@/test/api-market";
import type { Endpoint } from "../platform/api/endpoint-kinds";
import { carriage, steps } from "@/test/api-steps";
import { START } from "@/test/posting-market";
import { orderRooms } from "@/test/order-rooms";
import { awardBids } from "../award/award-bids";
import { escalateDispute } from "../disputes/dispute";
import { askQuestion } from "../requests/ask-question";
import { ENDPOINTS } from "./registry";
import { createRequest } from "../requests/create-request";

/** Ids that are everybody's to read, and why. */
const PUBLIC: Readonly<Record<string, string>> = {
  providerId: "the directory is public",
  hubId: "hubs and their boards are public; only administrators enter anything",
  closureId: "so are closures",
};

/** What each list of one's own shows to whom, of the trade below: a list that is always empty would hide everything from everybody. */
const OWN_LISTS: Readonly<Record<string, Readonly<Partial<Record<Holder, readonly string[]>>>>> = {
  listDeals: { buyer: ["dealId"] },
  listRequests: { buyer: ["requestId", "draftId"], provider: ["requestId"] },
  listOrders: { buyer: ["orderId"], provider: ["orderId"] },
  listDisputes: { admin: ["disputeId"] },
};

/** Lists that hold nothing of anybody's trade, and what they hold. */
const OTHER_LISTS: Readonly<Record<string, string>> = {
  listProviders: "the directory is public",
  getDocument: "the description of the API",
  listCodes: "names of codes",
  listPlaces: "the places of the network",
  findTowns: "the towns of the world",
  listHubs: "hubs are public",
  listCorridors: "corridors of payments that the market knows",
  listHsCodes: "the tariff",
  planRoutes: "ways between two places",
  getTrafficShare: "sums over the market, for administrators",
};

/** What a list cannot be asked without. */
const QUERIES: Readonly<Record<string, Record<string, string>>> = {
  planRoutes: { from: "CNYIU", to: "KZALA" },
  listHsCodes: { q: "8504" },
  findTowns: { q: "Kunshan" },
};

/** What only administrators may ask, and how it answers others. */
const REFUSED: Readonly<Record<string, number>> = { listDisputes: 403, getTrafficShare: 404 };

const INVITED = { visibility: "invited", invitedIds: ["provider"] };

/** A trade among two, none of which others may know: a draft, an open request with a bid, and an order. */
async function privateTrade() {
  const market = await apiMarket();
  const step = steps(market);
  const [dealId, otherDealId] = [await step.deal(), await step.deal()];
  const requestId = await step.request(dealId, { bidding: INVITED });
  const bidId = await step.bid(requestId);
  const asked = await market.call(askQuestion, {
    as: "provider",
    params: { requestId },
    body: { question: "By which gate?" },
  });
  const { id: questionId } = asked.body as { id: string };
  const fileId = (await market.upload("provider", { subject: "bid", subjectId: requestId })).id;
  const awarded = await step.request(otherDealId, { bidding: INVITED });
  const won = await step.bid(awarded);
  await step.close(awarded);
  const { orders } = await step.award(awarded, won);
  const [customsOrderId = ""] = orders;
  const { orderId, slotId, segmentId } = await carriage(market, INVITED);
  const rooms = await orderRooms(market, customsOrderId);
  const draftId = await step.request(await step.deal(), { publish: false });
  const negotiated = await step.request(await step.deal(), { bidding: { ...INVITED, negotiationRounds: 1 } });
  const countered = await step.bid(negotiated);
  await step.close(negotiated);
  const counterOfferId = await step.counter(countered);
  return {
    market,
    ids: {
      ...{ dealId, requestId, bidId, orderId, slotId, segmentId, fileId, counterOfferId, questionId },
      ...rooms,
    } as Record<string, string>,
    draftId,
    closed: { requestId: awarded, bidId: won },
  };
}

const paramsOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);

const withIds = ENDPOINTS.filter(({ path }) => paramsOf(path).some((name) => !(name in PUBLIC)));

describe("what is another organisation's", () => {
  test("is not there, whatever endpoint is asked with its id, and nothing changes", async () => {
    const { market, ids, draftId } = await privateTrade();
    const before = await allRows(market.database);
    expect(withIds.length).toBeGreaterThan(15);
    for (const endpoint of withIds) {
      const names = paramsOf(endpoint.path);
      for (const name of names) expect(Object.keys(ids), `an id for ${name} is made by this test`).toContain(name);
      const body = endpoint.name.startsWith("award") ? { bids: [{ bidId: ids.bidId }] } : endpoint.example;
      const requestIds = names.includes("requestId") ? [ids.requestId as string, draftId] : [""];
      for (const as of ["buyer2", "provider2"] as const)
        for (const requestId of requestIds) {
          const call = { as, params: { ...ids, requestId }, ...(body === undefined ? {} : { body }) };
          const answered = await market.call(endpoint, call);
          // What administrators decide is refused by the role, before anything is looked for.
          const refused = `${endpoint.scope}`.startsWith("admin:")
            ? { status: 403, body: { code: "not_permitted" } }
            : { status: 404, body: { code: "not_found" } };
          expect(answered, `${as} at ${endpoint.name}`).toMatchObject(refused);
        }
      expect(await allRows(market.database), endpoint.name).toEqual(before);
    }
    // Every endpoint with an id is asked by two, and every row is read after each.
  }, 120_000);

  test("is in no list of others", async () => {
    const { market, ids, draftId, closed } = await privateTrade();
    const lists = ENDPOINTS.filter(({ kind, path }) => kind === "query" && paramsOf(path).length === 0);
    market.setClock(later(START, 5 * DAY_MS));
    expect(await market.call(escalateDispute, { as: "buyer", params: ids })).toMatchObject({ status: 200 });
    const shown = (endpoint: Endpoint, as: Holder) =>
      market.call(endpoint, { as, query: QUERIES[endpoint.name] ?? {} });
    for (const endpoint of lists) {
      // First that the list shows something at all: to its owners what is theirs, or to everybody what is public.
      const own = OWN_LISTS[endpoint.name];
      if (own)
        for (const [as, names] of Object.entries(own))
          for (const name of names) {
            const { text } = await shown(endpoint, as as Holder);
            expect(text, `${endpoint.name} shows ${as} its ${name}`).toContain({ ...ids, draftId }[name] ?? name);
          }
      else expect(OTHER_LISTS, `${endpoint.name} is somebody's own, or is said why not`).toHaveProperty(endpoint.name);
      for (const as of ["buyer2", "provider2"] as const) {
        const { text, status } = await shown(endpoint, as);
        expect([endpoint.name, status]).toEqual([endpoint.name, REFUSED[endpoint.name] ?? 200]);
        for (const id of [...Object.values(ids), draftId, ...Object.values(closed)])
          expect(text, endpoint.name).not.toContain(id);
      }
    }
    for (const name of Object.keys({ ...OWN_LISTS, ...OTHER_LISTS }))
      expect(lists.map((one) => one.name)).toContain(name);
  });

  test("cannot be named in a body either", async () => {
    const { market, ids, closed } = await privateTrade();
    const before = await allRows(market.database);
    const asked = { dealId: ids.dealId, service: "payment", spec: {}, bidding: BIDDING };
    const calls = [
      market.call(createRequest, { as: "buyer2", body: { ...asked, service: "customs", spec: CUSTOMS } }),
      market.call(awardBids, {
        as: "buyer2",
        params: { requestId: closed.requestId },
        body: { bids: [{ bidId: closed.bidId }] },
      }),
      market.call(awardBids, {
        as: "buyer",
        params: { requestId: closed.requestId },
        body: { bids: [{ bidId: ids.bidId }] },
      }),
    ];
    for (const call of calls) expect(await call).toMatchObject({ status: 404 });
    expect(await allRows(market.database)).toEqual(before);
  });

  test("on the other side of one's own trade is not there to be acted on", async () => {
    const { market, ids } = await privateTrade();
    const before = await allRows(market.database);
    const act = async (as: "buyer" | "provider", name: string) => {
      const endpoint = ENDPOINTS.find((one) => one.name === name);
      if (!endpoint) throw new Error(`no endpoint ${name}`);
      const body = name === "awardRequest" ? { bids: [{ bidId: ids.bidId }] } : endpoint.example;
      return (await market.call(endpoint, { as, params: ids, ...(body === undefined ? {} : { body }) })).status;
    };
    for (const name of [
      "changeRequest",
      "publishRequest",
      "closeRequest",
      "openRequest",
      "cancelRequest",
      "awardRequest",
      "answerQuestion",
      "scoreBid",
      "getRanking",
    ])
      expect([name, await act("provider", name)]).toEqual([name, 404]);
    for (const name of ["getBid", "reviseBid", "confirmBid", "withdrawBid"])
      expect([name, await act("buyer", name)]).toEqual([name, 404]);
    for (const [as, name] of [
      ["provider", "acceptOrder"],
      ["provider", "cancelOrder"],
      ["buyer", "reportMilestone"],
      ["buyer", "requestSlot"],
      ["buyer", "confirmSlot"],
      ["buyer", "cancelSlot"],
      ["buyer", "markSlot"],
    ] as const)
      expect([name, await act(as, name)]).toEqual([name, 403]);
    expect(await allRows(market.database)).toEqual(before);
  });
});
