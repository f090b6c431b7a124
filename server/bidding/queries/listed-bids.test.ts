import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { BID_SORTS } from "@/domain/bidding/bid-sort";
import { DAY_MS, instant, later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { createDeal } from "@/server/deals/create-deal";
import { createRequest } from "@/server/requests/create-request";
import { EXPORTER } from "@/domain/services/examples";
import { dealExample } from "@/domain/deals/deal-example";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { withdrawBid } from "../withdraw-bid";
import { bidsToWithdraw, countOwnBids, ownBids } from "./desk";

type Asked = Partial<Parameters<typeof ownBids>[2]>;

/** Three requests for customs that close a day after the other, bid on in another order. */
async function market() {
  const made = await biddingMarket();
  const ask = async (days: number) => {
    const { run, actors } = made;
    const { id: dealId } = done(await run(createDeal, actors.buyer, dealExample()));
    const bidding = {
      ...{ mode: "sealed", currency: "CNY", closesAt: toIso(later(CLOSES, days * DAY_MS)) },
      decideBy: toIso(later(DECIDES, days * DAY_MS)),
    };
    const spec = { side: "export", supervisionMode: "0110", ...EXPORTER };
    const asked = { dealId, service: "customs", spec, bidding, publish: true };
    return done(await run(createRequest, actors.buyer, asked)).id;
  };
  const [second, third] = [await ask(1), await ask(2)];
  const offer = { ...offerOfThree(), validUntil: toIso(later(DECIDES, 9 * DAY_MS)) };
  for (const [at, requestId] of [third, made.requestId, second].entries()) {
    made.setClock(instant(START + (at + 1) * MINUTE_MS));
    await made.bid(made.actors.provider, offer, requestId);
  }
  const requests = async (asked: Asked, viewer: Actor = made.actors.provider) => {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ownBids>> = await ownBids(made.database.read, viewer, {
        ...{ state: null, limit: 1, now: START, ...asked, cursor },
      });
      found.push(...page.items.map(({ requestId }) => requestId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  };
  return { ...made, first: made.requestId, second, third, requests };
}

test("bids are sorted by their last change and by the close of their requests, page by page", async () => {
  const { requests, first, second, third } = await market();
  expect(await requests({})).toEqual([second, first, third]);
  expect(await requests({ sort: "updated" })).toEqual([third, first, second]);
  expect(await requests({ sort: "closes" })).toEqual([first, second, third]);
  expect(await requests({ sort: "-closes" })).toEqual([third, second, first]);
});

test("bids are narrowed by words and number of their requests, service, hub and state", async () => {
  const of = await market();
  expect(await of.requests({ q: "inverters" })).toHaveLength(3);
  expect(await of.requests({ q: (await of.request(of.second)).reference })).toEqual([of.second]);
  expect(await of.requests({ q: "durian" })).toEqual([]);
  expect(await of.requests({ service: "logistics" })).toEqual([]);
  expect(await of.requests({ hubId: "pingxiang" })).toEqual([]);
  expect(await of.requests({ state: "won" })).toEqual([]);
});

test("the list is counted as it is asked, no further than its limit, and for its bidder alone", async () => {
  const { database, actors } = await market();
  const counted = (viewer: Actor, asked: object = {}) =>
    countOwnBids(database.read, viewer, { state: null, limit: 50, ...asked });
  expect(await counted(actors.provider)).toBe(3);
  expect(await counted(actors.provider, { q: "inverters", limit: 2 })).toBe(2);
  expect(await counted(actors.provider, { service: "logistics" })).toBe(0);
  for (const viewer of [actors.buyer, actors.provider2, actors.visitor]) expect(await counted(viewer)).toBe(0);
});

test("whatever the list is asked, it shows nobody else's bids: not to the buyer of the request either", async () => {
  const { requests, actors } = await market();
  for (const viewer of [actors.buyer, actors.provider2, actors.administrator, actors.visitor])
    for (const sort of BID_SORTS) expect(await requests({ sort, q: "inverters" }, viewer)).toEqual([]);
});

test("what can be withdrawn is what stands on requests that take bids, the next to close first, and its bidder's alone", async () => {
  const { database, actors, run, first, second, third } = await market();
  const open = async (viewer: Actor, days = 0) => {
    const bids = await bidsToWithdraw(database.read, viewer, { now: later(CLOSES, (days - 1) * DAY_MS) });
    return bids.map(({ requestId }) => requestId);
  };
  expect(await open(actors.provider)).toEqual([first, second, third]);
  expect(await open(actors.provider, 1)).toEqual([second, third]);
  const [bid] = await bidsToWithdraw(database.read, actors.provider, { now: START });
  done(await run(withdrawBid, actors.provider, { bidId: bid?.id }));
  expect(await open(actors.provider)).toEqual([second, third]);
  for (const viewer of [actors.buyer, actors.provider2, actors.administrator, actors.visitor])
    expect(await open(viewer)).toEqual([]);
});
