import { reviseBid, submitBid } from "@/server/bidding/submit-bid";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findMinutes, findReceiptList } from "@/db/repositories/proof";
import { bids, bidVersions } from "@/db/schema/requests";
import { openingMinutes, receiptLists } from "@/db/schema/proof";
import { DAY_MS, later, MINUTE_MS } from "@/domain/shared/time";
import { listBids, getBid } from "@/server/bidding/api";
import { minutesOf, proofOf } from "@/server/bidding/queries/proof";
import { apiMarket, bidBody } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { biddingMarket, CLOSES, done, offerOfThree, refusalOf, SYSTEM } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { awardBids } from "../award/award-bids";
import { withdrawBid } from "../bidding/withdraw-bid";
import { closeDueRequest, closeRequest } from "../requests/close-request";
import { openRequest } from "../requests/open-request";

/** What users of comparable markets complained of and a sealed, provable opening answers; the numbers are those of the list of lessons. */

const PRICE = 7_391_468;

describe("1: the deadline truly closes, and nobody sees an amount before it passes", () => {
  test("a bid and a change that come in the close's own millisecond or after it are answered 409, though no timer has run", async () => {
    const market = await apiMarket();
    const step = steps(market);
    const requestId = await step.request(await step.deal());
    const bidId = await step.bid(requestId);
    const closesAt = later(START, 2_880 * MINUTE_MS);
    for (const at of [closesAt, later(closesAt, 1), later(closesAt, DAY_MS)]) {
      market.setClock(at);
      const late = await market.call(submitBid, { as: "provider2", params: { requestId }, body: bidBody() });
      expect(late).toMatchObject({ status: 409, body: { code: "request_not_open" } });
      const changed = await market.call(reviseBid, {
        as: "provider",
        params: { bidId },
        body: { transitDays: { min: 2, max: 3 } },
      });
      expect(changed).toMatchObject({ status: 409, body: { code: "request_not_open" } });
    }
    market.setClock(later(closesAt, -1));
    await step.bid(requestId, "provider2");
  });

  test("before it neither buyer, rival, administrator nor a copy of the tables shows one; from the opening on the buyer reads all", async () => {
    const market = await apiMarket();
    const step = steps(market);
    const requestId = await step.request(await step.deal());
    const bidId = await step.bid(requestId, "provider", bidBody(PRICE));
    const answers = async () =>
      Promise.all(
        (["buyer", "provider2", "admin"] as const).flatMap((as) => [
          market.call(listBids, { as, params: { requestId } }),
          market.call(getBid, { as, params: { bidId } }),
        ]),
      );
    for (const { text } of await answers()) expect(text).not.toContain(String(PRICE));
    const rows = await market.database.read.select().from(bids);
    expect(rows.map(({ totalMinor }) => totalMinor)).toEqual([null]);
    await step.close(requestId);
    expect((await answers())[0]?.text).toContain(String(PRICE));
  });

  test("of closes by the clock and by the buyer at once, with bids still arriving, one happens, at one time, and no bid is left outside", async () => {
    const of = await biddingMarket();
    await of.bid();
    of.setClock(later(CLOSES, -1));
    const { requestId } = of;
    const late = of.run(submitBid, of.actors.provider2, { requestId, ...offerOfThree() });
    of.setClock(CLOSES);
    const closes = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        at % 2 === 0
          ? of.run(closeDueRequest, SYSTEM, { requestId })
          : of.run(closeRequest, of.actors.buyer, { requestId }),
      ),
    );
    const isIn = (await late).kind === "done";
    expect(closes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    const list = await findReceiptList(of.database.read, requestId);
    const minutes = await findMinutes(of.database.read, requestId);
    const count = isIn ? 2 : 1;
    expect([list?.receipts.length, minutes?.openedCount]).toEqual([count, count]);
    expect(await of.request()).toMatchObject({ bidCount: count, closedAt: CLOSES, openedAt: CLOSES });
    expect(list?.closedAt).toBe(CLOSES);
    const told = (await of.events()).filter(({ type }) => type === "request.closed");
    expect(told).toMatchObject([{ root: list?.root, bidCount: count }]);
  });
});

