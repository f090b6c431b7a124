import { describe, expect, test } from "vitest";
import { endedRequestsOf } from "@/db/repositories/buyer-record";
import { findRequestEnd } from "@/db/repositories/decisions";
import { auditEntries } from "@/db/schema/platform";
import { debriefs } from "@/db/schema/decide";
import { buyerCardOf } from "@/domain/award/buyer-card";
import { DAY_MS, HOUR_MS, instant, later, toIso } from "@/domain/shared/time";
import { CLOSES, DECIDES, done, refusalOf } from "@/test/bidding-market";
import { bidsMarket, decideMarket, offerOf } from "@/test/decide-market";
import { rankingOf } from "./queries/scores";
import { ownVersionReader, readOwnVersion, receiptHolds } from "../sealing/seal-bid";
import { readRanking } from "../bidding/place-bid";
import { deadlineRound } from "../worker/timers";
import { awardsOfRequests } from "@/db/repositories/award";
import { comparePage } from "./queries/comparison";
import { awardBids } from "./award-bids";
import { withdrawBid } from "../bidding/withdraw-bid";
import { cancelRequest } from "../requests/cancel-request";
import { extendDecisionOf, prolongBid } from "./decision-deadline";
import { rejectBids } from "./reject-bids";

type Market = Awaited<ReturnType<typeof decideMarket>>;

const extend = (of: Market, to: number) =>
  of.run(extendDecisionOf, of.actors.buyer, {
    requestId: of.requestId,
    decideBy: toIso(instant(to)),
    words: "Our engineer is ill",
  });
const reject = (of: Market, by = of.actors.buyer) =>
  of.run(rejectBids, by, { requestId: of.requestId, code: "over_budget", words: "Above what the goods bear" });
const give = (of: Market, at: number, more: object = {}) =>
  of.run(awardBids, of.actors.buyer, {
    requestId: of.requestId,
    bids: [{ bidId: of.bidId(at), reason: "Known to us" }],
    ...more,
  });
const cardOf = async (of: Pick<Market, "database">, since = 0) =>
  buyerCardOf(await endedRequestsOf(of.database.read, { buyerId: "buyer", since: instant(since) }));

test("lesson 15: nothing is awarded, rejected or extended before the close", async () => {
  const of = await bidsMarket([100, 200]);
  const ids = { requestId: of.requestId };
  const words = "Too dear";
  expect(refusalOf(await of.run(awardBids, of.actors.buyer, { ...ids, bids: [{ bidId: of.bidId(0) }] }))).toBe(
    "request_not_closed",
  );
  expect(refusalOf(await of.run(rejectBids, of.actors.buyer, { ...ids, code: "other", words }))).toBe(
    "request_not_closed",
  );
  const decideBy = toIso(later(DECIDES, DAY_MS));
  expect(refusalOf(await of.run(extendDecisionOf, of.actors.buyer, { ...ids, decideBy, words }))).toBe("wrong_state");
});

describe("all bids rejected", () => {
  test("ends the request with a reason that every bidder is told, and counts as a decision", async () => {
    const of = await decideMarket([100, 200, 300]);
    expect(done(await reject(of)).state).toBe("cancelled");
    expect(await of.request()).toMatchObject({ state: "cancelled", cancelReason: "Above what the goods bear" });
    expect(await findRequestEnd(of.database.read, of.requestId)).toMatchObject({
      kind: "rejected",
      code: "over_budget",
    });
    for (const at of [0, 1, 2]) {
      expect(await of.stateOf(at)).toBe("lost");
      expect(await of.debrief(at)).toMatchObject({ code: "all_rejected", detail: "over_budget", gap: null });
    }
    expect(await cardOf(of)).toMatchObject({ closedCount: 1, inTimeCount: 1, undecidedCount: 0, ghostingBps: 0 });
    expect(refusalOf(await reject(of))).toBe("wrong_state");
  });

  test("by a stranger is not there, by a bidder neither, and after the time to decide it is too late", async () => {
    const of = await decideMarket([100, 200]);
    expect(refusalOf(await reject(of, of.actors.buyer2))).toBe("not_found");
    expect(refusalOf(await reject(of, of.provider(0)))).toBe("not_found");
    of.setClock(DECIDES);
    expect(refusalOf(await reject(of))).toBe("decision_overdue");
  });
});

