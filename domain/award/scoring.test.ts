import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion } from "../requests/request";
import { instant } from "../shared/time";
import { rankBids, type Scorable } from "./scoring";

const bid = (bidId: string, changes: Partial<Scorable> = {}): Scorable => ({
  bidId,
  priceMinor: 100n,
  maxDays: 10,
  standingSince: instant(0),
  points: new Map(),
  ...changes,
});
const PRICE: readonly Criterion[] = [{ kind: "price", title: "", weight: 100 }];
const THREE: readonly Criterion[] = [
  { kind: "price", title: "", weight: 60 },
  { kind: "time", title: "", weight: 25 },
  { kind: "own", title: "Plan", weight: 15 },
];
const order = (bids: readonly Scorable[], criteria = PRICE) => rankBids(bids, criteria).map(({ bidId }) => bidId);

describe("what a bid is scored by", () => {
  test("price by lowest over own, time by shortest over own, an own criterion by the mean of the panel over five", () => {
    const [first, second] = rankBids(
      [
        bid("a", { priceMinor: 80_000n, maxDays: 20, points: new Map([[2, [5, 4]]]) }),
        bid("b", { priceMinor: 90_000n, maxDays: 12, points: new Map([[2, [3, 2]]]) }),
      ],
      THREE,
    );
    // 60 · 8/9 + 25 + 15 · 2.5/5 and 60 + 25 · 12/20 + 15 · 4.5/5
    expect([second?.bidId, second?.score, second?.parts.map(({ score }) => score)]).toEqual([
      "b",
      8_583,
      [5_333, 2_500, 750],
    ]);
    expect([first?.bidId, first?.score, first?.parts.map(({ score }) => score)]).toEqual([
      "a",
      8_850,
      [6_000, 1_500, 1_350],
    ]);
    expect(first?.parts.map(({ isBest }) => isBest)).toEqual([true, false, true]);
  });

  test("what the panel has not scored counts as nothing and says so", () => {
    const [only] = rankBids([bid("a")], THREE);
    expect(only).toMatchObject({ rank: 1, score: 8_500, parts: [{ score: 6_000 }, { score: 2_500 }, { score: null }] });
    const ranked = rankBids([bid("a"), bid("b", { points: new Map([[2, [1]]]) })], THREE);
    expect(ranked.map(({ bidId, parts }) => [bidId, parts[2]])).toEqual([
      ["b", { score: 300, isBest: true }],
      ["a", { score: null, isBest: false }],
    ]);
  });

  test("where one total is not known nobody is ranked", () => {
    const ranked = rankBids([bid("a"), bid("b", { priceMinor: null })], PRICE);
    expect(ranked.map(({ rank, score }) => [rank, score])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("no days at all are the shortest, and are divided by nothing", () => {
    const time: readonly Criterion[] = [{ kind: "time", title: "", weight: 100 }];
    const ranked = rankBids([bid("a", { maxDays: 3 }), bid("b", { maxDays: 0 })], time);
    expect(ranked.map(({ bidId, score }) => [bidId, score])).toEqual([
      ["b", 10_000],
      ["a", 0],
    ]);
  });

  test("equal bests share no word, since it would tell nothing apart", () => {
    expect(rankBids([bid("a"), bid("b")], PRICE).flatMap(({ parts }) => parts.map(({ isBest }) => isBest))).toEqual([
      false,
      false,
    ]);
  });
});

describe("lesson 19: the tie rule is stated and used", () => {
  test("of equal totals the one whose standing version came earlier is first, then the lesser id", () => {
    const at = (ms: number) => ({ standingSince: instant(ms) });
    expect(order([bid("a", at(3)), bid("c", at(1)), bid("b", at(1))])).toEqual(["b", "c", "a"]);
  });

  test("totals that differ by one minor unit are no tie, though both scores are shown alike", () => {
    const ranked = rankBids(
      [bid("late", { priceMinor: 9_999_999n, standingSince: instant(9) }), bid("early", { priceMinor: 10_000_000n })],
      PRICE,
    );
    expect(ranked.map(({ bidId, score }) => [bidId, score])).toEqual([
      ["late", 10_000],
      ["early", 10_000],
    ]);
  });
});

const scorable = fc.record({
  priceMinor: fc.bigInt({ min: 1n, max: 2n ** 53n - 1n }),
  maxDays: fc.integer({ min: 0, max: 365 }),
  standingSince: fc.integer({ min: 0, max: 5 }).map(instant),
  points: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }).map((given) => new Map([[2, given]])),
});
const field = fc
  .array(scorable, { minLength: 1, maxLength: 12 })
  .map((all): Scorable[] => all.map((one, at) => ({ ...one, bidId: `bid${at}` })));

describe("for any bids", () => {
  test("with the price alone the ranking is by total", () => {
    fc.assert(
      fc.property(field, (bids) => {
        const totals = rankBids(bids, PRICE).map(({ bidId }) => bids.find((one) => one.bidId === bidId)?.priceMinor);
        expect(totals).toEqual(
          [...totals].sort((a, b) => Number((a ?? 0n) > (b ?? 0n)) - Number((a ?? 0n) < (b ?? 0n))),
        );
      }),
    );
  });

  test("the order in which they are read changes nothing, and no score is beyond 0 to 100", () => {
    fc.assert(
      fc.property(field, (bids) => {
        const ranked = rankBids(bids, THREE);
        expect(rankBids([...bids].reverse(), THREE)).toEqual(ranked);
        for (const { score } of ranked) expect(score).toSatisfy((one: number) => one >= 0 && one <= 10_000);
      }),
    );
  });

  test("a bid that lowers its price alone never falls behind one that was behind it", () => {
    fc.assert(
      fc.property(field, fc.nat(11), fc.bigInt({ min: 1n, max: 2n ** 53n - 1n }), (bids, pick, price) => {
        const own = bids[pick % bids.length] as Scorable;
        const better = bids.map((one) =>
          one === own ? { ...own, priceMinor: price < (own.priceMinor ?? 0n) ? price : own.priceMinor } : one,
        );
        const place = (all: readonly Scorable[]) => order(all, PRICE).indexOf(own.bidId);
        expect(place(better)).toBeLessThanOrEqual(place(bids));
      }),
    );
  });
});
