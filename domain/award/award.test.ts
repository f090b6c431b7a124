import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import { award, passesCures } from "./award";

const NOW = instant(1_000);
const cure = (bidId: string, state: "curing" | "answered" | "void" | "effective", endsAt: number | null = 2_000) => ({
  bidId,
  state,
  cureEndsAt: endsAt === null ? null : instant(endsAt),
});
const barred = (bidId: string, ...all: ReturnType<typeof cure>[]) => {
  const passes = passesCures(bidId, all, NOW);
  return passes.ok ? null : [passes.refusal.code, passes.refusal.details?.next];
};

describe("while a bid's papers are being mended", () => {
  test.each([
    ["another waits for them", "b", cure("a", "curing"), ["cure_pending", "wait_for_cure"]],
    ["another waits for the buyer's word on them", "b", cure("a", "answered"), ["cure_pending", "judge_cure"]],
    ["it may be awarded itself", "a", cure("a", "curing"), null],
    ["it may be awarded itself while they are judged", "a", cure("a", "answered"), null],
  ] as const)("%s", (_, bidId, one, expected) => {
    expect(barred(bidId, one)).toEqual(expected);
  });

  test("it is said whose they are and until when", () => {
    expect(passesCures("b", [cure("a", "curing")], NOW)).toMatchObject({
      refusal: { details: { bidId: "a", cureEndsAt: "1970-01-01T00:00:02.000Z" } },
    });
  });
});

describe("from the end of that time on, whether or not the clock has come to it", () => {
  test.each([
    ["who sent nothing is out", "a", cure("a", "curing", 1_000), ["bid_not_standing", undefined]],
    ["who sent something stands", "a", cure("a", "answered", 1_000), null],
    ["no other waits for who sent nothing", "b", cure("a", "curing", 1_000), null],
    ["no other waits for who sent something", "b", cure("a", "answered", 1_000), null],
  ] as const)("%s", (_, bidId, one, expected) => {
    expect(barred(bidId, one)).toEqual(expected);
  });
});

test("what is settled, and what could not be mended, bars nobody else", () => {
  for (const one of [cure("a", "void"), cure("a", "effective"), cure("a", "effective", null)])
    expect(barred("b", one)).toBeNull();
});

describe("A bid may be awarded to the millisecond before each of its ends, and not at it", () => {
  const request = { id: "r", state: "opened", closesAt: instant(0), decideBy: instant(5_000) } as Parameters<
    typeof award
  >[0];
  const bid = {
    ...{ id: "b", requestId: "r", state: "submitted", disqualifications: [] },
    ...{ validUntil: instant(9_000), quoteExpiresAt: null, isBarred: false },
  } as Parameters<typeof award>[1];

  test.each([
    ["the end of its validity", { validUntil: instant(1_000) }, {}, "bid_expired"],
    ["the end of its quote", { quoteExpiresAt: instant(1_000) }, {}, "quote_expired"],
    ["the time to decide", {}, { decideBy: instant(1_000) }, "decision_overdue"],
  ])("%s", (_, ofBid, ofRequest, code) => {
    const at = (now: number) => award({ ...request, ...ofRequest }, { ...bid, ...ofBid }, instant(now));
    expect(at(999)).toEqual({ ok: true, value: "awarded" });
    for (const now of [1_000, 1_001]) expect(at(now)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("A bid of another request, and one that no longer stands, wins nothing.", () => {
    for (const other of [{ requestId: "other" }, { state: "withdrawn" }, { state: "stale" }] as const)
      expect(award(request, { ...bid, ...other }, NOW)).toMatchObject({ refusal: { code: "bid_not_standing" } });
  });
});
