import { organisations } from "@/db/schema/accounts";
import { EXPORTER } from "@/domain/services/examples";
import { describe, expect, test } from "vitest";
import { dealExample } from "@/domain/deals/deal-example";
import type { BidContent, Offer } from "@/domain/bidding/bid";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import type { Actor } from "@/domain/access/policy";
import { toIso } from "@/domain/shared/time";
import { reviseBid } from "@/server/bidding/submit-bid";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { createRequest } from "@/server/requests/create-request";
import { createDeal } from "@/server/deals/create-deal";
import { checkOffer, opinionDoubtsOf, outliersOf } from "@/server/bidding/pricing";
import { allRows } from "@/test/all-rows";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree } from "@/test/bidding-market";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

async function check(of: Market, offer: object, { by = of.actors.provider, on = of.requestId } = {}) {
  const asked = { requestId: on, offer: offerSchema.parse(offer) as Offer, now: of.on.clock() };
  const checked = await checkOffer(of.database.read, by, asked);
  if (!checked.ok) throw new Error(checked.refusal.code);
  return outliersOf(of.database.read, by, { requestId: on, content: checked.value as BidContent });
}

/** Makes brokers of the two buyers, of the country that their goods leave. */
async function makeBrokers(of: Market) {
  for (const organisationId of ["buyer", "buyer2"]) await of.list(organisationId, "customs");
  await of.database.write((tx) => tx.update(organisations).set({ country: "CN" }));
}

/** Another request for the same service, of a deal of its own. */
async function requestOf(of: Market, buyer: Actor, { mode = "sealed", service = "customs" } = {}) {
  const dealId = done(await of.run(createDeal, buyer, dealExample())).id;
  const bidding = { mode, closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
  const spec =
    service === "customs"
      ? { side: "export", supervisionMode: "0110", ...EXPORTER }
      : { equipment: "tilt_136", pickupFrom: "2026-12-12", pickupTo: "2026-12-13" };
  const asked = { dealId, service, spec, bidding, publish: true };
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
    await makeBrokers(of);
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

  test("holds the market against nobody by another service's bids, nor by withdrawn ones, and by each as it stands", async () => {
    const of = await biddingMarket();
    const { buyer, buyer2, provider, provider2 } = of.actors;
    for (const organisationId of ["buyer", "buyer2", "provider2"]) await of.list(organisationId, "logistics");
    await makeBrokers(of);
    const cost = (minor: number) => [{ code: "CRT", basis: "shipment", unitPrice: { minor, currency: "CNY" } }];
    const bidOn = async (service: string, offers: readonly object[], mode = "sealed") => {
      const [theirs, own] = [
        await requestOf(of, buyer2, { service, mode }),
        await requestOf(of, buyer, { service, mode }),
      ];
      const [first, second, third] = offers;
      const bids = [
        await of.bid(provider2, first, theirs.requestId),
        await of.bid(buyer, second, theirs.requestId),
        await of.bid(buyer2, third, own.requestId),
      ].map(({ id: bidId }) => bidId);
      return {
        bids,
        close: async () => [await of.closeAtItsTime(theirs.requestId), await of.closeAtItsTime(own.requestId)],
      };
    };
    const certificates = [100, 101, 102].map((minor) => ({ ...USUAL, charges: cost(minor), exclusions: [] }));
    const haul = await bidOn("logistics", certificates);
    const dear = [0, 1, 2].map((more) => offerOfThree("CNY", [135_000 + more, 1_446_760, 14_000]));
    const open = await bidOn("customs", dear, "open");
    const [first, second] = open.bids;
    const usual = (more: number) => offerOfThree("CNY", [135_000 + more, 144_676, 14_000]).charges;
    done(await of.run(reviseBid, provider2, { bidId: first, charges: usual(3) }));
    done(await of.run(reviseBid, buyer, { bidId: second, charges: usual(4) }));
    const gone = await bidOn(
      "customs",
      [0, 1, 2].map((more) => ({ ...USUAL, charges: cost(100 + more), exclusions: [] })),
      "open",
    );
    done(await of.run(withdrawBid, buyer, { bidId: gone.bids[1] }));
    for (const { close } of [haul, open, gone]) await close();
    expect(await check(of, { ...USUAL, charges: cost(90_000), exclusions: [] })).toEqual([]);
    expect(await check(of, TENFOLD, { by: provider })).toMatchObject([{ line: 1, isAbove: true, beside: "market" }]);
    expect(await check(of, USUAL)).toEqual([]);
  });

  test("holds a bid on this request against those on others, without its own", async () => {
    const of = await biddingMarket();
    const { requestId } = await requestOf(of, of.actors.buyer2);
    await of.bid(of.actors.provider, USUAL);
    await of.bid(of.actors.provider, TENFOLD, requestId);
    expect(await check(of, offerOfThree("CNY", [135_000, 150_000, 14_000]))).toMatchObject([
      { line: 1, isAbove: false, factorMin: 5, beside: "own_bids" },
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

test("an opinion of another chapter than the request's is doubted at the check of a customs bid, and the request's own is not", async () => {
  const of = await biddingMarket();
  await makeBrokers(of);
  const { requestId } = await requestOf(of, of.actors.buyer);
  const [line] = dealExample().cargo;
  const doubts = (hsCode: string) =>
    opinionDoubtsOf(of.database.read, {
      requestId,
      content: { terms: { hsOpinions: { 1: { hsCode } } } },
      now: of.on.clock(),
    });
  expect(await doubts("440710")).toEqual([
    { kind: "other_chapter", line: 1, hsCode: "440710", askedHsCode: line?.hsCode },
  ]);
  expect(await doubts(String(line?.hsCode))).toEqual([]);
});
