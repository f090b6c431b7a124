import { expect, test } from "vitest";
import { statementsOf } from "@/db/drivers/statement-count";
import { offerOfThree } from "@/test/bidding-market";
import { fileMarket } from "@/test/file-market";
import { filesByBidder, filesOn } from "./queries";

const ofKeys = (texts: readonly string[]): string[] => texts.filter((text) => text.includes('"organisation_keys"'));

test("the key of an organisation is read once for all the files of a subject", async () => {
  const market = await fileMarket();
  const { buyer } = market.actors;
  for (const name of ["a.txt", "b.txt", "c.txt"]) await market.sent(buyer, { name, subject: market.onRequest });
  const { reads } = await statementsOf(async () => {
    const files = await filesOn(market.database.read, market.onRequest, { viewer: buyer, now: market.on.clock() });
    expect(files.map(({ name }) => name)).toEqual(["a.txt", "b.txt", "c.txt"]);
  });
  expect(ofKeys(reads)).toHaveLength(1);
});

test("files of two open bids are read by as many statements as those of one", async () => {
  const market = await fileMarket({ mode: "open" });
  const { buyer, provider, provider2 } = market.actors;
  const reads: number[] = [];
  for (const bidder of [provider, provider2]) {
    await market.sent(bidder, { subject: market.onBid });
    await market.bid(bidder, offerOfThree("CNY", [135_000 + reads.length * 5_000, 144_676, 14_000]));
    const sent = await statementsOf(async () => {
      const files = await filesByBidder(market.database.read, market.onBid, { viewer: buyer, now: market.on.clock() });
      expect(files.size).toBe(reads.length + 1);
    });
    reads.push(sent.reads.length);
  }
  expect(reads[1]).toBe(reads[0]);
});
