import { describe, expect, test } from "vitest";
import { findDebrief } from "@/db/repositories/award";
import { bidsOfRequest } from "@/db/repositories/bidding";
import { DAY_MS, later, toIso } from "@/domain/shared/time";
import { CLOSES, DECIDES, done, offerOfThree, refusalOf } from "@/test/bidding-market";
import { awardBids } from "../award/award-bids";
import { reviseBid, submitBid } from "../bidding/submit-bid";
import { withdrawBid } from "../bidding/withdraw-bid";
import { cancelRequest } from "./cancel-request";
import { closeRequest } from "./close-request";
import { amendMarket, SPEC } from "@/test/amend-market";

const totalOf = async (of: Awaited<ReturnType<typeof amendMarket>>, bidId: string) =>
  BigInt((await of.versions(bidId)).at(-1)?.content?.totalMinor ?? 0);

describe("bids after an amendment", () => {
  test("every bid that stood goes stale and is told so by name of its bidder alone; a withdrawn one does not", async () => {
    const of = await amendMarket();
    const first = await of.bid();
    const second = await of.bid(of.actors.provider2);
    done(await of.run(withdrawBid, of.actors.provider2, { bidId: second.id }));
    done(await of.amend());
    expect((await bidsOfRequest(of.database.read, of.requestId)).map(({ state }) => state)).toEqual([
      "stale",
      "withdrawn",
    ]);
    expect(await of.eventsOf("bid.went_stale")).toMatchObject([{ bidId: first.id, amendment: 1, closesAt: CLOSES }]);
    expect(JSON.stringify(await of.events())).not.toMatch(/amountMinor|totalMinor|135000/);
  });

  test("a bid stands on where only times moved and its validity reaches the new time to decide, else it is stale", async () => {
    for (const mode of ["sealed", "open"]) {
      const of = await amendMarket({ mode });
      const long = await of.bid(of.actors.provider, {
        ...offerOfThree(),
        validUntil: toIso(later(DECIDES, 9 * DAY_MS)),
      });
      const short = await of.bid(of.actors.provider2, offerOfThree("CNY", [136_000, 144_676, 14_000]));
      done(await of.amend({ bidding: { decideBy: toIso(later(DECIDES, 3 * DAY_MS)) } }));
      expect(await of.bidRow(long.id)).toMatchObject({ state: "submitted", amendment: 1, version: 1 });
      expect((await of.bidRow(short.id)).state).toBe("stale");
      expect((await of.log())[0]?.staleCount).toBe(1);
    }
  });
});

