import { describe, expect, test } from "vitest";
import { listDue } from "@/db/repositories/requests";
import { logAfter } from "@/db/repositories/request-log";
import { FEEDBACKS } from "@/domain/requests/request-choices";
import { DAY_MS, HOUR_MS, type Instant, later, MINUTE_MS, toIso } from "@/domain/shared/time";
import { bidsOf, placeOf } from "@/server/bidding/queries/bids";
import { requestPage } from "@/server/requests/queries/request-page";
import { openRules } from "@/server/requests/queries/questions";
import { closeDueRequest } from "@/server/requests/close-request";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree, refusalOf, SYSTEM } from "@/test/bidding-market";
import { reviseBid, submitBid } from "./submit-bid";
import { withdrawBid } from "./withdraw-bid";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

/** An offer that comes to so much, in one line. */
const offerOf = (minor: number, currency = "CNY") => ({
  ...offerOfThree(currency),
  charges: [{ code: "EXD", basis: "declaration", unitPrice: { minor, currency } }],
});

const openMarket = (bidding: object = {}) => biddingMarket({ mode: "open", ...bidding });
const extensions = async (of: Market) =>
  (await logAfter(of.database.read, { requestId: of.requestId, seq: 0, limit: 500 })).filter(
    ({ event }) => event.type === "request.extended",
  );

describe("lesson 19: no two bids of open bidding are level", () => {
  test("a first bid and a revision that come to a standing rival's total are refused, and nothing is kept", async () => {
    const of = await openMarket();
    await of.bid(of.actors.provider, offerOf(100_000));
    const level = await of.run(submitBid, of.actors.provider2, { requestId: of.requestId, ...offerOf(100_000) });
    expect(refusalOf(level)).toBe("equal_amount");
    expect((await of.request()).bidCount).toBe(1);
    const { id: bidId } = await of.bid(of.actors.provider2, offerOf(99_999));
    const revised = await of.run(reviseBid, of.actors.provider2, { bidId, ...offerOf(100_000) });
    expect(refusalOf(revised)).toBe("equal_amount");
    expect((await of.versions(bidId)).length).toBe(1);
  });

  test("of two that are handed in at the same moment one is refused", async () => {
    const of = await openMarket();
    const outcomes = await Promise.all(
      (["provider", "provider2"] as const).map((who) =>
        of.run(submitBid, of.actors[who], { requestId: of.requestId, ...offerOf(100_000) }),
      ),
    );
    expect(outcomes.map(refusalOf).sort()).toEqual(["done", "equal_amount"]);
    expect((await of.request()).bidCount).toBe(1);
  });

  test("what is level is said by the currency of comparison", async () => {
    const of = await openMarket();
    await of.bid(of.actors.provider, offerOf(71_200));
    const level = await of.run(submitBid, of.actors.provider2, { requestId: of.requestId, ...offerOf(10_000, "USD") });
    expect(refusalOf(level)).toBe("equal_amount");
  });

  test("one's own earlier total and that of a withdrawn bid are free", async () => {
    const of = await openMarket();
    const { id: bidId } = await of.bid(of.actors.provider, offerOf(100_000));
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "same price" }));
    done(await of.run(withdrawBid, of.actors.provider, { bidId }));
    expect((await of.bid(of.actors.provider2, offerOf(100_000))).version).toBe(1);
  });

  test("sealed bids may be level: nobody is told", async () => {
    const of = await biddingMarket();
    await of.bid(of.actors.provider, offerOf(100_000));
    expect((await of.bid(of.actors.provider2, offerOf(100_000))).version).toBe(1);
  });

  test("a bid in a currency without a rate cannot be compared, so open bidding refuses it", async () => {
    const of = await openMarket();
    const outcome = await of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...offerOf(5_000, "KZT") });
    expect(refusalOf(outcome)).toBe("rate_missing");
  });
});