describe("2: quotes are opened by two different people, and the opening is on record", () => {
  test("one person twice is one, the second one opens, and the minutes say when, who, with which key, and how many", async () => {
    const of = await biddingMarket({ twoPersonOpening: true });
    const { requestId, actors, database } = of;
    await of.bid();
    const withdrawn = await of.bid(actors.provider2);
    done(await of.run(withdrawBid, actors.provider2, { bidId: withdrawn.id }));
    await of.closeAtItsTime();
    done(await of.run(openRequest, actors.buyer, { requestId }));
    expect(refusalOf(await of.run(openRequest, actors.buyer, { requestId }))).toBe("second_person_needed");
    expect(await minutesOf(database.read, actors.buyer, await of.request())).toBeNull();
    const at = later(CLOSES, DAY_MS);
    of.setClock(at);
    done(await of.run(openRequest, actors.colleague, { requestId }));
    const proof = await proofOf(database.read, actors.visitor, { id: requestId, receipt: null });
    const minutes = {
      openedAt: at,
      openedBy: "two_people",
      keyFingerprint: proof?.keyFingerprint,
      root: proof?.list?.root,
      opened: 1,
      stale: 0,
      withdrawn: 1,
    };
    expect(proof?.keyFingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(proof?.opening).toEqual(minutes);
    expect(await minutesOf(database.read, actors.provider, await of.request())).toMatchObject({
      ...minutes,
      people: null,
    });
    const named = await minutesOf(database.read, actors.buyer, await of.request());
    expect(named).toMatchObject(minutes);
    expect(named?.people).toHaveLength(2);
    expect((await of.request()).openedAt).toBe(at);
  });

  test("over the API the first word opens nothing and the second everything", async () => {
    const market = await apiMarket();
    const step = steps(market);
    const requestId = await step.request(await step.deal(), { bidding: { twoPersonOpening: true } });
    await step.bid(requestId, "provider", bidBody(PRICE));
    expect((await market.call(closeRequest, { as: "buyer", params: { requestId } })).status).toBe(200);
    const seen = async () => (await market.call(listBids, { as: "buyer", params: { requestId } })).text;
    for (const [as, isOpened] of [
      ["buyer", false],
      ["colleague", true],
    ] as const) {
      expect((await market.call(openRequest, { as, params: { requestId } })).status).toBe(200);
      expect((await seen()).includes(String(PRICE)), as).toBe(isOpened);
    }
  });

  test("by the clock it is nobody's word, and by the buyer's early close that of the one who closed", async () => {
    const byClock = await biddingMarket();
    await byClock.bid();
    await byClock.closeAtItsTime();
    expect(await findMinutes(byClock.database.read, byClock.requestId)).toMatchObject({ isByClock: true, userIds: [] });
    const byBuyer = await biddingMarket({ mayCloseEarly: true });
    await byBuyer.bid();
    done(await byBuyer.run(closeRequest, byBuyer.actors.buyer, { requestId: byBuyer.requestId }));
    expect(await findMinutes(byBuyer.database.read, byBuyer.requestId)).toMatchObject({
      isByClock: false,
      userIds: ["user-buyer"],
    });
  });
});

describe("20: losing bids are kept for ever as they were", () => {
  async function decided() {
    const of = await biddingMarket();
    const won = await of.bid();
    const lost = await of.bid(of.actors.provider2, offerOfThree("CNY", [PRICE, 1, 1]));
    await of.closeAtItsTime();
    done(await of.run(awardBids, of.actors.buyer, { requestId: of.requestId, bids: [{ bidId: won.id }] }));
    return { ...of, lost };
  }

  test("their prices are there after the award, and their receipts in the list", async () => {
    const of = await decided();
    expect(await of.bidRow(of.lost.id)).toMatchObject({ state: "lost" });
    expect((await of.versions(of.lost.id))[0]?.content?.lines[0]?.unitPriceMinor).toBe(String(PRICE));
    expect((await findReceiptList(of.database.read, of.requestId))?.receipts).toContain(of.lost.receipt);
  });

  test.each([
    [
      "a bid deleted",
      (of: Awaited<ReturnType<typeof decided>>) =>
        of.database.write((tx) => tx.delete(bids).where(eq(bids.id, of.lost.id))),
    ],
    [
      "a version deleted",
      (of) => of.database.write((tx) => tx.delete(bidVersions).where(eq(bidVersions.bidId, of.lost.id))),
    ],
    [
      "a price changed",
      (of) =>
        of.database.write((tx) =>
          tx.update(bidVersions).set({ content: null }).where(eq(bidVersions.bidId, of.lost.id)),
        ),
    ],
    ["a receipt changed", (of) => of.database.write((tx) => tx.update(bidVersions).set({ receipt: "x" }))],
    ["the list changed", (of) => of.database.write((tx) => tx.update(receiptLists).set({ root: "x" }))],
    ["the list deleted", (of) => of.database.write((tx) => tx.delete(receiptLists))],
    ["the minutes changed", (of) => of.database.write((tx) => tx.update(openingMinutes).set({ openedCount: 9 }))],
    ["the minutes deleted", (of) => of.database.write((tx) => tx.delete(openingMinutes))],
  ] satisfies [string, (of: Awaited<ReturnType<typeof decided>>) => Promise<unknown>][])(
    "the database itself refuses to have %s",
    async (_, change) => {
      const said = await change(await decided()).then(
        () => "nothing",
        (error: Error) => String(error.cause ?? error),
      );
      // By its own guard, and not only because a row elsewhere points to it.
      expect(said).toMatch(/are kept|is fixed|only be opened, once/);
    },
  );
});

test("20: a sealed block cannot be exchanged in the database before its opening either", async () => {
  const of = await biddingMarket();
  await of.bid();
  const exchange = of.database.write((tx) => tx.update(bidVersions).set({ sealed: Buffer.alloc(9) }));
  await expect(exchange).rejects.toThrow();
});

describe("the list of receipts", () => {
  test("is fixed at the close with every version that ever came, also of open bidding, and of a request that nobody stands on", async () => {
    for (const bidding of [{}, { mode: "open" }]) {
      const of = await biddingMarket(bidding);
      const { id: bidId, receipt } = await of.bid();
      done(await of.run(withdrawBid, of.actors.provider, { bidId }));
      expect(await findReceiptList(of.database.read, of.requestId)).toBeUndefined();
      expect(done(await of.closeAtItsTime()).state).toBe("no_bids");
      expect((await findReceiptList(of.database.read, of.requestId))?.receipts).toEqual([receipt]);
    }
  });

  test("of a request without any bid has the root of nothing", async () => {
    const of = await biddingMarket();
    await of.closeAtItsTime();
    const list = await findReceiptList(of.database.read, of.requestId);
    expect(list).toMatchObject({
      receipts: [],
      leaves: [],
      root: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    });
  });

  test("is shown to whoever may see the request and to nobody else, names no bidder, and proves a receipt", async () => {
    const of = await biddingMarket({ visibility: "invited", invitedIds: ["provider"] });
    const { receipt, id: bidId } = await of.bid();
    const ask = (viewer: typeof of.actors.buyer, wanted: string | null = null) =>
      proofOf(of.database.read, viewer, { id: of.requestId, receipt: wanted });
    expect(await ask(of.actors.buyer)).toMatchObject({ stage: "before", list: null, opening: null });
    await of.closeAtItsTime();
    for (const viewer of [of.actors.visitor, of.actors.provider2, of.actors.buyer2])
      expect(await ask(viewer)).toBeNull();
    const proof = await ask(of.actors.provider, receipt);
    expect(proof).toMatchObject({ stage: "kept", inclusion: { number: 1 }, list: { leaves: [{ receipt }] } });
    expect(JSON.stringify(proof)).not.toContain(bidId);
    expect(JSON.stringify(proof)).not.toContain('"provider"');
    expect((await ask(of.actors.provider, "another"))?.inclusion).toBeNull();
  });
});
