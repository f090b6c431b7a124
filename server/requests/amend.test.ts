import { describe, expect, test } from "vitest";
import { bidsOfRequest } from "@/db/repositories/bidding";
import { listDue } from "@/db/repositories/requests";
import { requestAmendments } from "@/db/schema/amendments";
import { anonymous } from "@/server/platform/identity/session";
import { HOUR_MS, later, toIso } from "@/domain/shared/time";
import { amendmentsShown } from "@/server/requests/queries/amendments";
import { CLOSES, done, offerOfThree, refusalOf, SYSTEM } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { reviseBid, submitBid } from "../bidding/submit-bid";
import { changeRequest } from "./change-request";
import { closeDueRequest } from "./close-request";
import { amendMarket, REASON, SPEC } from "@/test/amend-market";

describe("an amendment", () => {
  test("has a number, its reason, when, who and what was and is", async () => {
    const of = await amendMarket();
    await of.bid();
    of.setClock(later(START, HOUR_MS));
    done(await of.amend());
    done(await of.amend({ spec: { ...SPEC, declarations: 9 }, bidding: { closesAt: toIso(later(CLOSES, HOUR_MS)) } }));
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
        changes: [{ path: "spec.declarations", before: null, after: 9 }],
      },
    ]);
    expect((await of.request()).amendmentCount).toBe(2);
  });

  test("of what nobody has bid on needs no reason, is in the log all the same, and makes nothing stale", async () => {
    const of = await amendMarket();
    done(await of.amend({ reason: undefined, spec: { ...SPEC, declarations: 2 } }));
    expect(await of.log()).toMatchObject([{ number: 1, reason: "", staleCount: 0 }]);
  });

  test.each<[string, object, string]>([
    [
      "without a reason, once somebody has bid",
      { reason: "  ", spec: { ...SPEC, declarations: 2 } },
      "reason_required",
    ],
    [
      "that names a way past the market",
      { reason: "call +7 727 123 45 67", spec: { ...SPEC, declarations: 2 } },
      "malformed",
    ],
    ["of nothing", { spec: SPEC }, "nothing_changed"],
    ["of a term that bidders rely on", { bidding: { mayCloseEarly: true } }, "terms_fixed"],
    ["of its criteria", { bidding: { criteria: [{ kind: "price", weight: 100 }] } }, "terms_fixed"],
    ["of an earlier close", { bidding: { closesAt: toIso(later(CLOSES, -HOUR_MS)) } }, "closes_earlier"],
    ["of a spec against the rules of its kind", { spec: { side: "both" } }, "spec_invalid"],
  ])("is refused %s, and nothing of it is kept", async (_, change, code) => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    expect(refusalOf(await of.amend(change))).toBe(code);
    expect([await of.log(), (await of.bidRow(bidId)).state]).toEqual([[], "submitted"]);
  });

  test("by who saw the request before another amendment overwrites nothing", async () => {
    const of = await amendMarket();
    done(await of.amend({ ifAmendment: 0, spec: { ...SPEC, declarations: 9 } }));
    expect(refusalOf(await of.amend({ ifAmendment: 0, spec: { ...SPEC, remarks: "Gate 7" } }))).toBe("stale_version");
    expect((await of.request()).spec).toEqual({ ...SPEC, declarations: 9 });
  });

  test("after the close there is none, though no timer has run", async () => {
    const of = await amendMarket();
    await of.bid();
    of.setClock(CLOSES);
    expect(refusalOf(await of.amend())).toBe("wrong_state");
  });

  test("is the buyer's alone; to a stranger and a bidder the request is not there to be changed", async () => {
    const of = await amendMarket();
    await of.bid();
    for (const by of [of.actors.provider, of.actors.buyer2])
      expect(refusalOf(await of.run(changeRequest, by, { requestId: of.requestId, spec: SPEC, reason: REASON }))).toBe(
        "not_found",
      );
  });

  test("can be neither rewritten nor deleted, by whatever code", async () => {
    const of = await amendMarket();
    done(await of.amend());
    await expect(of.database.write((tx) => tx.update(requestAmendments).set({ reason: "" }))).rejects.toThrow();
    await expect(of.database.write((tx) => tx.delete(requestAmendments))).rejects.toThrow();
  });

  test("shows visitors its number, time, reason and moved times, and nothing that the spec says", async () => {
    const of = await amendMarket();
    done(
      await of.amend({ spec: { ...SPEC, remarks: "Gate 7" }, bidding: { closesAt: toIso(later(CLOSES, HOUR_MS)) } }),
    );
    const request = await of.request();
    const [seen] = await amendmentsShown(of.database.read, anonymous(), request);
    expect(seen).toMatchObject({ number: 1, isSpecChanged: true, by: null });
    expect(seen?.changes.map(({ path }) => path)).toEqual(["closesAt"]);
    expect(JSON.stringify(seen)).not.toContain("Gate 7");
    const [told] = await amendmentsShown(of.database.read, of.actors.provider, request);
    expect(JSON.stringify(told)).toContain("Gate 7");
    expect(told?.by).toBeNull();
  });
});