describe("confirming", () => {
  test("confirming keeps the version where the same offer comes to the same", async () => {
    const of = await amendMarket();
    const { id: bidId, receipt } = await of.bid();
    done(await of.amend({ spec: { ...SPEC, remarks: "Gate 7" } }));
    expect(done(await of.confirm(bidId, of.actors.provider, { amendment: 1 })).version).toBe(1);
    expect(await of.bidRow(bidId)).toMatchObject({ state: "submitted", amendment: 1, version: 1 });
    expect((await of.versions(bidId)).map((version) => version.receipt)).toEqual([receipt]);
  });

  test("confirming is a new version with the typed charges, priced by the new quantities, and all versions stay to be seen", async () => {
    const of = await amendMarket({ mode: "open" });
    const { id: bidId } = await of.bid();
    const before = await totalOf(of, bidId);
    const lines = BigInt((await of.versions(bidId))[0]?.content?.lines[2]?.quantityMilli ?? 0) / 1000n;
    done(await of.amend({ spec: { ...SPEC, hsLines: 9, hasMoreLines: true } }));
    expect(done(await of.confirm(bidId)).version).toBe(2);
    const versions = await of.versions(bidId);
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(versions[1]?.content?.lines.map((line) => line.unitPriceMinor)).toEqual(["135000", "144676", "14000"]);
    expect(await totalOf(of, bidId)).toBe(before + (9n - lines) * 14_000n);
    expect(await of.bidRow(bidId)).toMatchObject({ state: "submitted", amendment: 1 });
    expect((await of.request()).bidCount).toBe(1);
  });

  test("a stale bid may be revised or withdrawn as well", async () => {
    const of = await amendMarket();
    const [first, second] = [await of.bid(), await of.bid(of.actors.provider2)];
    done(await of.amend());
    done(
      await of.run(reviseBid, of.actors.provider, {
        bidId: first.id,
        amendment: 1,
        transitDays: { min: 1, max: 2 },
      }),
    );
    done(await of.run(withdrawBid, of.actors.provider2, { bidId: second.id }));
    expect(await of.bidRow(first.id)).toMatchObject({ state: "submitted", amendment: 1, version: 2 });
    expect((await of.bidRow(second.id)).state).toBe("withdrawn");
    expect((await of.request()).bidCount).toBe(1);
  });

  test("A revision names the amendment that it answers: none and an earlier one are refused, and nothing of them is kept.", async () => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    done(await of.amend());
    done(await of.amend({ spec: { ...SPEC, declarations: 8 } }));
    const revise = (amendment?: number) =>
      of.run(reviseBid, of.actors.provider, { bidId, amendment, transitDays: { min: 1, max: 2 } });
    for (const seen of [undefined, 0, 1, 3])
      expect(await revise(seen)).toMatchObject({ refusal: { code: "amended_again", details: { amendment: 2 } } });
    expect(await of.bidRow(bidId)).toMatchObject({ state: "stale", amendment: 0, version: 1 });
    done(await revise(2));
    expect(await of.bidRow(bidId)).toMatchObject({ state: "submitted", amendment: 2, version: 2 });
  });

  test("A first bid names the amendment that it answers as well; of a request that was never amended none is named.", async () => {
    const of = await amendMarket();
    const bid = (by: typeof of.actors.provider, amendment?: number) =>
      of.run(submitBid, by, { requestId: of.requestId, amendment, ...offerOfThree() });
    done(await bid(of.actors.provider));
    done(await of.amend());
    for (const seen of [undefined, 0, 2])
      expect(await bid(of.actors.provider2, seen)).toMatchObject({
        refusal: { code: "amended_again", details: { amendment: 1 } },
      });
    expect(await bidsOfRequest(of.database.read, of.requestId)).toHaveLength(1);
    done(await bid(of.actors.provider2, 1));
  });

  test("A revision need name no amendment of a request that was never amended.", async () => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    done(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "second" }));
    done(await of.run(reviseBid, of.actors.provider, { bidId, amendment: 0, remarks: "third" }));
  });

  test("a bid that comes after an amendment is for the request as amended", async () => {
    const of = await amendMarket();
    done(await of.amend());
    const { id: bidId } = await of.bid();
    expect(await of.bidRow(bidId)).toMatchObject({ state: "submitted", amendment: 1 });
  });

  test("confirming is refused for a bid that stands, a stranger's, an amendment since, too short a validity, and after the close", async () => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    expect(refusalOf(await of.confirm(bidId))).toBe("wrong_state");
    done(await of.amend());
    expect(refusalOf(await of.confirm(bidId, of.actors.provider2))).toBe("not_found");
    done(await of.amend({ spec: { ...SPEC, declarations: 8 } }));
    expect(refusalOf(await of.confirm(bidId, of.actors.provider, { amendment: 1 }))).toBe("amended_again");
    done(await of.amend({ bidding: { decideBy: toIso(later(DECIDES, 30 * DAY_MS)) } }));
    expect(refusalOf(await of.confirm(bidId))).toBe("validity_too_short");
    of.setClock((await of.request()).closesAt);
    expect(refusalOf(await of.confirm(bidId))).toBe("request_not_open");
    expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "later" }))).toBe(
      "request_not_open",
    );
  });
});

describe("what is not confirmed", () => {
  test("at the close a stale bid is neither opened nor counted, cannot be awarded, and has lost; its bidder is told why", async () => {
    const of = await amendMarket();
    const [first, second] = [await of.bid(), await of.bid(of.actors.provider2)];
    done(await of.amend());
    done(await of.confirm(first.id));
    expect((await of.request()).bidCount).toBe(2);
    expect(done(await of.closeAtItsTime()).state).toBe("opened");
    expect((await of.request()).bidCount).toBe(1);
    expect(await of.bidRow(second.id)).toMatchObject({ state: "lost", totalMinor: null });
    expect((await of.versions(second.id))[0]?.content).toBeNull();
    expect(await of.eventsOf("request.closed")).toMatchObject([{ bidCount: 1, unconfirmedCount: 1 }]);
    expect(await of.eventsOf("bid.lost")).toMatchObject([{ bidId: second.id, isUnconfirmed: true }]);
    expect(await findDebrief(of.database.read, second.id)).toMatchObject({ code: "not_confirmed", rank: null });
    expect(await findDebrief(of.database.read, first.id)).toBeNull();
    const award = await of.run(awardBids, of.actors.buyer, {
      dealId: of.dealId,
      bids: [{ bidId: second.id, reason: "Known to us" }],
    });
    expect(refusalOf(award)).toBe("bid_not_standing");
  });

  test("a request with none but stale bids at its close ends without bids", async () => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    done(await of.amend());
    expect(done(await of.closeAtItsTime()).state).toBe("no_bids");
    expect([(await of.request()).bidCount, (await of.bidRow(bidId)).state]).toEqual([0, "lost"]);
  });

  test("nobody closes early while a bid waits to be confirmed, also where an early close was published", async () => {
    const of = await amendMarket({ mayCloseEarly: true });
    const { id: bidId } = await of.bid();
    done(await of.amend());
    const close = () => of.run(closeRequest, of.actors.buyer, { requestId: of.requestId });
    expect(refusalOf(await close())).toBe("bids_to_confirm");
    done(await of.confirm(bidId));
    expect(done(await close()).state).toBe("opened");
  });

  test("of a cancelled request also who has a stale bid is among the bidders, and its bid has lost", async () => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    done(await of.amend());
    done(await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: "Sold at home" }));
    expect((await of.bidRow(bidId)).state).toBe("lost");
  });
});
