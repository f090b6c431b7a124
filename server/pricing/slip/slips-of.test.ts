import { describe, expect, test } from "vitest";
import { dealExample } from "@/domain/deals/deal-example";
import type { BidContent, Offer } from "@/domain/bidding/bid";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import type { Actor } from "@/domain/access/actor";
import { toIso } from "@/domain/shared/instant";
import { createRequest } from "@/server/commands/requests/create-request";
import { createDeal } from "@/server/commands/deals/create-deal";
import { checkOffer } from "@/server/pricing/check-offer";
import { allRows } from "@/test/all-rows";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree } from "@/test/bidding-market";
import { slipsOf } from "./slips-of";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

async function check(of: Market, offer: object, { by = of.actors.provider, on = of.requestId } = {}) {
  const asked = { requestId: on, offer: offerSchema.parse(offer) as Offer, now: of.on.clock() };
  const checked = await checkOffer(of.database.read, by, asked);
  if (!checked.ok) throw new Error(checked.refusal.code);
  return slipsOf(of.database.read, by, { requestId: on, content: checked.value as BidContent });
}

/** Another request for the same service, of a deal of its own. */
async function requestOf(of: Market, buyer: Actor) {
  const dealId = done(await of.run(createDeal, buyer, dealExample())).id;
  const bidding = { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
  const spec = { side: "export", supervisionMode: "0110" };
  const asked = { dealId, service: "customs", spec, bidding, publish: true };
  return { requestId: done(await of.run(createRequest, buyer, asked)).id };
}

const USUAL = offerOfThree();
const TENFOLD = offerOfThree("CNY", [135_000, 1_446_760, 14_000]);

describe("the guard against slips of a digit", () => {
  test("says nothing to a first bid of a market without bids", async () => {
    const of = await biddingMarket();
    expect(await check(of, TENFOLD)).toEqual([]);
  });

  test("holds a revision against the bidder's own standing version, which is still sealed", async () => {
    const of = await biddingMarket();
    await of.bid(of.actors.provider, USUAL);
    expect(await check(of, TENFOLD)).toMatchObject([
      { line: 1, code: "IMD", isAbove: true, factorMin: 10, beside: "own_version" },
      { line: null, code: null, isAbove: true, factorMin: 5, beside: "own_version" },
    ]);
    expect(await check(of, USUAL)).toEqual([]);
  });

  test("holds a bid against the bidder's own last bids on other requests, of the same charge, basis and currency", async () => {
    const of = await biddingMarket();
    const { requestId } = await requestOf(of, of.actors.buyer2);
    await of.bid(of.actors.provider, USUAL, requestId);
    expect(await check(of, TENFOLD)).toEqual([
      { alternative: 0, line: 1, code: "IMD", isAbove: true, factorMin: 10, beside: "own_bids" },
    ]);
    expect(await check(of, offerOfThree("USD", [1, 1, 1]))).toEqual([]);
  });

  test("holds a price that the bidder never asked against the market's opened bids, of three others at least", async () => {
    const of = await biddingMarket();
    for (const organisationId of ["buyer", "buyer2"]) await of.list(organisationId, "customs");
    const another = await requestOf(of, of.actors.buyer2);
    await of.bid(of.actors.provider2, USUAL, another.requestId);
    await of.bid(of.actors.buyer, USUAL, another.requestId);
    const third = await requestOf(of, of.actors.buyer);
    await of.bid(of.actors.buyer2, USUAL, third.requestId);
    expect(await check(of, TENFOLD)).toEqual([]);
    await of.closeAtItsTime(another.requestId);
    expect(await check(of, TENFOLD)).toEqual([]);
    await of.closeAtItsTime(third.requestId);
    expect(await check(of, TENFOLD)).toMatchObject([{ line: 1, factorMin: 10, beside: "market" }]);
    expect(await check(of, offerOfThree("CNY", [27_000, 144_676, 14_000]))).toMatchObject([
      { line: 0, isAbove: false, factorMin: 5, beside: "market" },
    ]);
  });

  test("never reads a rival's sealed bid", async () => {
    const of = await biddingMarket();
    await of.bid(of.actors.provider2, USUAL);
    expect(await check(of, TENFOLD)).toEqual([]);
  });

  test("keeps nothing", async () => {
    const of = await biddingMarket();
    await of.bid(of.actors.provider, USUAL);
    const before = await allRows(of.database);
    await check(of, TENFOLD);
    expect(await allRows(of.database)).toEqual(before);
  });
});
