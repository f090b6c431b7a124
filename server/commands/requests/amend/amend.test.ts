import { describe, expect, test } from "vitest";
import { amendmentsOf } from "@/db/repositories/amendments";
import { bidsOfRequest } from "@/db/repositories/bidding";
import { listDue } from "@/db/repositories/requests";
import { requestAmendments } from "@/db/schema/amendments";
import { anonymous } from "@/server/platform/identity/session";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/instant";
import { amendmentsShown } from "@/server/queries/amendments";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree, refusalOf, SYSTEM } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { awardBids } from "../../award/award-bids";
import { reviseBid } from "../../bidding/revise-bid";
import { confirmBid } from "../../bidding/stale/confirm-bid";
import { submitBid } from "../../bidding/submit-bid";
import { withdrawBid } from "../../bidding/withdraw-bid";
import { cancelRequest } from "../cancel-request";
import { changeRequest } from "../change-request";
import { closeDueRequest } from "../close-due-request";
import { closeRequest } from "../close-request";

const SPEC = { side: "export", supervisionMode: "0110" };
const REASON = "The factory splits the goods";

async function market(bidding: object = {}) {
  const of = await biddingMarket(bidding);
  const amend = (change: object = { spec: { ...SPEC, hsLines: 9 } }) =>
    of.run(changeRequest, of.actors.buyer, { requestId: of.requestId, reason: REASON, ...change });
  return {
    ...of,
    amend,
    confirm: (bidId: string, by = of.actors.provider, more: object = {}) => of.run(confirmBid, by, { bidId, ...more }),
    log: () => amendmentsOf(of.database.read, of.requestId),
    total: async (bidId: string) => (await of.versions(bidId)).at(-1)?.content?.totalMinor,
  };
}

type Market = Awaited<ReturnType<typeof market>>;

const events = async (of: Market, type: string) => (await of.events()).filter((event) => event.type === type);

describe("an amendment", () => {
  test("has a number, its reason, when, who and what was and is", async () => {
    const of = await market();
    await of.bid();
    of.setClock(later(START, HOUR_MS));
    done(await of.amend());
    done(await of.amend({ spec: { ...SPEC, hsLines: 9 }, bidding: { closesAt: toIso(later(CLOSES, HOUR_MS)) } }));
    expect(await of.log()).toMatchObject([
      {
        number: 2,
        changes: [{ path: "closesAt", before: toIso(CLOSES), after: toIso(later(CLOSES, HOUR_MS)) }],
        isSpecChanged: false,
        staleCount: 0,
      },
      {
        number: 1,
        at: later(START, HOUR_MS),
        reason: REASON,
        isSpecChanged: true,
        staleCount: 1,
        changes: [{ path: "spec.hsLines", before: null, after: 9 }],
      },
    ]);
    expect((await of.request()).amendmentCount).toBe(2);
  });

  test("of what nobody has bid on needs no reason, is in the log all the same, and makes nothing stale", async () => {
    const of = await market();
    done(await of.amend({ reason: undefined, spec: { ...SPEC, hsLines: 2 } }));
    expect(await of.log()).toMatchObject([{ number: 1, reason: "", staleCount: 0 }]);
  });

  test.each<[string, object, string]>([
    ["without a reason, once somebody has bid", { reason: "  ", spec: { ...SPEC, hsLines: 2 } }, "reason_required"],
    [
      "that names a way past the market",
      { reason: "call +7 727 123 45 67", spec: { ...SPEC, hsLines: 2 } },
      "malformed",
    ],
    ["of nothing", { spec: SPEC }, "nothing_changed"],
    ["of a term that bidders rely on", { bidding: { mayCloseEarly: true } }, "terms_fixed"],
    ["of its criteria", { bidding: { criteria: [{ kind: "price", weight: 100 }] } }, "terms_fixed"],
    ["of an earlier close", { bidding: { closesAt: toIso(later(CLOSES, -HOUR_MS)) } }, "closes_earlier"],
    ["of a spec against the rules of its kind", { spec: { side: "both" } }, "spec_invalid"],
  ])("is refused %s, and nothing of it is kept", async (_, change, code) => {
    const of = await market();
    const { bidId } = await of.bid();
    expect(refusalOf(await of.amend(change))).toBe(code);
    expect([await of.log(), (await of.bidRow(bidId)).state]).toEqual([[], "submitted"]);
  });

  test("after the close there is none, though no timer has run", async () => {
    const of = await market();
    await of.bid();
    of.setClock(CLOSES);
    expect(refusalOf(await of.amend())).toBe("wrong_state");
  });

  test("is the buyer's alone; to a stranger and a bidder the request is not there to be changed", async () => {
    const of = await market();
    await of.bid();
    for (const by of [of.actors.provider, of.actors.buyer2])
      expect(refusalOf(await of.run(changeRequest, by, { requestId: of.requestId, spec: SPEC, reason: REASON }))).toBe(
        "not_found",
      );
  });

  test("can be neither rewritten nor deleted, by whatever code", async () => {
    const of = await market();
    done(await of.amend());
    await expect(of.database.write((tx) => tx.update(requestAmendments).set({ reason: "" }))).rejects.toThrow();
    await expect(of.database.write((tx) => tx.delete(requestAmendments))).rejects.toThrow();
  });

  test("shows visitors its number, time, reason and moved times, and nothing that the spec says", async () => {
    const of = await market();
    done(
      await of.amend({ spec: { ...SPEC, remarks: "Gate 7" }, bidding: { closesAt: toIso(later(CLOSES, HOUR_MS)) } }),
    );
    const request = await of.request();
    const [seen] = await amendmentsShown(of.database.read, anonymous(), request);
    expect(seen).toMatchObject({ number: 1, isSpecChanged: true, changes: null, by: null });
    expect(seen?.times.map(({ path }) => path)).toEqual(["closesAt"]);
    expect(JSON.stringify(seen)).not.toContain("Gate 7");
    const [told] = await amendmentsShown(of.database.read, of.actors.provider, request);
    expect(JSON.stringify(told)).toContain("Gate 7");
    expect(told?.by).toBeNull();
  });
});

