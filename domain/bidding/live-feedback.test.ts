import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FEEDBACKS } from "../requests/request-choices";
import type { ExchangeRate } from "../shared/exchange-rate";
import { instant, type LocalDate } from "../shared/time";
import { type Currency, money } from "../shared/money";
import { type Comparing, feedbackOf, isImproving, rank, type Ranked, type Standing } from "./live-feedback";
import { checkNotLevel } from "./bid";

const DAY = "2026-11-24" as LocalDate;
const USD: ExchangeRate = { base: "USD", quote: "CNY", rate: "7", day: DAY, source: "test" };
const IN_CNY: Comparing = { currency: "CNY", rates: [USD], day: DAY };

const bid = (id: string, minor: number, at = 0, currency: Currency = "CNY"): Standing => ({
  bidId: id,
  providerOrganisationId: `org-${id}`,
  price: money(BigInt(minor), currency),
  standingSince: instant(at),
});

const ranked = (id: string, minor: number, at = 0): Ranked => ({ ...bid(id, minor, at), comparedMinor: BigInt(minor) });

const told = (bids: readonly Standing[], id: string, feedback: (typeof FEEDBACKS)[number], to = IN_CNY) =>
  feedbackOf(rank(bids, to), { feedback, organisationId: `org-${id}` });

describe("the order of bids", () => {
  test("is by the own price in the currency of comparison at the day's rate, whatever currency a bid is in", () => {
    const order = rank([bid("a", 71_000), bid("b", 10_000, 0, "USD"), bid("c", 69_999)], IN_CNY);
    expect(order).toMatchObject({ value: [{ bidId: "c" }, { bidId: "b", comparedMinor: 70_000n }, { bidId: "a" }] });
  });

  test("of equal prices puts the earlier standing version first, then the lower id", () => {
    const order = rank([bid("b", 5, 1), bid("a", 5, 2), bid("d", 5, 1)], IN_CNY);
    expect(order.ok && order.value.map(({ bidId }) => bidId)).toEqual(["b", "d", "a"]);
  });

  test("is the same however the bids arrive, and no two share a place", () => {
    const bids = fc.uniqueArray(fc.record({ id: fc.uuid(), minor: fc.integer({ min: 1, max: 9 }), at: fc.nat(3) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(bids, fc.infiniteStream(fc.nat()), (some, shuffle) => {
        const all = some.map(({ id, minor, at }) => bid(id, minor, at));
        const shuffled = all
          .map((one) => ({ one, key: shuffle.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(rank(shuffled, IN_CNY)).toEqual(rank(all, IN_CNY));
      }),
    );
  });
});

describe("a bidder of open bidding is told", () => {
  const bids = [bid("best", 10_000), bid("near", 10_500, 1), bid("far", 10_501, 2)];

  test.each([
    ["best", "rank", { kind: "rank", rank: 1, count: 3 }],
    ["far", "rank", { kind: "rank", rank: 3, count: 3 }],
    ["best", "gap", { kind: "gap", rank: 1, count: 3, gapBps: 0 }],
    ["near", "gap", { kind: "gap", rank: 2, count: 3, gapBps: 500 }],
    ["far", "gap", { kind: "gap", rank: 3, count: 3, gapBps: 501 }],
    ["near", "amounts", { kind: "amounts", rank: 2, count: 3, gapBps: 500 }],
    ["best", "traffic_light", { kind: "traffic_light", light: "green" }],
    ["near", "traffic_light", { kind: "traffic_light", light: "yellow" }],
    ["far", "traffic_light", { kind: "traffic_light", light: "red" }],
  ] as const)("%s by %s: %o", (id, feedback, expected) => {
    expect(told(bids, id, feedback)).toEqual(expected);
  });

  test("nothing where no bid of its own stands", () => {
    for (const feedback of FEEDBACKS) expect(told(bids, "stranger", feedback)).toBeNull();
  });

  test("that nobody's place is known, where a rate is missing", () => {
    for (const feedback of FEEDBACKS)
      expect(told([...bids, bid("kzt", 1, 3, "KZT")], "best", feedback)).toEqual({ kind: "unknown" });
  });

  test.each([
    // By hand: 3,737.62 over 3,619.25 are 3.2706 percent.
    [361_925, 373_762, 327],
    [10_000, 10_150, 150],
    [20_000, 20_003, 2],
    [20_000, 20_005, 3],
    [30_000, 30_004, 1],
  ])("the gap rounded to the nearest: over %d %d is %d basis points", (best, own, gapBps) => {
    expect(told([bid("a", best), bid("b", own, 1)], "b", "gap")).toMatchObject({ gapBps });
  });

  test("who is behind by less than a basis point is not told that it is level", () => {
    expect(told([bid("a", 1_000_000), bid("b", 1_000_001, 1)], "b", "gap")).toMatchObject({ rank: 2, gapBps: 1 });
  });

  test("a colour at most where colours were published: no rank, no count, no gap", () => {
    const some = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, (totals) => {
        const all = totals.map((minor, at) => bid(String(at), minor, at));
        for (const { bidId } of all)
          expect(Object.keys(told(all, bidId, "traffic_light") ?? {}).sort()).toEqual(["kind", "light"]);
      }),
    );
  });
});

describe("lesson 16: a bid improves", () => {
  const rivals = [ranked("r", 100, 5), ranked("s", 120, 1)];

  test.each([
    ["taking the first place", { own: ranked("a", 99, 9), before: ranked("a", 110, 2), rivals }, true],
    ["bettering the first place", { own: ranked("a", 98, 9), before: ranked("a", 99, 8), rivals }, true],
    ["coming first of all", { own: ranked("a", 500, 9), before: null, rivals: [] }, true],
    [
      "not by a lower price that is not the best",
      { own: ranked("a", 105, 9), before: ranked("a", 110), rivals },
      false,
    ],
    ["not by being worse", { own: ranked("a", 130, 9), before: null, rivals }, false],
    ["not by the same price once more", { own: ranked("a", 99, 9), before: ranked("a", 99, 8), rivals }, false],
    ["not by going up and staying first", { own: ranked("a", 99, 9), before: ranked("a", 90, 8), rivals }, false],
    ["not by being level with the best", { own: ranked("a", 100, 9), before: null, rivals }, false],
  ] as const)("%s", (_, placing, expected) => {
    expect(isImproving(placing)).toBe(expected);
  });
});

test("lesson 19: a bid that is level with a rival is refused", () => {
  const rivals = [ranked("r", 100)];
  expect(checkNotLevel(ranked("a", 100), rivals)).toMatchObject({ refusal: { code: "equal_amount" } });
  expect(checkNotLevel(ranked("a", 101), rivals).ok).toBe(true);
});
