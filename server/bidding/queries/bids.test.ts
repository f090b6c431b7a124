import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import { biddingMarket, done, offerOfThree } from "@/test/bidding-market";
import { withdrawBid } from "../withdraw-bid";
import { answerCounterOffer } from "../../award/answer-counter-offer";
import { counterBid } from "../counter-bid";
import { mintActor } from "../../platform/identity/mint-actor";
import { counterOffersOf, negotiationPage } from "./bids";

test("A negotiation is there from the opening on, for the buyer and the bidder of that bid, under its own request.", async () => {
  const of = await biddingMarket({ negotiationRounds: 1 });
  const { buyer, viewer, provider, provider2, buyer2, administrator, visitor } = of.actors;
  const { id: bidId } = await of.bid();
  const { id: rivalId } = await of.bid(provider2, offerOfThree("CNY", [140_000, 150_000, 15_000]));
  const page = (by: Actor, on = bidId, requestId = of.requestId) =>
    negotiationPage(of.database.read, by, { requestId, bidId: on, now: of.on.clock() });
  const offers = (by: Actor, on = bidId) => counterOffersOf(of.database.read, by, { bidId: on, now: of.on.clock() });
  for (const early of [buyer, provider]) expect([await page(early), await offers(early)]).toEqual([null, null]);
  await of.closeAtItsTime();
  for (const other of [provider2, buyer2, administrator, visitor])
    expect([await page(other), await offers(other)]).toEqual([null, null]);
  expect([await page(buyer, bidId, "another"), await page(provider, rivalId)]).toEqual([null, null]);
  expect(await page(provider2, rivalId)).toMatchObject({ side: "provider", other: { id: "buyer" } });
  const bidders = mintActor({ kind: "user", userId: "v", organisationId: "provider", role: "viewer" });
  const steps = async () =>
    Promise.all(
      [buyer, viewer, provider, bidders].map(async (by) => [(await page(by))?.side, (await page(by))?.steps]),
    );
  const reads = { buyer: ["buyer", []], provider: ["provider", []] };
  expect(await steps()).toEqual([["buyer", ["counter"]], reads.buyer, reads.provider, reads.provider]);
  const charges = [{ line: 0, unitPrice: { minor: 120_000, currency: "CNY" } }];
  const { id: counterOfferId } = done(await of.run(counterBid, buyer, { bidId, charges }));
  const answers = ["provider", ["accept", "decline", "answer"]];
  expect(await steps()).toEqual([reads.buyer, reads.buyer, answers, reads.provider]);
  expect([(await offers(provider))?.length, await offers(provider2)]).toEqual([1, null]);
  expect(await offers(buyer, rivalId)).toEqual([]);
  const opened = async () => (await page(buyer))?.opened.lines[0]?.unitPriceMinor;
  expect(await opened()).toBe("135000");
  done(await of.run(answerCounterOffer, provider, { counterOfferId, answer: "accept" }));
  // What was opened stays what it was: the agreed price is another version.
  expect([await opened(), (await of.bidRow(bidId)).version]).toEqual(["135000", 2]);
  expect((await steps()).map(([, some]) => some)).toEqual([[], [], [], []]);
});

test("There is no negotiation about a bid that was withdrawn, nor where no round was published.", async () => {
  const of = await biddingMarket({ negotiationRounds: 0 });
  const { buyer, provider, provider2 } = of.actors;
  const { id: bidId } = await of.bid();
  const { id: goneId } = await of.bid(provider2);
  done(await of.run(withdrawBid, provider2, { bidId: goneId }));
  await of.closeAtItsTime();
  const asked = (on: string) => ({ requestId: of.requestId, bidId: on, now: of.on.clock() });
  for (const by of [buyer, provider]) expect(await negotiationPage(of.database.read, by, asked(bidId))).toBeNull();
  for (const by of [buyer, provider2]) expect(await counterOffersOf(of.database.read, by, asked(goneId))).toBeNull();
  expect(await counterOffersOf(of.database.read, buyer, asked(bidId))).toEqual([]);
});