describe("bids after an amendment", () => {
  test("every bid that stood goes stale and is told so by name of its bidder alone; a withdrawn one does not", async () => {
    const of = await market();
    const first = await of.bid();
    const second = await of.bid(of.actors.provider2);
    done(await of.run(withdrawBid, of.actors.provider2, { bidId: second.bidId }));
    done(await of.amend());
    expect((await bidsOfRequest(of.database.read, of.requestId)).map(({ state }) => state)).toEqual([
      "stale",
      "withdrawn",
    ]);
    expect(await events(of, "bid.went_stale")).toMatchObject([{ bidId: first.bidId, amendment: 1, closesAt: CLOSES }]);
    expect(JSON.stringify(await of.events())).not.toMatch(/amountMinor|totalMinor|135000/);
  });

  test("a bid stands on where only times moved and its validity reaches the new time to decide, else it is stale", async () => {
    for (const mode of ["sealed", "open"]) {
      const of = await market({ mode });
      const long = await of.bid(of.actors.provider, {
        ...offerOfThree(),
        validUntil: toIso(later(DECIDES, 9 * DAY_MS)),
      });
      const short = await of.bid(of.actors.provider2);
      done(await of.amend({ bidding: { decideBy: toIso(later(DECIDES, 3 * DAY_MS)) } }));
      expect(await of.bidRow(long.bidId)).toMatchObject({ state: "submitted", amendment: 1, version: 1 });
      expect((await of.bidRow(short.bidId)).state).toBe("stale");
      expect((await of.log())[0]?.staleCount).toBe(1);
    }
  });

  test("confirming keeps the version where the same offer comes to the same", async () => {
    const of = await market();
    const { bidId, receipt } = await of.bid();
    done(await of.amend({ spec: { ...SPEC, remarks: "Gate 7" } }));
    expect(done(await of.confirm(bidId, of.actors.provider, { amendment: 1 })).version).toBe(1);
    expect(await of.bidRow(bidId)).toMatchObject({ state: "submitted", amendment: 1, version: 1 });
    expect((await of.versions(bidId)).map((version) => version.receipt)).toEqual([receipt]);
  });

  test("confirming is a new version with the typed charges, priced by the new quantities, and all versions stay to be seen", async () => {
    const of = await market({ mode: "open" });
    const { bidId } = await of.bid();
    const before = BigInt((await of.total(bidId)) ?? 0);
    const lines = BigInt((await of.versions(bidId))[0]?.content?.lines[2]?.quantityMilli ?? 0) / 1000n;
    done(await of.amend({ spec: { ...SPEC, hsLines: 9 } }));
    expect(done(await of.confirm(bidId)).version).toBe(2);
    const versions = await of.versions(bidId);
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(versions[1]?.content?.lines.map((line) => line.unitPriceMinor)).toEqual(["135000", "144676", "14000"]);
    expect(BigInt((await of.total(bidId)) ?? 0)).toBe(before + (9n - lines) * 14_000n);
    expect(await of.bidRow(bidId)).toMatchObject({ state: "submitted", amendment: 1 });
    expect((await of.request()).bidCount).toBe(1);
  });

  test("a stale bid may be revised or withdrawn as well", async () => {
    const of = await market();
    const [first, second] = [await of.bid(), await of.bid(of.actors.provider2)];
    done(await of.amend());
    done(await of.run(reviseBid, of.actors.provider, { bidId: first.bidId, transitDays: { min: 1, max: 2 } }));
    done(await of.run(withdrawBid, of.actors.provider2, { bidId: second.bidId }));
    expect(await of.bidRow(first.bidId)).toMatchObject({ state: "submitted", amendment: 1, version: 2 });
    expect((await of.bidRow(second.bidId)).state).toBe("withdrawn");
    expect((await of.request()).bidCount).toBe(1);
  });

  test("a bid that comes after an amendment is for the request as amended", async () => {
    const of = await market();
    done(await of.amend());
    const { bidId } = await of.bid();
    expect(await of.bidRow(bidId)).toMatchObject({ state: "submitted", amendment: 1 });
  });

  test("confirming is refused for a bid that stands, a stranger's, an amendment since, too short a validity, and after the close", async () => {
    const of = await market();
    const { bidId } = await of.bid();
    expect(refusalOf(await of.confirm(bidId))).toBe("wrong_state");
    done(await of.amend());
    expect(refusalOf(await of.confirm(bidId, of.actors.provider2))).toBe("not_found");
    done(await of.amend({ spec: { ...SPEC, hsLines: 8 } }));
    expect(refusalOf(await of.confirm(bidId, of.actors.provider, { amendment: 1 }))).toBe("amended_again");
    done(await of.amend({ bidding: { decideBy: toIso(later(DECIDES, 30 * DAY_MS)) } }));
    expect(refusalOf(await of.confirm(bidId))).toBe("validity_too_short");
    of.setClock((await of.request()).closesAt);
    expect(refusalOf(await of.confirm(bidId))).toBe("request_not_open");
    expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "later" }))).toBe(
      "request_not_open",
    );
  });

  test("at the close a stale bid is neither opened nor counted, cannot be awarded, and has lost; its bidder is told", async () => {
    const of = await market();
    const [first, second] = [await of.bid(), await of.bid(of.actors.provider2)];
    done(await of.amend());
    done(await of.confirm(first.bidId));
    expect((await of.request()).bidCount).toBe(2);
    expect(done(await of.closeAtItsTime()).state).toBe("opened");
    expect((await of.request()).bidCount).toBe(1);
    expect(await of.bidRow(second.bidId)).toMatchObject({ state: "lost", totalMinor: null });
    expect((await of.versions(second.bidId))[0]?.content).toBeNull();
    expect(await events(of, "request.closed")).toMatchObject([{ bidCount: 1, unconfirmedCount: 1 }]);
    expect(await events(of, "bid.lost")).toMatchObject([{ bidId: second.bidId, isUnconfirmed: true }]);
    const award = await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId: second.bidId }] });
    expect(refusalOf(award)).toBe("bid_not_standing");
  });

  test("a request with none but stale bids at its close ends without bids", async () => {
    const of = await market();
    const { bidId } = await of.bid();
    done(await of.amend());
    expect(done(await of.closeAtItsTime()).state).toBe("no_bids");
    expect([(await of.request()).bidCount, (await of.bidRow(bidId)).state]).toEqual([0, "lost"]);
  });

  test("nobody closes early while a bid waits to be confirmed, also where an early close was published", async () => {
    const of = await market({ mayCloseEarly: true });
    const { bidId } = await of.bid();
    done(await of.amend());
    const close = () => of.run(closeRequest, of.actors.buyer, { requestId: of.requestId });
    expect(refusalOf(await close())).toBe("bids_to_confirm");
    done(await of.confirm(bidId));
    expect(done(await close()).state).toBe("opened");
  });

  test("of a cancelled request also who has a stale bid is among the bidders, and its bid has lost", async () => {
    const of = await market();
    const { bidId } = await of.bid();
    done(await of.amend());
    done(await of.run(cancelRequest, of.actors.buyer, { requestId: of.requestId, reason: "Sold at home" }));
    expect((await of.bidRow(bidId)).state).toBe("lost");
  });
});