describe("the time to decide", () => {
  test("is moved as often as the market's rule allows, and the award follows the new one", async () => {
    const of = await decideMarket([100, 200]);
    expect(done(await extend(of, DECIDES + DAY_MS)).extensionsLeft).toBe(1);
    expect(refusalOf(await extend(of, DECIDES))).toBe("decides_earlier");
    expect(done(await extend(of, DECIDES + 2 * DAY_MS)).extensionsLeft).toBe(0);
    expect(refusalOf(await extend(of, DECIDES + 3 * DAY_MS))).toBe("extensions_used");
    of.setClock(instant(DECIDES + DAY_MS));
    await deadlineRound(of.on);
    expect((await of.request()).state).toBe("opened");
    of.setClock(instant(DECIDES + 2 * DAY_MS));
    await deadlineRound(of.on);
    expect((await of.request()).state).toBe("no_decision");
  });

  test("beyond 10: passed without a decision it ends the request, the rate rises, and bidders are told", async () => {
    const of = await decideMarket([100, 200]);
    expect((await cardOf(of)).closedCount).toBe(0);
    of.setClock(DECIDES);
    await deadlineRound(of.on);
    expect((await of.request()).state).toBe("no_decision");
    expect(await cardOf(of)).toMatchObject({ closedCount: 1, undecidedCount: 1, ghostingBps: 10_000 });
    expect(await of.debrief(0)).toMatchObject({ code: "no_decision", rank: "first", gap: null });
    expect(await of.types()).toContain("request.ended");
  });

  test("is recalled to the buyer a day before, once, and once more when it was moved", async () => {
    const of = await decideMarket([100, 200]);
    const reminders = async () => (await of.types()).filter((type) => type === "request.decision_due").length;
    of.setClock(instant(DECIDES - DAY_MS - 1));
    await deadlineRound(of.on);
    expect(await reminders()).toBe(0);
    of.setClock(instant(DECIDES - DAY_MS));
    await Promise.all([deadlineRound(of.on), deadlineRound(of.on)]);
    await deadlineRound(of.on);
    expect(await reminders()).toBe(1);
    done(await extend(of, DECIDES + DAY_MS));
    of.setClock(DECIDES);
    await deadlineRound(of.on);
    expect(await reminders()).toBe(2);
  });

  test("is not recalled where the close itself came within that day, and nothing is tried again", async () => {
    const of = await decideMarket([100], { decideBy: toIso(later(CLOSES, 10 * HOUR_MS)) });
    await deadlineRound(of.on);
    const refused = (await of.database.read.select().from(auditEntries)).length;
    await deadlineRound(of.on);
    expect(await of.types()).not.toContain("request.decision_due");
    expect((await of.database.read.select().from(auditEntries)).length).toBe(refused);
  });

  test("of bids that two people never opened ends them sealed, with a reason and no place", async () => {
    const of = await bidsMarket([100, 200, 300], { twoPersonOpening: true });
    done(await of.closeAtItsTime());
    of.setClock(DECIDES);
    await deadlineRound(of.on);
    expect(await of.debrief(0)).toMatchObject({ code: "no_decision", rank: null, gap: null });
    expect((await of.versions(of.bidId(0)))[0]?.content).toBeNull();
  });
});

