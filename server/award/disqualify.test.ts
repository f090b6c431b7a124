import { describe, expect, test } from "vitest";
import { findRequestEnd } from "@/db/repositories/decisions";
import { disqualifications } from "@/db/schema/decide";
import { DAY_MS, HOUR_MS, later, toIso } from "@/domain/shared/time";
import { done, refusalOf, SYSTEM } from "@/test/bidding-market";
import { bidsMarket, decideMarket, offerOf } from "@/test/decide-market";
import { deadlineRound } from "../worker/timers";
import { awardBids } from "./award-bids";
import { cancelRequest } from "../requests/cancel-request";
import { disqualifyBid, judgeCureOfBid, runOutCure, sendCureOfBid } from "./disqualify-bid";

type Market = Awaited<ReturnType<typeof decideMarket>>;

const put = (of: Market, at: number, code: string, words = "The licence copy is missing") =>
  of.run(disqualifyBid, of.actors.buyer, { bidId: of.bidId(at), code, words });
const send = (of: Market, at: number, by = of.provider(at)) =>
  of.run(sendCureOfBid, by, { bidId: of.bidId(at), words: "The copy lies beside this" });
const judge = (of: Market, at: number, isAccepted: boolean, words = "") =>
  of.run(judgeCureOfBid, of.actors.buyer, { bidId: of.bidId(at), isAccepted, words });
const give = (of: Market, at: number) =>
  of.run(awardBids, of.actors.buyer, {
    requestId: of.requestId,
    bids: [{ bidId: of.bidId(at), reason: "Known to us" }],
  });

describe("lesson 29: papers are no way to pass over a cheaper bid", () => {
  test("while a cure runs no other bid is awarded; the one under cure is", async () => {
    const of = await decideMarket([100, 200, 300]);
    done(await put(of, 0, "document_missing"));
    expect(await of.stateOf(0)).toBe("submitted");
    expect(refusalOf(await give(of, 1))).toBe("cure_pending");
    done(await give(of, 0));
    expect((await of.disqualifications())[0]?.state).toBe("void");
  });

  test("a cure that the buyer takes leaves the bid as it was, and then any may be awarded", async () => {
    const of = await decideMarket([100, 200, 300]);
    done(await put(of, 0, "document_missing"));
    done(await send(of, 0));
    expect(refusalOf(await give(of, 1))).toBe("cure_pending");
    done(await judge(of, 0, true));
    expect(await of.stateOf(0)).toBe("submitted");
    done(await give(of, 1));
    expect(await of.debrief(0)).toMatchObject({ rank: "first", gap: "not_above", code: "passed_over" });
  });

  test("a cure that the buyer refuses, with a reason, puts the bid out; without one it cannot", async () => {
    const of = await decideMarket([100, 200, 300]);
    done(await put(of, 0, "document_missing"));
    expect(refusalOf(await judge(of, 0, false, "Too early"))).toBe("wrong_state");
    done(await send(of, 0));
    expect((await judge(of, 0, false)).kind).toBe("malformed");
    done(await judge(of, 0, false, "Another company's copy"));
    expect(await of.stateOf(0)).toBe("disqualified");
    expect((await of.disqualifications())[0]).toMatchObject({ state: "effective", flags: ["R036"] });
    done(await give(of, 1));
    expect(await of.debrief(0)).toEqual({
      bidId: of.bidId(0),
      rank: null,
      gap: null,
      code: "disqualified",
      detail: "document_missing",
      words: "Another company's copy",
      choice: null,
    });
  });

  test("a bidder that sends nothing is out at the end of its day, and not a millisecond earlier", async () => {
    const of = await decideMarket([100, 200, 300]);
    done(await put(of, 0, "licence_invalid"));
    of.at(DAY_MS - 1);
    await deadlineRound(of.on);
    expect(await of.stateOf(0)).toBe("submitted");
    of.at(DAY_MS);
    expect(refusalOf(await send(of, 0))).toBe("cure_over");
    expect(refusalOf(await give(of, 0))).toBe("bid_not_standing");
    await deadlineRound(of.on);
    expect(await of.stateOf(0)).toBe("disqualified");
    expect((await of.types()).filter((type) => type === "bid.disqualified")).toHaveLength(1);
  });

  test("what was sent and not answered counts as taken", async () => {
    const of = await decideMarket([100, 200, 300]);
    done(await put(of, 0, "licence_invalid"));
    done(await send(of, 0));
    of.at(DAY_MS);
    expect(refusalOf(await judge(of, 0, false, "Late"))).toBe("cure_over");
    await deadlineRound(of.on);
    expect(await of.stateOf(0)).toBe("submitted");
    expect((await of.disqualifications())[0]).toMatchObject({ state: "void", flags: null });
  });

  test("however many clocks tick, a cure ends once", async () => {
    const of = await decideMarket([100, 200]);
    done(await put(of, 0, "licence_invalid"));
    of.at(DAY_MS);
    const [one] = await of.disqualifications();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => of.run(runOutCure, SYSTEM, { disqualificationId: one?.id ?? "" })),
    );
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect((await of.types()).filter((type) => type === "bid.disqualified")).toHaveLength(1);
  });

  test("whether or not the clock has come to it, an award finds a cure as it ended", async () => {
    const of = await decideMarket([100, 200, 300]);
    done(await put(of, 0, "document_missing"));
    of.at(DAY_MS);
    done(await give(of, 1));
    expect(await of.stateOf(0)).toBe("disqualified");
    expect(await of.debrief(0)).toMatchObject({ code: "disqualified", detail: "document_missing" });
  });

  test("the market's rule says how long a cure is", async () => {
    const of = await decideMarket([100, 200]);
    await of.rule("cure_hours", 48);
    expect(done(await put(of, 0, "document_missing")).cureEndsAt).toBe(toIso(later(of.openedAt, 48 * HOUR_MS)));
  });
});