describe("lesson 16: only an accepted bid that improves moves the close", () => {
  test("it ends five minutes after the bid, and both times are on record", async () => {
    const of = await openMarket();
    const at = later(CLOSES, -2 * MINUTE_MS);
    of.setClock(at);
    await of.bid(of.actors.provider, offerOf(100_000));
    const closesAt = later(at, 5 * MINUTE_MS);
    expect(await of.request()).toMatchObject({ closesAt, decideBy: DECIDES, extensionCount: 1 });
    expect((await extensions(of)).map(({ event }) => event)).toMatchObject([
      { closesAt, previousClosesAt: CLOSES, count: 1 },
    ]);
  });

  test("a refused, a worse, an unchanged and a withdrawn bid move nothing", async () => {
    const of = await openMarket();
    const { id: bidId } = await of.bid(of.actors.provider, offerOf(100_000));
    of.setClock(later(CLOSES, -MINUTE_MS));
    const second = await of.bid(of.actors.provider2, offerOf(100_001));
    const level = await of.run(reviseBid, of.actors.provider2, { bidId: second.id, ...offerOf(100_000) });
    expect(refusalOf(level)).toBe("equal_amount");
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "only words" }));
    done(await of.run(withdrawBid, of.actors.provider, { bidId }));
    expect(await of.request()).toMatchObject({ closesAt: CLOSES, extensionCount: 0 });
    expect(await extensions(of)).toEqual([]);
  });

  test("the leader that goes lower, and the rival that overtakes it, each move it", async () => {
    const of = await openMarket();
    const { id: bidId } = await of.bid(of.actors.provider, offerOf(100_000));
    of.setClock(later(CLOSES, -MINUTE_MS));
    done(await of.run(reviseBid, of.actors.provider, { bidId, ...offerOf(99_000) }));
    of.setClock(later(CLOSES, 3 * MINUTE_MS));
    await of.bid(of.actors.provider2, offerOf(98_000));
    expect(await of.request()).toMatchObject({ closesAt: CLOSES + 8 * MINUTE_MS, extensionCount: 2 });
  });

  test("before the window, and on a sealed request, nothing moves", async () => {
    const early = await openMarket();
    early.setClock(later(CLOSES, -6 * MINUTE_MS));
    await early.bid(early.actors.provider, offerOf(100_000));
    const sealed = await biddingMarket();
    sealed.setClock(later(CLOSES, -MINUTE_MS));
    await sealed.bid(sealed.actors.provider, offerOf(100_000));
    for (const market of [early, sealed])
      expect(await market.request()).toMatchObject({ closesAt: CLOSES, extensionCount: 0 });
  });

  test("the time to decide stays at least an hour away", async () => {
    const of = await openMarket({ decideBy: new Date(CLOSES + MINUTE_MS).toISOString() });
    of.setClock(later(CLOSES, -1));
    await of.bid(of.actors.provider, offerOf(100_000));
    const { closesAt, decideBy } = await of.request();
    expect(decideBy - closesAt).toBe(HOUR_MS);
  });
});

test("lesson 17: the moved close is the only one: bids, timer, page and lists all go by it", async () => {
  const of = await openMarket();
  of.setClock(later(CLOSES, -MINUTE_MS));
  await of.bid(of.actors.provider, offerOf(100_000));
  const moved = later(CLOSES, 4 * MINUTE_MS);
  of.setClock(later(CLOSES, MINUTE_MS));
  expect(await listDue(of.database.read, later(CLOSES, MINUTE_MS))).toEqual([]);
  expect(refusalOf(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId }))).toBe("not_yet");
  expect((await of.bid(of.actors.provider2, offerOf(200_000))).version).toBe(1);
  const page = await requestPage(of.database.read, of.actors.buyer, { id: of.requestId, now: of.on.clock() });
  expect(page).toMatchObject({ closesAt: moved, turn: { act: "bid", by: moved } });
  of.setClock(moved);
  const bidId = page?.bids?.[0]?.id;
  expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "late" }))).toBe("request_not_open");
  expect(await listDue(of.database.read, moved)).toMatchObject([{ id: of.requestId }]);
  expect(done(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId })).state).toBe("opened");
});

test("lesson 18: the close moves so often as the administrators' dated rule says, and then no more", async () => {
  const of = await openMarket();
  await of.rule("soft_close_cap", 2);
  let at: Instant = later(CLOSES, -MINUTE_MS);
  of.setClock(at);
  const { id: bidId } = await of.bid(of.actors.provider, offerOf(100_000));
  for (const minor of [99_000, 98_000]) {
    at = later((await of.request()).closesAt, -MINUTE_MS);
    of.setClock(at);
    done(await of.run(reviseBid, of.actors.provider, { bidId, ...offerOf(minor) }));
  }
  expect(await of.request()).toMatchObject({ extensionCount: 2, closesAt: CLOSES + 8 * MINUTE_MS });
});

test("the window before the close and the minutes that a bid in it adds are rules of their own", async () => {
  const of = await openMarket();
  await of.rule("soft_close_window_minutes", 3);
  await of.rule("soft_close_extension_minutes", 9);
  of.setClock(later(CLOSES, -5 * MINUTE_MS));
  const { id: bidId } = await of.bid(of.actors.provider, offerOf(100_000));
  expect((await of.request()).closesAt).toBe(CLOSES);
  of.setClock(later(CLOSES, -2 * MINUTE_MS));
  done(await of.run(reviseBid, of.actors.provider, { bidId, ...offerOf(99_000) }));
  expect((await of.request()).closesAt).toBe(CLOSES + 7 * MINUTE_MS);
});