describe("a bid held for longer", () => {
  const short = { validUntil: toIso(DECIDES) };

  test("is a version of its own that says the same, with a receipt that holds, and can be awarded", async () => {
    const of = await decideMarket([offerOf(100, short), 200]);
    done(await extend(of, DECIDES + 2 * DAY_MS));
    of.setClock(instant(DECIDES + DAY_MS));
    expect(refusalOf(await give(of, 0))).toBe("bid_expired");
    const validUntil = later(DECIDES, 3 * DAY_MS);
    const prolonged = done(
      await of.run(prolongBid, of.provider(0), { bidId: of.bidId(0), validUntil: toIso(validUntil) }),
    );
    const [first, second] = await of.versions(of.bidId(0));
    expect(second?.content).toEqual({ ...first?.content, validUntil });
    expect(second?.receipt).toBe(prolonged.receipt);
    const owner = { requestId: of.requestId, organisationId: "provider" };
    if (!second) throw new Error("the version is there");
    const content = await readOwnVersion(of.database.read, second, owner);
    expect(await receiptHolds(ownVersionReader(of.database.read, "provider"), second, { ...owner, content })).toBe(
      true,
    );
    done(await give(of, 0));
  });

  test("keeps its place among equal ones: what stood at the close decides", async () => {
    const of = await decideMarket([offerOf(100, short), 100, 100, 200]);
    done(
      await of.run(prolongBid, of.provider(0), {
        bidId: of.bidId(0),
        validUntil: toIso(later(DECIDES, 3 * DAY_MS)),
      }),
    );
    const asked = { requestId: of.requestId, now: of.on.clock() };
    expect((await rankingOf(of.database.read, of.actors.buyer, asked))?.items[0]?.bidId).toBe(of.bidId(0));
    done(await give(of, 3));
    expect((await of.debrief(0))?.rank).toBe("first");
  });

  test("keeps its place among equal ones in open bidding too", async () => {
    const of = await decideMarket([offerOf(100, short), offerOf(99), 200], { mode: "open" });
    const asked = { requestId: of.requestId, now: of.on.clock() };
    const placesOf = async () => {
      const ranking = (await readRanking(of.database.read, asked))?.ranking;
      return ranking?.ok ? ranking.value.map(({ bidId, standingSince }) => [bidId, standingSince]) : [];
    };
    const before = await placesOf();
    expect(before).toHaveLength(3);
    of.setClock(later(CLOSES, 2 * HOUR_MS));
    const validUntil = toIso(later(DECIDES, 3 * DAY_MS));
    done(await of.run(prolongBid, of.provider(0), { bidId: of.bidId(0), validUntil }));
    expect(await placesOf()).toEqual(before);
  });

  test("by others than its bidder is not there, and before the opening is refused", async () => {
    const of = await decideMarket([100, 200]);
    const input = { bidId: of.bidId(0), validUntil: toIso(later(DECIDES, 3 * DAY_MS)) };
    expect(refusalOf(await of.run(prolongBid, of.actors.buyer, input))).toBe("not_found");
    expect(refusalOf(await of.run(prolongBid, of.provider(1), input))).toBe("not_found");
    const open = await bidsMarket([100]);
    expect(refusalOf(await open.run(prolongBid, open.provider(0), { ...input, bidId: open.bidId(0) }))).toBe(
      "request_not_closed",
    );
  });
});

