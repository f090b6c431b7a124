import { describe, expect, test } from "vitest";
import { awardsOfDeal } from "@/db/repositories/award";
import { insertRate } from "@/db/repositories/exchange-rates";
import { panelScores } from "@/db/schema/scoring";
import type { Actor } from "@/domain/access/policy";
import { DAY_MS, dayOf, HOUR_MS, later } from "@/domain/shared/time";
import { comparePage } from "@/server/award/queries/comparison";
import { rankingOf, scoreSheet } from "@/server/award/queries/scores";
import { biddingMarket, DECIDES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { reviseBid } from "../bidding/submit-bid";
import { disqualifyBid } from "./disqualify-bid";
import { changeRequest } from "../requests/change-request";
import { awardBids } from "./award-bids";
import { scoreBid } from "./score-bid";

const CRITERIA = [
  { kind: "price", weight: 60 },
  { kind: "time", weight: 25 },
  { kind: "own", title: "Plan", weight: 15 },
];

async function market(bidding: object = { criteria: CRITERIA }) {
  const of = await biddingMarket(bidding);
  const [cheap, fast] = [
    await of.bid(of.actors.provider, offerOfThree("CNY", [100_000, 0, 0])),
    await of.bid(of.actors.provider2, { ...offerOfThree("CNY", [200_000, 0, 0]), transitDays: { min: 1, max: 2 } }),
  ];
  return {
    ...of,
    cheap: cheap.id,
    fast: fast.id,
    score: (by: Actor, bidId: string, points: number, criterion = 2) =>
      of.run(scoreBid, by, { bidId, scores: [{ criterion, points }] }),
    ranking: async (by: Actor = of.actors.buyer) =>
      rankingOf(of.database.read, by, { requestId: of.requestId, now: of.on.clock() }),
  };
}

describe("the panel's scores", () => {
  test("are one a person, bid and criterion, replaced by the same person's next and averaged over all", async () => {
    const of = await market();
    await of.closeAtItsTime();
    const { buyer, colleague } = of.actors;
    done(await of.score(buyer, of.cheap, 1));
    done(await of.score(buyer, of.cheap, 2));
    done(await of.score(colleague, of.cheap, 5));
    expect(await of.database.read.select().from(panelScores)).toHaveLength(2);
    done(await of.score(buyer, of.fast, 1));
    const found = await of.ranking();
    const cheap = found?.items.find(({ bidId }) => bidId === of.cheap);
    // 15 · 3.5/5
    expect(cheap?.parts[2]).toBe(1_050);
    expect((await scoreSheet(of.database.read, buyer, of.requestId))?.[0]?.points).toEqual(new Map([[2, 2]]));
    expect((await scoreSheet(of.database.read, colleague, of.requestId))?.[0]?.points).toEqual(new Map([[2, 5]]));
  });

  test("are taken from the opening until the award, and never before", async () => {
    const of = await market();
    expect(refusalOf(await of.score(of.actors.buyer, of.cheap, 3))).toBe("request_not_closed");
    await of.closeAtItsTime();
    done(await of.score(of.actors.buyer, of.cheap, 3));
    done(
      await of.run(awardBids, of.actors.buyer, {
        requestId: of.requestId,
        bids: [{ bidId: of.cheap, reason: "Known to us" }],
      }),
    );
    expect(refusalOf(await of.score(of.actors.buyer, of.cheap, 4))).toBe("wrong_state");
  });

  test("are asked of who may score for what stands and is the buyer's to judge, while nothing is decided", async () => {
    const sheet = (of: Awaited<ReturnType<typeof market>>, by: Actor = of.actors.buyer) =>
      scoreSheet(of.database.read, by, of.requestId);
    const of = await market();
    expect(await sheet(of)).toBeNull();
    await of.closeAtItsTime();
    for (const other of [of.actors.viewer, of.actors.buyer2, of.actors.provider])
      expect(await sheet(of, other)).toBeNull();
    const out = { bidId: of.fast, code: "related_party", words: "Same owner as the seller" };
    done(await of.run(disqualifyBid, of.actors.buyer, out));
    expect(await sheet(of)).toEqual([{ bidId: of.cheap, providerId: "provider", points: new Map() }]);
    expect(refusalOf(await of.score(of.actors.buyer, of.fast, 3))).toBe("bid_not_standing");
    done(
      await of.run(awardBids, of.actors.buyer, {
        requestId: of.requestId,
        bids: [{ bidId: of.cheap, reason: "Known to us" }],
      }),
    );
    expect(await sheet(of)).toBeNull();
    const byPrice = await market({});
    await byPrice.closeAtItsTime();
    expect(await sheet(byPrice)).toBeNull();
  });

  test("wait for the opening where two people open", async () => {
    const of = await market({ criteria: CRITERIA, twoPersonOpening: true });
    await of.closeAtItsTime();
    expect(refusalOf(await of.score(of.actors.buyer, of.cheap, 3))).toBe("request_not_opened");
    expect(await of.ranking()).toBeNull();
  });

  test("are for the buyer's own criteria only", async () => {
    const of = await market();
    await of.closeAtItsTime();
    expect(refusalOf(await of.score(of.actors.buyer, of.cheap, 3, 0))).toBe("criterion_not_own");
    expect(refusalOf(await of.score(of.actors.buyer, of.cheap, 3, 5))).toBe("criterion_not_own");
    for (const points of [-1, 6, 2.5])
      expect(await of.score(of.actors.buyer, of.cheap, points)).toMatchObject({ kind: "malformed" });
  });

  test("are the buyer's traders' to give, and the ranking the buyer's to read", async () => {
    const of = await market();
    await of.closeAtItsTime();
    expect(refusalOf(await of.score(of.actors.provider, of.cheap, 5))).toBe("not_found");
    expect(refusalOf(await of.score(of.actors.buyer2, of.cheap, 5))).toBe("not_found");
    expect(refusalOf(await of.score(of.actors.viewer, of.cheap, 5))).toBe("not_permitted");
    for (const other of [of.actors.provider, of.actors.buyer2, of.actors.administrator, of.actors.visitor])
      expect(await of.ranking(other)).toBeNull();
  });
});

describe("the ranking", () => {
  test("is by the published criteria: what is dearer and faster wins where time weighs enough", async () => {
    const byPrice = await market();
    await byPrice.closeAtItsTime();
    expect((await byPrice.ranking())?.items.map(({ bidId }) => bidId)).toEqual([byPrice.cheap, byPrice.fast]);
    const byTime = await market({
      criteria: [
        { kind: "price", weight: 20 },
        { kind: "time", weight: 80 },
      ],
    });
    await byTime.closeAtItsTime();
    expect((await byTime.ranking())?.items.map(({ bidId, score }) => [bidId, score])).toEqual([
      [byTime.fast, 9_000],
      [byTime.cheap, 6_000],
    ]);
  });

  test("lesson 19: of equal totals the earlier standing version is first, and a revision gives up its place", async () => {
    const of = await biddingMarket();
    const offer = offerOfThree();
    const first = (await of.bid(of.actors.provider, offer)).id;
    of.setClock(later(START, HOUR_MS));
    const second = (await of.bid(of.actors.provider2, offer)).id;
    of.setClock(later(START, 2 * HOUR_MS));
    done(await of.run(reviseBid, of.actors.provider, { bidId: first, remarks: "as before" }));
    await of.closeAtItsTime();
    const found = await rankingOf(of.database.read, of.actors.buyer, { requestId: of.requestId, now: of.on.clock() });
    expect(found?.items.map(({ bidId, rank }) => [bidId, rank])).toEqual([
      [second, 1],
      [first, 2],
    ]);
  });

  test("is kept with the award that was made from it", async () => {
    const of = await market();
    await of.closeAtItsTime();
    done(await of.score(of.actors.buyer, of.cheap, 4));
    done(
      await of.run(awardBids, of.actors.buyer, {
        requestId: of.requestId,
        bids: [{ bidId: of.fast, reason: "Known to us" }],
      }),
    );
    const [award] = await awardsOfDeal(of.database.read, of.dealId);
    expect(award?.comparison.ranking?.map(({ bidId, rank }) => [bidId, rank])).toEqual([
      [of.cheap, 1],
      [of.fast, 2],
    ]);
  });

  test("leaves out a bid whose time is over while nothing is decided", async () => {
    const of = await market();
    await of.closeAtItsTime();
    of.setClock(later(DECIDES, 2 * DAY_MS));
    expect((await of.ranking())?.items).toEqual([]);
  });

  test("stands in the comparison with the weights, of a sealed request from the opening on", async () => {
    const of = await market();
    const page = async () =>
      comparePage(of.database.read, of.actors.buyer, { dealId: of.dealId, currency: "USD", now: of.on.clock() });
    expect((await page())?.services[0]?.ranking).toEqual([]);
    await of.closeAtItsTime();
    const service = (await page())?.services[0];
    expect(service?.ranking.map(({ bidId, rank }) => [bidId, rank])).toEqual([
      [of.cheap, 1],
      [of.fast, 2],
    ]);
    expect(service?.criteria.map(({ weight }) => weight)).toEqual([60, 25, 15]);
  });
});

test("after the award the buyer reads the ranking by the rates of the day of the award, and before it by those of today", async () => {
  const of = await biddingMarket();
  const dollars = (await of.bid(of.actors.provider, offerOfThree("USD", [14_000, 0, 0]))).id;
  const yuan = (await of.bid(of.actors.provider2, offerOfThree("CNY", [100_000, 0, 0]))).id;
  const rate = (id: string, value: string, days: number) =>
    of.database.write((tx) =>
      insertRate(tx, {
        ...{ id, base: "USD", quote: "CNY", rate: value, day: dayOf(later(START, days * DAY_MS)), source: "test" },
        ...{ enteredByUserId: null, enteredAt: START },
      }),
    );
  const ranked = async () => {
    const now = of.on.clock();
    const { buyer } = of.actors;
    const own = await rankingOf(of.database.read, buyer, { requestId: of.requestId, now });
    const compared = await comparePage(of.database.read, buyer, { dealId: of.dealId, currency: null, now });
    const ids = (all: readonly { bidId: string }[] | undefined) => all?.map(({ bidId }) => bidId);
    return [ids(own?.items), ids(compared?.services[0]?.ranking)];
  };
  await of.closeAtItsTime();
  expect(await ranked()).toEqual([
    [dollars, yuan],
    [dollars, yuan],
  ]);
  await rate("dearer", "7.20", 2);
  const onTheDay = [
    [yuan, dollars],
    [yuan, dollars],
  ];
  expect(await ranked()).toEqual(onTheDay);
  done(
    await of.run(awardBids, of.actors.buyer, {
      requestId: of.requestId,
      bids: [{ bidId: dollars, reason: "Known to us" }],
    }),
  );
  await rate("cheaper", "7.00", 3);
  of.setClock(later(START, 3 * DAY_MS + HOUR_MS));
  expect(await ranked()).toEqual(onTheDay);
});

test("the criteria are fixed at publication", async () => {
  const of = await biddingMarket({ criteria: CRITERIA });
  const change = { requestId: of.requestId, bidding: { criteria: [{ kind: "price", weight: 100 }] } };
  expect(refusalOf(await of.run(changeRequest, of.actors.buyer, change))).toBe("terms_fixed");
});
