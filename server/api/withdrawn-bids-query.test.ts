import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { biddingMarket, done, offerOfThree } from "@/test/bidding-market";
import { bidsOf, bidView } from "../bidding/queries/bids";

test("A bid that was withdrawn from open bidding is told to its bidder alone, neither to the buyer nor to a rival.", async () => {
  const of = await biddingMarket({ mode: "open" });
  const { buyer, provider, provider2, visitor } = of.actors;
  const { id: bidId } = await of.bid(provider);
  const { id: rivalId } = await of.bid(provider2, offerOfThree("CNY", [1, 2, 3]));
  const shown = async (viewer: Actor) => {
    const found = await bidsOf(of.database.read, viewer, { requestId: of.requestId, now: of.on.clock() });
    return found?.items.map(({ id }) => id).sort();
  };
  const both = [bidId, rivalId].sort();
  expect([await shown(buyer), await shown(provider), await shown(provider2)]).toEqual([both, both, both]);
  done(await of.run(withdrawBid, provider2, { bidId: rivalId }));
  expect([await shown(buyer), await shown(provider), await shown(provider2)]).toEqual([[bidId], [bidId], both]);
  expect(await shown(visitor)).toEqual([]);
  const alone = (viewer: Actor) => bidView(of.database.read, viewer, { id: rivalId, now: of.on.clock() });
  expect([await alone(buyer), await alone(provider)]).toEqual([null, null]);
  expect(await alone(provider2)).toMatchObject({ id: rivalId, state: "withdrawn" });
});
