import { expect, test } from "vitest";
import { type Statements, statementsOf } from "@/db/drivers/statement-count";
import { done } from "@/test/bidding-market";
import { decideMarket, offerOf } from "@/test/decide-market";
import { comparePage } from "./queries/comparison";
import { rankingOf } from "./queries/scores";
import { awardBids } from "./award-bids";
import { rejectBids } from "./reject-bids";

type Market = Awaited<ReturnType<typeof decideMarket>>;

const ACTS = {
  "an award": (of: Market) =>
    of.run(awardBids, of.actors.buyer, {
      requestId: of.requestId,
      bids: [{ bidId: of.bidId(1), reason: "Known to us" }],
      reasons: [{ bidId: of.bidId(0), code: "price" }],
    }),
  "a rejection of all bids": (of: Market) =>
    of.run(rejectBids, of.actors.buyer, { requestId: of.requestId, code: "over_budget", words: "Above the budget" }),
};

const PAGES = {
  "the comparison": (of: Market) =>
    comparePage(of.database.read, of.actors.buyer, { dealId: of.dealId, currency: null, now: of.on.clock() }),
  "the ranking": (of: Market) =>
    rankingOf(of.database.read, of.actors.buyer, { requestId: of.requestId, now: of.on.clock() }),
};

/** What some work sends on a request with so many opened bids. */
async function withBids(count: number, work: (of: Market) => Promise<unknown>): Promise<Statements> {
  const of = await decideMarket(Array.from({ length: count }, (_, at) => offerOf(100_000 + at * 1_000)));
  return statementsOf(() => work(of));
}

test.each(Object.entries(ACTS))("%s reads as often among nine bids as among three", async (_, act) => {
  const work = async (of: Market) => done<unknown>(await act(of));
  const [few, many] = [await withBids(3, work), await withBids(9, work)];
  expect(many.reads.length).toBe(few.reads.length);
});

test.each(Object.entries(PAGES))("%s of nine bids is read by as many statements as that of three", async (_, page) => {
  const work = async (of: Market) => expect(await page(of)).not.toBeNull();
  const [few, many] = [await withBids(3, work), await withBids(9, work)];
  expect(many.reads.length).toBe(few.reads.length);
});