test("the rules that open bidding goes on by are told as they hold, with how often the close has moved", async () => {
  const of = await openMarket({ feedback: "rank" });
  await of.rule("soft_close_cap", 3);
  of.setClock(later(CLOSES, -MINUTE_MS));
  await of.bid();
  const rules = await openRules(of.database.read, await of.request(), of.on.clock());
  expect(rules).toEqual({ feedback: "rank", windowMinutes: 5, extensionMinutes: 5, cap: 3, extensionCount: 1 });
  const sealed = await biddingMarket();
  expect(await openRules(sealed.database.read, await sealed.request(), sealed.on.clock())).toBeNull();
});

describe("what bidders are told of each other is what was published", () => {
  async function twoBids(bidding: object) {
    const of = await openMarket(bidding);
    await of.bid(of.actors.provider, offerOf(123_457));
    await of.bid(of.actors.provider2, offerOf(117_331));
    return of;
  }

  test.each(FEEDBACKS)("%s: a rival's amount reaches a bidder by page and API only as amounts", async (feedback) => {
    const of = await twoBids({ feedback });
    const at = { now: of.on.clock() };
    const page = await requestPage(of.database.read, of.actors.provider, { id: of.requestId, ...at });
    const api = await bidsOf(of.database.read, of.actors.provider, { requestId: of.requestId, ...at });
    const told = JSON.stringify([page, api], (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(told.includes("117331")).toBe(feedback === "amounts");
    expect(told.includes("123457")).toBe(true);
    expect(api?.count).toBe(2);
    expect(api?.items.map(({ isOwn }) => isOwn).sort()).toEqual(feedback === "amounts" ? [false, true] : [true]);
  });

  test.each([
    ["rank", { kind: "rank", rank: 2, count: 2 }],
    ["gap", { kind: "gap", rank: 2, count: 2, gapBps: 522 }],
    ["traffic_light", { kind: "traffic_light", light: "red" }],
    ["amounts", { kind: "amounts", rank: 2, count: 2, gapBps: 522 }],
  ])(
    "%s: a bidder reads its own place, and nobody else reads any",
    async (feedback, told: { kind: string; rank?: number; gapBps?: number; light?: string }) => {
      const of = await twoBids({ feedback });
      const asked = { requestId: of.requestId, now: of.on.clock() };
      expect(await placeOf(of.database.read, of.actors.provider, asked)).toEqual({
        ...{ feedback, count: 2, told },
        ...{ rank: told.rank ?? null, gapBps: told.gapBps ?? null, light: told.light ?? null },
      });
      for (const who of ["buyer", "buyer2", "administrator"] as const)
        expect(await placeOf(of.database.read, of.actors[who], asked)).toBeNull();
    },
  );

  test.each(FEEDBACKS)(
    "%s: a bid that has passed its end is counted no more, in the place as in what is told of it",
    async (feedback) => {
      const of = await openMarket({ feedback });
      await of.bid(of.actors.provider, offerOf(123_457));
      await of.bid(of.actors.provider2, { ...offerOf(117_331), validUntil: toIso(DECIDES) });
      const place = (now: Instant) => placeOf(of.database.read, of.actors.provider, { requestId: of.requestId, now });
      expect((await place(later(DECIDES, -1)))?.count).toBe(2);
      const left = await place(DECIDES);
      expect(left?.count).toBe(1);
      expect(left?.told).toMatchObject(feedback === "traffic_light" ? { light: "green" } : { rank: 1, count: 1 });
    },
  );

  test("no place is told of sealed bids, and none of a bid that was withdrawn", async () => {
    const sealed = await biddingMarket();
    await sealed.bid();
    const asked = { requestId: sealed.requestId, now: sealed.on.clock() };
    expect(await placeOf(sealed.database.read, sealed.actors.provider, asked)).toBeNull();
    const open = await openMarket();
    const { id: bidId } = await open.bid();
    done(await open.run(withdrawBid, open.actors.provider, { bidId }));
    const own = { requestId: open.requestId, now: open.on.clock() };
    expect(await placeOf(open.database.read, open.actors.provider, own)).toBeNull();
  });

  test.each(FEEDBACKS)(
    "%s: it stays so after the close, and the buyer reads all from the first bid on",
    async (feedback) => {
      const of = await twoBids({ feedback });
      const asked = { id: of.requestId, now: of.on.clock() };
      expect((await requestPage(of.database.read, of.actors.buyer, asked))?.bids).toHaveLength(2);
      await of.closeAtItsTime();
      const now = later(CLOSES, DAY_MS);
      const page = await requestPage(of.database.read, of.actors.provider, { id: of.requestId, now });
      expect(page?.bids?.length ?? null).toBe(feedback === "amounts" ? 2 : null);
    },
  );
});
