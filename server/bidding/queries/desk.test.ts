import { describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import type { Service } from "@/domain/shared/vocabulary";
import { DAY_MS, HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { biddingMarket, DECIDES, done, offerOfThree } from "@/test/bidding-market";
import { disqualifyBid, sendCureOfBid } from "../../award/disqualify-bid";
import { answerCounterOffer } from "../../award/answer-counter-offer";
import { counterBid } from "../counter-bid";
import { idAt, manyRequests } from "@/test/many-requests";
import { START } from "@/test/posting-market";
import { requestPage } from "../../requests/queries/request-page";
import { dealList, dealPage } from "../../deals/queries";
import { deskQueue, leadsByCorridor, ownBids } from "./desk";
import { requestList } from "../../requests/queries/requests";

/** Two opened bids on a request with two rounds, and whose turn each reader is told wherever it stands. */
async function table() {
  const of = await biddingMarket({ negotiationRounds: 2 });
  const { id: bidId } = await of.bid();
  const rival = (await of.bid(of.actors.provider2, offerOfThree("CNY", [140_000, 150_000, 15_000]))).id;
  done(await of.closeAtItsTime());
  const { read } = of.database;
  const price = (minor: number) => [{ line: 0, unitPrice: { minor, currency: "CNY" } }];
  const counter = async (minor = 120_000, on = bidId) => {
    const { expiresAt, ...made } = done(
      await of.run(counterBid, of.actors.buyer, { bidId: on, charges: price(minor) }),
    );
    return { ...made, expiresAt: instant(Date.parse(expiresAt)) };
  };
  const answer = (counterOfferId: string, as: string, by: Actor = of.actors.provider) =>
    of.run(answerCounterOffer, by, {
      counterOfferId,
      answer: as,
      ...(as === "answer" ? { charges: price(130_000) } : {}),
    });
  const page = (by: Actor) => requestPage(read, by, { id: of.requestId, now: of.on.clock() });
  const row = async (by: Actor) => {
    const filter = { mine: "1" } as never;
    return (await requestList(read, by, { filter, limit: 10, now: of.on.clock() })).items[0];
  };
  const mine = async (by: Actor) => {
    const asked = { state: null, cursor: null, limit: 9, now: of.on.clock() };
    return (await ownBids(read, by, asked)).items[0]?.waiting ?? null;
  };
  const desk = (by: Actor, service: Service | null = null) => deskQueue(read, by, { service, now: of.on.clock() });
  const deals = async (by: Actor) => {
    const now = of.on.clock();
    const listed = (await dealList(read, by, { cursor: null, limit: 9, now })).items[0];
    const shown = await dealPage(read, by, { id: of.dealId, now });
    return [listed?.requests[0]?.turn ?? null, shown?.requests[0]?.turn ?? null];
  };
  return { ...of, bidId, rival, counter, answer, page, row, mine, desk, deals };
}

describe("the buyer's counter-offer", () => {
  test("is its bidder's turn on page, list and desk and among its bids, with the time to answer, until it is answered", async () => {
    const of = await table();
    const { provider } = of.actors;
    const { id: counterOfferId, expiresAt: by } = await of.counter();
    const turn = { holder: "bidder", act: "answer", by };
    expect((await of.page(provider))?.turn).toEqual(turn);
    expect((await of.page(provider))?.waiting).toEqual([{ bidId: of.bidId, ...turn }]);
    expect(await of.row(provider)).toMatchObject({ side: "bidder", turn });
    expect(await of.mine(provider)).toEqual({ bidId: of.bidId, ...turn });
    expect(await of.desk(provider)).toMatchObject({ count: 1, items: [{ id: of.requestId, act: "answer", by }] });
    done(await of.answer(counterOfferId, "decline"));
    expect([(await of.page(provider))?.turn.act, (await of.row(provider))?.turn.act]).toEqual(["decide", "decide"]);
    expect([await of.mine(provider), (await of.desk(provider)).count]).toEqual([null, 0]);
  });

  test("is waited for by the buyer on page and list and at its deal, and nobody else knows of it", async () => {
    const of = await table();
    const turn = { holder: "bidder", act: "answer", by: (await of.counter()).expiresAt };
    expect((await of.page(of.actors.buyer))?.turn).toEqual(turn);
    expect((await of.row(of.actors.buyer))?.turn).toEqual(turn);
    expect(await of.deals(of.actors.buyer)).toEqual([turn, turn]);
    for (const other of [of.actors.provider2, of.actors.buyer2, of.actors.visitor])
      expect(await of.page(other)).toMatchObject({ waiting: [], turn: { holder: "buyer", act: "decide" } });
    expect((await of.row(of.actors.provider2))?.turn.act).toBe("decide");
    expect([await of.mine(of.actors.provider2), (await of.desk(of.actors.provider2)).count]).toEqual([null, 0]);
  });

  test("is nobody's turn from its end on, whether the timers ran or not", async () => {
    const of = await table();
    const { expiresAt } = await of.counter();
    of.setClock(later(expiresAt, -1));
    expect((await of.page(of.actors.provider))?.turn.act).toBe("answer");
    of.setClock(expiresAt);
    expect((await of.page(of.actors.provider))?.turn).toEqual({ holder: "buyer", act: "decide", by: DECIDES });
    expect(await of.deals(of.actors.buyer)).toMatchObject([{ act: "decide" }, { act: "decide" }]);
    expect([await of.mine(of.actors.provider), (await of.desk(of.actors.provider)).items]).toEqual([null, []]);
  });

  test("on a bid that was put out meanwhile is nobody's turn", async () => {
    const of = await table();
    await of.counter();
    const said = { bidId: of.bidId, code: "terms_not_met", words: "Without customs" };
    done(await of.run(disqualifyBid, of.actors.buyer, said));
    expect((await of.page(of.actors.provider))?.turn.act).toBe("decide");
    expect((await of.page(of.actors.buyer))?.turn.act).toBe("decide");
    expect([await of.mine(of.actors.provider), (await of.desk(of.actors.provider)).items]).toEqual([null, []]);
  });
});

describe("the bidder's counter-offer", () => {
  test("is the buyer's turn wherever it reads of the request, and its bidder waits", async () => {
    const of = await table();
    const { id: counterOfferId } = await of.counter();
    done(await of.answer(counterOfferId, "answer"));
    const { by } = (await of.page(of.actors.buyer))?.turn ?? {};
    const turn = { holder: "buyer", act: "answer", by };
    expect((await of.row(of.actors.buyer))?.turn).toEqual(turn);
    expect(await of.deals(of.actors.buyer)).toEqual([turn, turn]);
    expect((await of.page(of.actors.provider))?.turn).toEqual(turn);
    expect(await of.mine(of.actors.provider)).toEqual({ bidId: of.bidId, ...turn });
    expect((await of.desk(of.actors.provider)).count, "nothing waits for the bidder").toBe(0);
    expect((await of.page(of.actors.provider2))?.turn.act).toBe("decide");
  });

  test("comes before what the buyer waits for, though that ends earlier", async () => {
    const of = await table();
    await of.counter(125_000, of.rival);
    of.setClock(later(of.on.clock(), 1_000));
    const { id: counterOfferId } = await of.counter();
    done(await of.answer(counterOfferId, "answer"));
    const page = await of.page(of.actors.buyer);
    expect(page?.turn).toMatchObject({ holder: "buyer", act: "answer" });
    expect(page?.waiting.map(({ bidId, holder }) => [bidId, holder])).toEqual([
      [of.bidId, "buyer"],
      [of.rival, "bidder"],
    ]);
  });
});

describe("papers that are mended", () => {
  test("are on their bidder's desk and the buyer's lists, first the one's turn and then the other's", async () => {
    const of = await table();
    const by = later(of.on.clock(), DAY_MS);
    const said = { bidId: of.bidId, code: "document_missing", words: "The licence copy is missing" };
    done(await of.run(disqualifyBid, of.actors.buyer, said));
    expect((await of.desk(of.actors.provider)).items).toMatchObject([{ id: of.requestId, act: "cure", by }]);
    expect(await of.row(of.actors.provider)).toMatchObject({ turn: { holder: "bidder", act: "cure", by } });
    expect(await of.deals(of.actors.buyer)).toMatchObject([{ holder: "bidder" }, { act: "cure" }]);
    done(await of.run(sendCureOfBid, of.actors.provider, { bidId: of.bidId, words: "Here it is" }));
    expect((await of.desk(of.actors.provider)).items).toEqual([]);
    expect(await of.deals(of.actors.buyer)).toMatchObject([{ holder: "buyer" }, { act: "judge" }]);
    expect((await of.row(of.actors.buyer))?.turn).toEqual({ holder: "buyer", act: "judge", by });
    expect((await of.row(of.actors.provider2))?.turn.act).toBe("decide");
  });
});

test("what ends first stands first on the desk, and a service chosen there leaves out the others", async () => {
  const of = await table();
  await of.list("provider", "logistics");
  const closesAt = later(of.on.clock(), DAY_MS);
  const spec = { equipment: "tilt_136", pickupFrom: "2026-12-10", pickupTo: "2026-12-12" };
  const carriage = await of.ask("logistics", spec, { closesAt: toIso(closesAt) });
  of.setClock(later(of.on.clock(), HOUR_MS));
  const { expiresAt } = await of.counter();
  const items = async (service: "customs" | "logistics" | "payment" | null) =>
    (await of.desk(of.actors.provider, service)).items.map(({ id, act, by }) => [id, act, by]);
  const [first, second] = [
    [carriage, "bid", closesAt],
    [of.requestId, "answer", expiresAt],
  ];
  expect(await items(null)).toEqual([first, second]);
  expect([await items("customs"), await items("logistics"), await items("payment")]).toEqual([[second], [first], []]);
});

test("leads are what fits a provider's listings by corridor, most first, with how many it may bid on unchecked and which closes next", async () => {
  const fits = { service: "customs", hubId: "horgos", corridor: "CN-KZ", state: "open", searchText: "x" } as const;
  const closesAt = later(START, HOUR_MS);
  const { database, actors } = await manyRequests([
    { ...fits, id: idAt(1) },
    { ...fits, id: idAt(2), closesAt },
    { ...fits, id: idAt(3), visibility: "checked" },
    { ...fits, id: idAt(4), visibility: "invited" },
    { ...fits, id: idAt(5), corridor: "CN-VN" },
    { ...fits, id: idAt(6), service: "logistics" },
    { ...fits, id: idAt(7), state: "closed" },
  ]);
  expect(await leadsByCorridor(database.read, actors.provider, START)).toEqual([
    { corridor: "CN-KZ", fitting: 3, biddable: 2, closesAt },
  ]);
  for (const other of [actors.buyer, actors.visitor])
    expect(await leadsByCorridor(database.read, other, START)).toEqual([]);
});
