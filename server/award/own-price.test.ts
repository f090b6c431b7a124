import { expect, test } from "vitest";
import { awardsOfDeal } from "@/db/repositories/award";
import { done, refusalOf } from "@/test/bidding-market";
import { bidsMarket, decideMarket, offerOf } from "@/test/decide-market";
import { placeOf } from "../bidding/queries/bids";
import { comparePage } from "./queries/comparison";
import { awardBids } from "./award-bids";

const line = (code: string, minor: number, more: object = {}) => ({
  ...{ code, basis: "shipment", unitPrice: { minor, currency: "CNY" } },
  ...more,
});

/** A broker that is dearer and estimates little tax, and one that is cheaper and estimates more. */
const DEARER = offerOf(0, { charges: [line("EXD", 52_000), line("VAT", 1_000)] });
const CHEAPER = offerOf(0, {
  charges: [line("EXD", 50_000), line("VAT", 160_000), line("CRT", 9_000, { isPassThrough: true })],
});

test("a broker that estimates less tax is not first by it: own prices are ranked, marked as lowest and kept with the award", async () => {
  const of = await decideMarket([DEARER, CHEAPER]);
  const now = of.on.clock();
  const page = await comparePage(of.database.read, of.actors.buyer, { dealId: of.dealId, currency: null, now });
  const service = page?.services[0];
  expect(service?.ranking.map(({ bidId }) => bidId)).toEqual([of.bidId(1), of.bidId(0)]);
  expect(service?.cells.map(({ amount, contract, isLowest }) => [amount?.minor, contract?.minor, isLowest])).toEqual([
    [52_000n, 53_000n, false],
    [50_000n, 219_000n, true],
  ]);
  const give = (at: number, reason?: string) =>
    of.run(awardBids, of.actors.buyer, { requestId: of.requestId, bids: [{ bidId: of.bidId(at), reason }] });
  expect(refusalOf(await give(0))).toBe("reason_needed");
  done(await give(1));
  const [award] = await awardsOfDeal(of.database.read, of.dealId);
  expect(award?.comparison).toMatchObject({
    totals: { [of.bidId(0)]: "53000", [of.bidId(1)]: "219000" },
    ownPrices: { [of.bidId(0)]: "52000", [of.bidId(1)]: "50000" },
  });
  expect(await of.debrief(0)).toMatchObject({ code: "price" });
});

test("in open bidding the place goes by the own price too", async () => {
  const of = await bidsMarket([DEARER, CHEAPER], { mode: "open" });
  const told = (at: number) =>
    placeOf(of.database.read, of.provider(at), { requestId: of.requestId, now: of.on.clock() });
  expect(await told(0)).toMatchObject({ rank: 2, count: 2, gapBps: 400 });
  expect(await told(1)).toMatchObject({ rank: 1, count: 2, gapBps: 0 });
});