describe("after an award", () => {
  test("the place told is that of the request's criteria, the gap that of the totals", async () => {
    const fast = { transitDays: { min: 1, max: 1 } };
    const criteria = [
      { kind: "price", weight: 10 },
      { kind: "time", weight: 90 },
    ];
    const of = await decideMarket([100, 101, 102, 103, offerOf(130, fast)], { criteria });
    done(await give(of, 0));
    expect(await of.debrief(4)).toMatchObject({ rank: "first", gap: "above_25" });
    expect(await of.debrief(3)).toMatchObject({ rank: "lower_half", gap: "up_to_5" });
  });

  test("a bid that is not first by the published criteria is chosen with a reason, which every loser reads", async () => {
    const of = await decideMarket([100, 101, 120, 300]);
    const choose = (reason: string) =>
      of.run(awardBids, of.actors.buyer, { requestId: of.requestId, bids: [{ bidId: of.bidId(1), reason }] });
    expect(await choose("")).toMatchObject({
      refusal: { code: "reason_needed", details: { bidId: of.bidId(1), rank: 2 } },
    });
    expect((await of.request()).state).toBe("opened");
    expect(await choose("Call me at +86 138 0013 8000")).toMatchObject({ kind: "malformed" });
    done(await choose("They know this border"));
    const choice = { code: "stated", words: "They know this border" };
    expect(await of.debrief(0)).toMatchObject({ rank: "first", choice });
    for (const at of [2, 3]) expect(await of.debrief(at)).toMatchObject({ choice });
    const [award] = await awardsOfRequests(of.database.read, [of.requestId]);
    expect(award?.comparison.choice).toEqual(choice);
    const page = await comparePage(of.database.read, of.actors.buyer, {
      ...{ dealId: of.dealId, currency: null, now: of.on.clock() },
    });
    expect(page?.services[0]?.award).toEqual({ choiceId: of.bidId(1), choice });
  });

  test("the first by the published criteria is chosen without a reason, and none is told where one is said", async () => {
    const of = await decideMarket([100, 101]);
    const bids = [{ bidId: of.bidId(0), reason: "We like them" }];
    done(await of.run(awardBids, of.actors.buyer, { requestId: of.requestId, bids }));
    expect(await of.debrief(1)).toMatchObject({ choice: null });
  });

  test("each loser's debrief has the buyer's reason, or the computed one; the winner has none, who withdrew neither", async () => {
    const of = await bidsMarket([100, 101, 120, 300, 90]);
    done(await of.run(withdrawBid, of.provider(4), { bidId: of.bidId(4) }));
    done(await of.closeAtItsTime());
    const reasons = [{ bidId: of.bidId(2), code: "experience", words: "No work at this hub yet" }];
    done(
      await of.run(awardBids, of.actors.buyer, { requestId: of.requestId, bids: [{ bidId: of.bidId(0) }], reasons }),
    );
    expect(await of.debrief(0)).toBeNull();
    expect(await of.debrief(1)).toMatchObject({ rank: "top_three", gap: "up_to_2", code: "price" });
    expect(await of.debrief(2)).toMatchObject({ rank: "top_three", gap: "up_to_25", code: "experience" });
    expect(await of.debrief(3)).toMatchObject({ rank: "lower_half", gap: "above_25", code: "price" });
    expect(await of.debrief(4)).toBeNull();
  });

  test("bids in other currencies are placed by the rate of the day of the award", async () => {
    const usd = { ...offerOf(0), currency: "USD" };
    const line = { code: "EXD", basis: "shipment", unitPrice: { minor: 100, currency: "USD" } };
    const of = await decideMarket([700, 720, { ...usd, charges: [line] }]);
    // 100 USD were 712 CNY when they were bid, are 730 on the day of the award and will be 800 the day after.
    await of.rate("2026-11-26", "7.30");
    await of.rate("2026-11-27", "8.00");
    done(await give(of, 0));
    expect(await of.debrief(2)).toMatchObject({ rank: "top_three", gap: "up_to_5" });
    expect(await of.debrief(1)).toMatchObject({ gap: "up_to_5" });
  });

  test("a reason for the winner, or for a bid elsewhere, is refused and nothing is awarded", async () => {
    const of = await decideMarket([100, 200]);
    for (const bidId of [of.bidId(0), "elsewhere"])
      expect(refusalOf(await give(of, 0, { reasons: [{ bidId, code: "price" }] }))).toBe("reason_misplaced");
    expect((await of.request()).state).toBe("opened");
  });

  test("what a loser was told is never changed and never taken away", async () => {
    const of = await decideMarket([100, 200]);
    done(await give(of, 0));
    await expect(of.database.write((tx) => tx.update(debriefs).set({ words: "x" }))).rejects.toThrow();
    await expect(of.database.write((tx) => tx.delete(debriefs))).rejects.toThrow();
  });
});

test("lesson 21: the buyer's card counts what is decided, in time or after an extension, given up and left undecided", async () => {
  const of = await decideMarket([100, 200]);
  for (const days of [1, 2]) done(await extend(of, DECIDES + days * DAY_MS));
  of.setClock(instant(DECIDES + HOUR_MS));
  done(await give(of, 1));
  expect(await cardOf(of)).toEqual({
    closedCount: 1,
    cancelledCount: 0,
    inTimeCount: 0,
    undecidedCount: 0,
    ghostingBps: 0,
    medianHours: (DECIDES - CLOSES) / HOUR_MS,
  });
  expect((await cardOf(of, CLOSES + 2 * HOUR_MS)).closedCount).toBe(0);
  expect(await endedRequestsOf(of.database.read, { buyerId: "buyer2", since: instant(0) })).toEqual([]);

  const given = await decideMarket([100]);
  done(await given.run(cancelRequest, given.actors.buyer, { requestId: given.requestId, reason: "Sold at home" }));
  expect(await cardOf(given)).toMatchObject({ closedCount: 1, cancelledCount: 1, undecidedCount: 0, ghostingBps: 0 });

  const early = await bidsMarket([100]);
  done(await early.run(cancelRequest, early.actors.buyer, { requestId: early.requestId, reason: "Sold at home" }));
  expect((await cardOf(early)).closedCount).toBe(0);
});
