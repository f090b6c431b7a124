import { expect, test } from "vitest";
import { type Statements, statementsOf } from "@/db/drivers/statement-count";
import { dealExample } from "@/domain/deals/deal-example";
import { EXPORTER } from "@/domain/services/examples";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import type { Offer } from "@/domain/bidding/bid";
import { toIso } from "@/domain/shared/time";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree } from "@/test/bidding-market";
import { createDeal } from "../deals/create-deal";
import { createRequest } from "../requests/create-request";
import { requestPage } from "../requests/queries/request-page";
import { ownBids } from "./queries/desk";
import { checkOffer, outliersOf } from "./pricing";
import { reviseBid } from "./submit-bid";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

const SPEC = { side: "export", supervisionMode: "0110", ...EXPORTER };
const TIMES = { closesAt: toIso(CLOSES), decideBy: toIso(DECIDES) };

/** A request for customs of a deal of its own. */
async function asked(of: Market): Promise<string> {
  const { id: dealId } = done(await of.run(createDeal, of.actors.buyer, dealExample()));
  const bidding = { mode: "sealed", currency: "CNY", ...TIMES };
  const request = { dealId, service: "customs", spec: SPEC, bidding, publish: true };
  return done(await of.run(createRequest, of.actors.buyer, request)).id;
}

/** What some work sends for a provider with so many sealed bids. */
async function withBids(count: number, work: (of: Market) => Promise<unknown>): Promise<Statements> {
  const of = await biddingMarket();
  for (let bid = 0; bid < count; bid++) await of.bid(of.actors.provider, offerOfThree(), await asked(of));
  return statementsOf(() => work(of));
}

const PAGES = {
  "their list": async (of: Market, count: number) => {
    const list = { state: null, cursor: null, limit: 25, now: of.on.clock() };
    expect((await ownBids(of.database.read, of.actors.provider, list)).items).toHaveLength(count);
  },
  "the warnings of a price beside them": async (of: Market) => {
    const { read } = of.database;
    const asked = { requestId: of.requestId, offer: offerSchema.parse(offerOfThree()) as Offer, now: of.on.clock() };
    const priced = await checkOffer(read, of.actors.provider, asked);
    if (!priced.ok) throw new Error(priced.refusal.code);
    await outliersOf(read, of.actors.provider, { requestId: of.requestId, content: priced.value });
  },
};

test.each(Object.entries(PAGES))("%s reads as often for nine sealed bids as for three", async (_, page) => {
  const [few, many] = [await withBids(3, (of) => page(of, 3)), await withBids(9, (of) => page(of, 9))];
  expect(many.reads.length).toBe(few.reads.length);
});

test("a bidder's page reads as often for a bid of five versions as for one of two", async () => {
  const reads = async (versions: number): Promise<number> => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    for (let version = 2; version <= versions; version++)
      done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: `Version ${version}` }));
    const { reads: sent } = await statementsOf(async () => {
      const page = await requestPage(of.database.read, of.actors.provider, { id: of.requestId, now: of.on.clock() });
      expect(page?.ownBid?.versions).toHaveLength(versions);
    });
    return sent.length;
  };
  expect(await reads(5)).toBe(await reads(2));
});
