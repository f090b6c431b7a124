import { describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema/platform";
import { HOUR_MS, later } from "@/domain/shared/time";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree, refusalOf, SYSTEM } from "@/test/bidding-market";
import { withdrawBid } from "../bidding/withdraw-bid";
import { cancelRequest, lapseRequest } from "./cancel-request";
import { closeDueRequest, closeRequest } from "./close-request";
import { openRequest } from "./open-request";

type Market = Awaited<ReturnType<typeof biddingMarket>>;
const types = async (of: Market) => (await of.events()).map((event) => event.type);

describe("the close", () => {
  test("the clock closes a sealed request and opens every bid that stands, in one step", async () => {
    const of = await biddingMarket();
    const first = await of.bid();
    const second = await of.bid(of.actors.provider2, offerOfThree("USD", [100, 200, 300]));
    expect(done(await of.closeAtItsTime()).state).toBe("opened");
    expect(await of.request()).toMatchObject({
      state: "opened",
      bidCount: 2,
      closedAt: CLOSES + HOUR_MS,
      openedAt: CLOSES + HOUR_MS,
    });
    const row = await of.bidRow(first.id);
    const [version] = await of.versions(first.id);
    expect(row.totalMinor?.toString()).toBe(version?.content?.totalMinor);
    expect((await of.bidRow(second.id)).currency).toBe("USD");
    expect(version?.receipt).toBe(first.receipt);
    expect(await types(of)).toEqual(expect.arrayContaining(["request.closed", "request.opened"]));
  });

  test("a withdrawn bid is never opened", async () => {
    const of = await biddingMarket();
    await of.bid();
    const { id: bidId } = await of.bid(of.actors.provider2);
    done(await of.run(withdrawBid, of.actors.provider2, { bidId }));
    await of.closeAtItsTime();
    expect((await of.versions(bidId))[0]?.content).toBeNull();
    expect((await of.bidRow(bidId)).totalMinor).toBeNull();
  });

  test("without bids the close is the end", async () => {
    const of = await biddingMarket();
    expect(done(await of.closeAtItsTime()).state).toBe("no_bids");
    expect(await types(of)).toContain("request.ended");
  });

  test.each([
    ["once somebody has bid", true],
    ["nor while nobody has", false],
  ])("neither the clock nor the buyer closes early what was published to stay open, %s", async (_, hasBid) => {
    const of = await biddingMarket();
    if (hasBid) await of.bid();
    expect(refusalOf(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId }))).toBe("not_yet");
    expect(refusalOf(await of.run(closeRequest, of.actors.buyer, { requestId: of.requestId }))).toBe("not_yet");
    expect((await of.request()).state).toBe("open");
  });

  test("an early close where it was published closes at once; a stranger's does nothing", async () => {
    const of = await biddingMarket({ mayCloseEarly: true });
    await of.bid();
    expect(refusalOf(await of.run(closeRequest, of.actors.buyer2, { requestId: of.requestId }))).toBe("not_found");
    expect(refusalOf(await of.run(closeDueRequest, of.actors.buyer, { requestId: of.requestId }))).toBe(
      "not_permitted",
    );
    expect(done(await of.run(closeRequest, of.actors.buyer, { requestId: of.requestId })).state).toBe("opened");
    expect(refusalOf(await of.run(closeRequest, of.actors.buyer, { requestId: of.requestId }))).toBe("wrong_state");
  });

  test("fifty closes at once are one close", async () => {
    const of = await biddingMarket();
    await of.bid();
    of.setClock(CLOSES);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => of.run(closeDueRequest, SYSTEM, { requestId: of.requestId })),
    );
    expect(outcomes.filter((outcome) => outcome.kind === "done")).toHaveLength(1);
    expect((await types(of)).filter((type) => type === "request.opened")).toHaveLength(1);
  });
});

describe("two people open", () => {
  test("neither is enough alone, the same one twice is one, and each is on record", async () => {
    const of = await biddingMarket({ twoPersonOpening: true });
    const { id: bidId } = await of.bid();
    expect(refusalOf(await of.run(openRequest, of.actors.buyer, { requestId: of.requestId }))).toBe(
      "request_not_closed",
    );
    expect(done(await of.closeAtItsTime()).state).toBe("closed");
    expect(done(await of.run(openRequest, of.actors.buyer, { requestId: of.requestId }))).toMatchObject({
      state: "closed",
      approvals: 1,
    });
    expect(refusalOf(await of.run(openRequest, of.actors.buyer, { requestId: of.requestId }))).toBe(
      "second_person_needed",
    );
    expect((await of.bidRow(bidId)).totalMinor).toBeNull();
    expect(refusalOf(await of.run(openRequest, of.actors.buyer2, { requestId: of.requestId }))).toBe("not_found");
    expect(done(await of.run(openRequest, of.actors.colleague, { requestId: of.requestId }))).toMatchObject({
      state: "opened",
      approvals: 2,
    });
    expect((await of.bidRow(bidId)).totalMinor).not.toBeNull();
    const people = (await of.database.read.select().from(auditEntries))
      .filter((entry) => entry.command === "requests.open-request" && entry.outcome === "done")
      .map((entry) => entry.userId);
    expect(new Set(people)).toEqual(new Set(["user-buyer", "user-buyer-colleague"]));
  });
});

describe("ends without an award", () => {
  test("cancelling needs a reason, keeps sealed bids sealed and tells every bidder", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    expect((await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: " " })).kind).toBe(
      "malformed",
    );
    expect(refusalOf(await of.run(cancelRequest, of.actors.buyer2, { requestId: of.requestId, reason: "x" }))).toBe(
      "not_found",
    );
    done(await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: "Goods sold at home" }));
    expect(await of.request()).toMatchObject({ state: "cancelled", cancelReason: "Goods sold at home" });
    expect(await of.bidRow(bidId)).toMatchObject({ state: "lost", totalMinor: null });
    expect(await types(of)).toEqual(expect.arrayContaining(["request.ended", "bid.lost"]));
  });

  test("a decision that was not taken in time ends the request, not a moment earlier", async () => {
    const of = await biddingMarket();
    const { id: bidId } = await of.bid();
    await of.closeAtItsTime();
    of.setClock(later(DECIDES, -1));
    expect(refusalOf(await of.run(lapseRequest, SYSTEM, { requestId: of.requestId }))).toBe("not_yet");
    of.setClock(DECIDES);
    expect(done(await of.run(lapseRequest, SYSTEM, { requestId: of.requestId })).state).toBe("no_decision");
    expect((await of.bidRow(bidId)).state).toBe("lost");
    expect((await of.versions(bidId))[0]?.content).not.toBeNull();
  });

  test("bids that two people never opened stay sealed for ever", async () => {
    const of = await biddingMarket({ twoPersonOpening: true });
    const { id: bidId } = await of.bid();
    await of.closeAtItsTime();
    of.setClock(DECIDES);
    done(await of.run(lapseRequest, SYSTEM, { requestId: of.requestId }));
    expect((await of.versions(bidId))[0]?.content).toBeNull();
    expect((await of.request()).openedAt).toBeNull();
  });
});
