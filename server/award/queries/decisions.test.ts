import { describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import type { DecisionPage } from "@/views/decisions";
import { DAY_MS, HOUR_MS, type Instant, later, toIso } from "@/domain/shared/time";
import { disqualifyBid, sendCureOfBid } from "@/server/award/disqualify-bid";
import { extendDecisionOf } from "@/server/award/decision-deadline";
import { rejectBids } from "@/server/award/reject-bids";
import { awardBids } from "@/server/award/award-bids";
import { deadlineRound } from "@/server/worker/timers";
import { amendMarket } from "@/test/amend-market";
import { CLOSES, DECIDES, done } from "@/test/bidding-market";
import { bidsMarket, decideMarket } from "@/test/decide-market";
import { comparePage } from "./comparison";
import { requestPage } from "../../requests/queries/request-page";
import { ownBids } from "../../bidding/queries/desk";
import { buyerCard, decidePage, struckBids, wastedByBuyer } from "./decisions";

type Market = Pick<Awaited<ReturnType<typeof bidsMarket>>, "database" | "on" | "requestId">;

async function seen({ database, on, requestId }: Market, viewer: Actor): Promise<DecisionPage> {
  const now = on.clock();
  const request = await requestPage(database.read, viewer, { id: requestId, now });
  if (!request) throw new Error("the request is seen");
  return decidePage(database.read, { request, viewer, now });
}

describe("a disqualification is known", () => {
  async function disqualified() {
    const of = await decideMarket([100, 200, 300]);
    const words = "The licence copy is missing";
    done(await of.run(disqualifyBid, of.actors.buyer, { bidId: of.bidId(0), code: "document_missing", words }));
    done(await of.run(disqualifyBid, of.actors.buyer, { bidId: of.bidId(2), code: "terms_not_met", words }));
    return of;
  }

  test("to the buyer with whose bid it is, to its bidder alone without, and to no other bidder or visitor at all", async () => {
    const of = await disqualified();
    const buyer = await seen(of, of.actors.buyer);
    expect(buyer.disqualifications.map(({ bidder, state }) => [bidder?.id, state])).toEqual([
      ["provider", "curing"],
      ["provider3", "effective"],
    ]);
    const own = await seen(of, of.provider(0));
    expect(own.disqualifications).toMatchObject([{ bidId: of.bidId(0), bidder: null, isCuring: true }]);
    expect((await seen(of, of.provider(1))).disqualifications).toEqual([]);
    expect((await seen(of, of.actors.visitor)).disqualifications).toEqual([]);
  });

  test("as its bidder's turn in the list of its bids, and the buyer's once something is sent", async () => {
    const of = await disqualified();
    const asked = { state: null, cursor: null, limit: 9, now: of.on.clock() };
    const waiting = async (at: number) => (await ownBids(of.database.read, of.provider(at), asked)).items[0]?.waiting;
    const by = of.openedAt + DAY_MS;
    expect(await waiting(0)).toEqual({ bidId: of.bidId(0), holder: "bidder", act: "cure", by });
    expect([await waiting(1), await waiting(2)]).toEqual([null, null]);
    done(await of.run(sendCureOfBid, of.provider(0), { bidId: of.bidId(0), words: "Here it is" }));
    expect(await waiting(0)).toEqual({ bidId: of.bidId(0), holder: "buyer", act: "judge", by });
  });

  test("without the platform's flags, to whoever reads it", async () => {
    const of = await disqualified();
    for (const viewer of [of.actors.buyer, of.provider(2)])
      expect(JSON.stringify(await seen(of, viewer))).not.toMatch(/R03|flags/);
  });

  test("beside the comparison, where the bid that is out is no bid to choose", async () => {
    const of = await disqualified();
    const { read } = of.database;
    const now = of.on.clock();
    const page = await comparePage(read, of.actors.buyer, { dealId: of.dealId, currency: null, now });
    if (!page) throw new Error("it is the buyer's deal");
    expect(page.services[0]?.cells.map(({ bidId }) => bidId).sort()).toEqual([of.bidId(0), of.bidId(1)].sort());
    const [struck] = await struckBids(read, page.services, now);
    expect(struck?.all.map(({ bidId, state }) => [bidId, state])).toEqual([
      [of.bidId(0), "curing"],
      [of.bidId(2), "effective"],
    ]);
  });
});

describe("what may be done", () => {
  test("is offered to those who may do it, and while it may be done", async () => {
    const of = await decideMarket([100, 200]);
    expect(await seen(of, of.actors.buyer)).toMatchObject({ mayDecide: true, mayExtend: true, mayProlong: false });
    expect(await seen(of, of.actors.viewer)).toMatchObject({ mayDecide: false, mayExtend: false });
    expect(await seen(of, of.provider(0))).toMatchObject({ mayDecide: false, mayExtend: false, mayProlong: true });
    for (const days of [1, 2])
      done(
        await of.run(extendDecisionOf, of.actors.buyer, {
          requestId: of.requestId,
          decideBy: toIso(later(DECIDES, days * DAY_MS)),
          words: "Our engineer is ill",
        }),
      );
    expect(await seen(of, of.actors.buyer)).toMatchObject({
      mayDecide: true,
      mayExtend: false,
      extensionsLeft: 0,
      latestExtension: { reason: "Our engineer is ill" },
    });
    of.setClock(later(DECIDES, 2 * DAY_MS));
    expect(await seen(of, of.actors.buyer)).toMatchObject({ mayDecide: false, mayExtend: false });
    expect((await seen(of, of.provider(0))).mayProlong).toBe(false);
  });
});

describe("a debrief", () => {
  test("is read by its own bidder alone, on the request and in the list of its bids", async () => {
    const of = await decideMarket([100, 103, 300]);
    done(await of.run(awardBids, of.actors.buyer, { requestId: of.requestId, bids: [{ bidId: of.bidId(0) }] }));
    expect((await seen(of, of.provider(1))).debrief).toMatchObject({ rank: "top_three", gap: "up_to_5" });
    expect((await seen(of, of.provider(0))).debrief).toBeNull();
    expect((await seen(of, of.actors.buyer)).debrief).toBeNull();
    const asked = { state: null, cursor: null, limit: 9, now: of.on.clock() };
    const [row] = (await ownBids(of.database.read, of.provider(1), asked)).items;
    expect(row?.debrief).toMatchObject({ bidId: of.bidId(1), code: "price" });
  });

  test("of a bid that was not confirmed is read from the close on, also where no other bid stood", async () => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    done(await of.amend());
    expect((await seen(of, of.actors.provider)).debrief).toBeNull();
    done(await of.closeAtItsTime());
    expect((await of.request()).state).toBe("no_bids");
    expect((await seen(of, of.actors.provider)).debrief).toMatchObject({ bidId, code: "not_confirmed" });
    for (const other of [of.actors.buyer, of.actors.provider2, of.actors.visitor])
      expect((await seen(of, other)).debrief).toBeNull();
  });

  test("names the reason of a rejection to those who have bid, and to no others", async () => {
    const of = await decideMarket([100, 200]);
    await of.list("buyer2", "customs");
    done(
      await of.run(rejectBids, of.actors.buyer, { requestId: of.requestId, code: "none_suitable", words: "None fits" }),
    );
    const own = await seen(of, of.provider(0));
    expect(own).toMatchObject({ end: { kind: "rejected", code: "none_suitable" }, debrief: { words: "None fits" } });
    expect(await seen(of, of.actors.buyer2)).toMatchObject({ end: null, debrief: null, buyerRecord: null });
  });
});