describe("a late amendment", () => {
  const LATE = later(CLOSES, -HOUR_MS);
  const EXTENDED = later(CLOSES, 12 * HOUR_MS);

  test("moves the one close that everything reads: bids, the clock's close and the log say the same", async () => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    of.setClock(LATE);
    done(await of.amend());
    expect((await of.request()).closesAt).toBe(EXTENDED);
    expect(await of.log()).toMatchObject([
      { isExtended: true, changes: [{}, { path: "closesAt", before: toIso(CLOSES), after: toIso(EXTENDED) }] },
    ]);
    expect(await of.eventsOf("bid.went_stale")).toMatchObject([{ closesAt: EXTENDED }]);
    of.setClock(later(CLOSES, HOUR_MS));
    expect(await listDue(of.database.read, of.on.clock())).toEqual([]);
    expect(refusalOf(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId }))).toBe("not_yet");
    done(await of.confirm(bidId));
    await of.bid(of.actors.provider2);
    of.setClock(EXTENDED);
    expect(refusalOf(await of.run(reviseBid, of.actors.provider, { bidId, remarks: "later" }))).toBe(
      "request_not_open",
    );
    expect(done(await of.run(closeDueRequest, SYSTEM, { requestId: of.requestId })).state).toBe("opened");
  });
});

describe("at once", () => {
  test("of twenty bids and an amendment each bid is for the request as amended, or stale", async () => {
    const of = await amendMarket();
    const { id: bidId } = await of.bid();
    const change = (place: number) => ({ bidId, amendment: place % 3, transitDays: { min: 1, max: 2 + place } });
    const calls = Array.from({ length: 20 }, (_, place) => {
      if (place === 7 || place === 13) return of.amend({ spec: { ...SPEC, declarations: place } });
      if (place === 10)
        return of.run(submitBid, of.actors.provider2, { requestId: of.requestId, amendment: 2, ...offerOfThree() });
      return place % 2 === 0 ? of.run(reviseBid, of.actors.provider, change(place)) : of.confirm(bidId);
    });
    await Promise.all(calls);
    const { amendmentCount } = await of.request();
    expect(amendmentCount).toBe(2);
    for (const bid of await bidsOfRequest(of.database.read, of.requestId))
      if (bid.state === "submitted") expect(bid.amendment).toBe(amendmentCount);
      else expect([bid.state, bid.amendment < amendmentCount]).toEqual(["stale", true]);
  });

  test("A revision and a first bid that are under way when the request is amended are not taken for the amended request.", async () => {
    for (const isAmendmentFirst of [true, false]) {
      const of = await amendMarket();
      const { id: bidId } = await of.bid();
      const calls = [
        () => of.amend(),
        () => of.run(reviseBid, of.actors.provider, { bidId, remarks: "typed before" }),
        () => of.run(submitBid, of.actors.provider2, { requestId: of.requestId, ...offerOfThree("CNY", [1, 2, 3]) }),
      ];
      await Promise.all((isAmendmentFirst ? calls : calls.toReversed()).map((start) => start()));
      expect((await of.request()).amendmentCount).toBe(1);
      for (const bid of await bidsOfRequest(of.database.read, of.requestId))
        expect([bid.state, bid.amendment]).toEqual(["stale", 0]);
    }
  });

  test("twenty amendments are numbered without a gap", async () => {
    const of = await amendMarket();
    await of.bid();
    await Promise.all(
      Array.from({ length: 20 }, (_, place) => of.amend({ spec: { ...SPEC, declarations: place + 10 } })),
    );
    expect((await of.log()).map(({ number }) => number).reverse()).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });
});
