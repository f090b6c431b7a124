import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import { byTieRule, standingSince } from "./standing-since";

const at = (...times: readonly number[]) => times.map((ms) => ({ submittedAt: instant(ms) }));

describe("since when a bid has its place", () => {
  test("while bidding is open it is the last version's time", () => {
    expect(standingSince(at(1, 5, 9), null)).toBe(9);
  });

  test("what came after the close changes nothing, and the first version always counts", () => {
    expect(standingSince(at(1, 5, 10, 12), instant(10))).toBe(5);
    expect(standingSince(at(10, 11), instant(10))).toBe(10);
  });
});

describe("lesson 19: one tie rule", () => {
  test("who has stood for longer is first, then the lesser id", () => {
    const bids = [
      { bidId: "a", standingSince: instant(2) },
      { bidId: "c", standingSince: instant(1) },
      { bidId: "b", standingSince: instant(1) },
    ];
    expect(bids.toSorted(byTieRule).map(({ bidId }) => bidId)).toEqual(["b", "c", "a"]);
  });

  test("no two bids are level, whichever is asked first", () => {
    const bid = fc.record({ bidId: fc.string(), standingSince: fc.nat(3).map(instant) });
    fc.assert(
      fc.property(bid, bid, (a, b) => {
        expect(Math.sign(byTieRule(a, b)) + Math.sign(byTieRule(b, a))).toBe(0);
        expect(byTieRule(a, b) === 0).toBe(a.bidId === b.bidId && a.standingSince === b.standingSince);
      }),
    );
  });
});
