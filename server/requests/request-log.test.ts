import { expect, test } from "vitest";
import { logAfter } from "@/db/repositories/request-log";
import { requestLog } from "@/db/schema/requests";
import { submitBid } from "@/server/bidding/submit-bid";
import { biddingMarket, offerOfThree } from "@/test/bidding-market";

const logOf = (of: Awaited<ReturnType<typeof biddingMarket>>, seq = 0) =>
  logAfter(of.database.read, { requestId: of.requestId, seq, limit: 100 });

test("what happens to a request is numbered without a gap, in the order of its commands", async () => {
  const of = await biddingMarket();
  await of.bid();
  await of.closeAtItsTime();
  const log = await logOf(of);
  expect(log.map(({ event }) => event.type)).toEqual([
    "request.published",
    "bid.submitted",
    "request.closed",
    "request.opened",
  ]);
  expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(await logOf(of, 2)).toEqual(log.slice(2));
});

test("a refused command leaves no entry and no gap", async () => {
  const of = await biddingMarket();
  await of.bid();
  await of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...offerOfThree() });
  await of.bid(of.actors.provider2);
  expect((await logOf(of)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test("bids that come at once each have a number of their own", async () => {
  const of = await biddingMarket();
  await Promise.all([of.bid(of.actors.provider), of.bid(of.actors.provider2)]);
  expect((await logOf(of)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test("an entry can be neither rewritten nor deleted", async () => {
  const of = await biddingMarket();
  await expect(of.database.write((tx) => tx.delete(requestLog))).rejects.toThrow();
  await expect(of.database.write((tx) => tx.update(requestLog).set({ seq: 9 }))).rejects.toThrow();
});