describe("a late amendment", () => {
  const LATE = later(CLOSES, -HOUR_MS);
  const EXTENDED = later(CLOSES, 12 * HOUR_MS);

  test("moves the one close that everything reads: bids, the clock's close and the log say the same", async () => {
    const of = await market();
    const { bidId } = await of.bid();
    of.setClock(LATE);
    done(await of.amend());
    expect((await of.request()).closesAt).toBe(EXTENDED);
    expect(await of.log()).toMatchObject([
      { isExtended: true, changes: [{}, { path: "closesAt", before: toIso(CLOSES), after: toIso(EXTENDED) }] },
    ]);
    expect(await events(of, "bid.went_stale")).toMatchObject([{ closesAt: EXTENDED }]);
    of.setClock(later(CLOSES, HOUR_MS));
    expect(await listDue(of.database.read, of.on.clock())).toEqual([]);
    expect(refusalOf(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId }))).toBe("not_yet");
    done(await of.confirm(bidId));
    done(await of.run(submitBid, of.actors.provider2, { requestId: of.requestId, ...offerOfThree() }));
    of.setClock(EXTENDED);
    expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "later" }))).toBe(
      "request_not_open",
    );
    expect(done(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId })).state).toBe("opened");
  });
});

describe("at once", () => {
  test("of twenty bids and an amendment each bid is for the request as amended, or stale", async () => {
    const of = await market();
    const { bidId } = await of.bid();
    const change = (place: number) => ({ bidId, transitDays: { min: 1, max: 2 + place } });
    const calls = Array.from({ length: 20 }, (_, place) => {
      if (place === 7 || place === 13) return of.amend({ spec: { ...SPEC, hsLines: place } });
      if (place === 10) return of.run(submitBid, of.actors.provider2, { requestId: of.requestId, ...offerOfThree() });
      return place % 2 === 0 ? of.run(reviseBid, of.actors.provider, change(place)) : of.confirm(bidId);
    });
    await Promise.all(calls);
    const { amendmentCount } = await of.request();
    expect(amendmentCount).toBe(2);
    for (const bid of await bidsOfRequest(of.database.read, of.requestId))
      if (bid.state === "submitted") expect(bid.amendment).toBe(amendmentCount);
      else expect([bid.state, bid.amendment < amendmentCount]).toEqual(["stale", true]);
  });

  test("twenty amendments are numbered without a gap", async () => {
    const of = await market();
    await of.bid();
    await Promise.all(Array.from({ length: 20 }, (_, place) => of.amend({ spec: { ...SPEC, hsLines: place + 10 } })));
    expect((await of.log()).map(({ number }) => number).reverse()).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });
});