describe("lesson 21: a buyer's record", () => {
  test("is shown to providers before they bid, and to neither visitors nor the buyer", async () => {
    const of = await bidsMarket([100]);
    expect((await seen(of, of.provider(0))).buyerRecord).toMatchObject({ closedCount: 0, ghostingBps: null });
    expect((await seen(of, of.actors.provider2)).buyerRecord).not.toBeNull();
    for (const viewer of [of.actors.visitor, of.actors.buyer, of.actors.buyer2])
      expect((await seen(of, viewer)).buyerRecord).toBeNull();
  });

  test("takes a decision for late that was in time only by an extension: bidders had read an earlier time", async () => {
    const of = await decideMarket([100]);
    const decideBy = toIso(later(DECIDES, DAY_MS));
    done(await of.run(extendDecisionOf, of.actors.buyer, { requestId: of.requestId, decideBy, words: "He is ill" }));
    of.setClock(later(DECIDES, HOUR_MS));
    done(
      await of.run(rejectBids, of.actors.buyer, { requestId: of.requestId, code: "none_suitable", words: "None fits" }),
    );
    const card = await buyerCard(of.database.read, { buyerId: "buyer", now: of.on.clock() });
    expect(card).toMatchObject({ closedCount: 1, inTimeCount: 0 });
  });

  test("rises where nobody decides, and administrators see the bids written in vain", async () => {
    const of = await decideMarket([100, 200, 300]);
    const wasted = async (viewer: Actor) => wastedByBuyer(of.database.read, viewer, of.on.clock());
    expect(await wasted(of.actors.administrator)).toEqual([]);
    of.setClock(DECIDES);
    await deadlineRound(of.on);
    expect(await wasted(of.actors.administrator)).toMatchObject([{ buyer: { id: "buyer" }, requests: 1, bids: 3 }]);
    expect(await wasted(of.actors.buyer)).toBeNull();
    const card = async (now: Instant) => buyerCard(of.database.read, { buyerId: "buyer", now });
    expect(await card(DECIDES)).toMatchObject({ closedCount: 1, undecidedCount: 1 });
    expect((await card(later(CLOSES, 365 * DAY_MS + HOUR_MS))).closedCount).toBe(1);
    expect((await card(later(CLOSES, 365 * DAY_MS + HOUR_MS + 1))).closedCount).toBe(0);
    of.setClock(later(DECIDES, 366 * DAY_MS));
    expect(await wasted(of.actors.administrator)).toEqual([]);
  });
});