describe("a disqualification", () => {
  test("for what cannot be mended takes effect at once, with the reason for its bidder, who cannot win any more", async () => {
    const of = await decideMarket([100, 200, 300]);
    expect(done(await put(of, 2, "related_party", "Same owner as the seller"))).toMatchObject({
      state: "effective",
      cureEndsAt: null,
    });
    expect(await of.stateOf(2)).toBe("disqualified");
    expect(refusalOf(await give(of, 2))).toBe("bid_not_standing");
    expect(refusalOf(await send(of, 2))).toBe("wrong_state");
    done(await give(of, 0));
    expect((await of.bidRow(of.bidId(2))).state).toBe("disqualified");
    expect((await of.versions(of.bidId(2)))[0]?.content?.lines).toHaveLength(1);
  });

  test("twice for the same reason is refused, though the first became void; the later one is sent, judged and told", async () => {
    const of = await decideMarket([100, 200]);
    done(await put(of, 0, "document_missing"));
    done(await judge(of, 0, true));
    expect(refusalOf(await put(of, 0, "document_missing"))).toBe("reason_used");
    of.at(HOUR_MS);
    done(await put(of, 0, "licence_invalid"));
    done(await send(of, 0));
    done(await judge(of, 0, false, "It ended in May"));
    expect((await of.disqualifications()).map(({ code, state }) => [code, state])).toEqual([
      ["document_missing", "void"],
      ["licence_invalid", "effective"],
    ]);
    done(await give(of, 1));
    expect(await of.debrief(0)).toMatchObject({ detail: "licence_invalid", words: "It ended in May" });
  });

  test("whose cure would end after the time to decide asks the buyer to extend first", async () => {
    const of = await decideMarket([100, 200]);
    of.at(2 * DAY_MS);
    expect(refusalOf(await put(of, 0, "document_missing"))).toBe("cure_beyond_decision");
    done(await put(of, 0, "terms_not_met"));
  });

  test("before the close is refused; by a stranger, the bidder or a colleague without the right it is not there", async () => {
    const open = await bidsMarket([100, 200]);
    const input = { bidId: open.bidId(0), code: "other", words: "Because" };
    expect(refusalOf(await open.run(disqualifyBid, open.actors.buyer, input))).toBe("request_not_closed");
    for (const actor of [open.actors.buyer2, open.provider(0)])
      expect(refusalOf(await open.run(disqualifyBid, actor, input))).toBe("not_found");
    expect(refusalOf(await open.run(disqualifyBid, open.actors.viewer, input))).toBe("not_permitted");
  });

  test("is mended by its bidder alone", async () => {
    const of = await decideMarket([100, 200]);
    done(await put(of, 0, "document_missing"));
    expect(refusalOf(await send(of, 0, of.provider(1)))).toBe("not_found");
    expect(refusalOf(await send(of, 1))).toBe("nothing_to_mend");
    done(await send(of, 0));
    expect(refusalOf(await send(of, 0))).toBe("wrong_state");
  });

  test("says nothing of how to reach anybody, on either side", async () => {
    const of = await decideMarket([100, 200]);
    expect((await put(of, 0, "other", "Call +86 138 0013 8000")).kind).toBe("malformed");
    done(await put(of, 0, "document_missing"));
    const words = "Write to me@example.com";
    expect((await of.run(sendCureOfBid, of.provider(0), { bidId: of.bidId(0), words })).kind).toBe("malformed");
  });

  test("of all bids but one is flagged for the platform, and kept for ever", async () => {
    const of = await decideMarket([100, 200, 300]);
    done(await put(of, 2, "terms_not_met"));
    done(await put(of, 0, "gate_not_met"));
    expect((await of.disqualifications()).map(({ flags }) => flags)).toEqual([[], ["R035", "R036"]]);
    await expect(of.database.write((tx) => tx.delete(disqualifications))).rejects.toThrow();
    await expect(of.database.write((tx) => tx.update(disqualifications).set({ state: "void" }))).rejects.toThrow();
  });

  test("is flagged as that of the lowest by the rate of its own day", async () => {
    const line = { code: "EXD", basis: "shipment", unitPrice: { minor: 100, currency: "USD" } };
    const of = await decideMarket([700, { ...offerOf(0), currency: "USD", charges: [line] }, 900]);
    await of.rate("2026-11-26", "6.90");
    await of.rate("2026-11-27", "7.40");
    done(await put(of, 0, "terms_not_met"));
    expect((await of.disqualifications())[0]?.flags).toEqual([]);
  });

  test("that still runs when the buyer gives up is void, and the bid ends with the others", async () => {
    const of = await decideMarket([100, 200]);
    done(await put(of, 0, "document_missing"));
    done(
      await of.run(cancelRequest, of.actors.buyer, {
        requestId: of.requestId,
        reason: "Not needed",
        code: "need_ended",
      }),
    );
    expect((await of.disqualifications())[0]?.state).toBe("void");
    expect(await of.stateOf(0)).toBe("lost");
    expect(await findRequestEnd(of.database.read, of.requestId)).toMatchObject({
      kind: "cancelled",
      code: "need_ended",
    });
  });
});
