import { describe, expect, test } from "vitest";
import {
  type EndedBid,
  type KeptDebrief,
  type LosingEnd,
  debriefOfUnconfirmed,
  debriefsOf,
  gapBand,
  rankBand,
  reasonOfChoice,
} from "./debrief";
import fc from "fast-check";

const ranked = (...bidIds: readonly string[]) => bidIds.map((bidId, at) => ({ bidId, rank: at + 1 }));
const choice = (bidId: string, more: object = {}) => ({
  ...{ bidId, ranking: ranked("a", "b"), withExpired: ranked("a", "b"), words: "", isAgreed: false },
  ...more,
});

test.each([
  ["the first needs none", choice("a"), null],
  ["the first has none even where the buyer says one", choice("a", { words: "We like it" }), null],
  [
    "another one has the buyer's words",
    choice("b", { words: "Knows the border" }),
    { code: "stated", words: "Knows the border" },
  ],
  ["what was agreed across the table says so", choice("b", { isAgreed: true }), { code: "agreed", words: "" }],
  [
    "the first of those whose time is not over says so",
    choice("a", { withExpired: ranked("c", "a", "b") }),
    { code: "others_expired", words: "" },
  ],
  [
    "nobody is before whom no rate can compare",
    choice("b", { ranking: [{ bidId: "b", rank: null }], withExpired: [{ bidId: "b", rank: null }] }),
    null,
  ],
] as const)("%s", (_, of, expected) => {
  expect(reasonOfChoice(of)).toEqual({ ok: true, value: expected });
});

test("a bid that is not first is not chosen without a reason", () => {
  expect(reasonOfChoice(choice("b"))).toMatchObject({
    ok: false,
    refusal: { code: "reason_needed", details: { bidId: "b", rank: 2 } },
  });
});

const bid = (id: string, amount: number | null, more: Partial<EndedBid> = {}): EndedBid => ({
  id,
  state: "submitted",
  amountMinor: amount === null ? null : BigInt(amount),
  daysMax: 4,
  rank: null,
  disqualified: null,
  ...more,
});

const wonBy = (winnerId: string, reasons: Extract<LosingEnd, { kind: "awarded" }>["reasons"] = []): LosingEnd => ({
  kind: "awarded",
  winnerId,
  reasons,
});

/** Each that stood at the place that it has in this list. */
const inOrder = (all: readonly EndedBid[]): EndedBid[] => {
  const standing = all.filter(({ state }) => state === "submitted");
  return all.map((one) => ({ ...one, rank: standing.includes(one) ? standing.indexOf(one) + 1 : null }));
};

const told = (all: readonly EndedBid[], end: LosingEnd): Record<string, KeptDebrief> =>
  Object.fromEntries(debriefsOf(all, end).map((one) => [one.bidId, one]));

test.each([
  [1, 1, "first"],
  [1, 9, "first"],
  [2, 2, "top_three"],
  [3, 3, "top_three"],
  [4, 8, "upper_half"],
  [5, 10, "upper_half"],
  [4, 7, "lower_half"],
  [6, 10, "lower_half"],
] as const)("place %i of %i is told as %s", (rank, count, expected) => {
  expect(rankBand(rank, count)).toBe(expected);
});

test.each([
  [9_999, "not_above"],
  [10_000, "not_above"],
  [10_001, "up_to_2"],
  [10_200, "up_to_2"],
  [10_201, "up_to_5"],
  [10_500, "up_to_5"],
  [10_501, "up_to_10"],
  [11_000, "up_to_10"],
  [11_001, "up_to_25"],
  [12_500, "up_to_25"],
  [12_501, "above_25"],
] as const)("%i against a winner of 10000 lies %s", (own, expected) => {
  expect(gapBand(BigInt(own), 10_000n)).toBe(expected);
});

test("bands are those of exact fractions, whatever the amounts", () => {
  const amount = fc.bigInt({ min: 1n, max: 9_007_199_254_740_991n });
  fc.assert(
    fc.property(amount, amount, (own, winner) => {
      const percent = (own * 1_000_000n) / winner;
      const band = gapBand(own, winner);
      if (percent > 1_250_000n) expect(band).toBe("above_25");
      if (own <= winner) expect(band).toBe("not_above");
      else expect(band).not.toBe("not_above");
    }),
  );
});

describe("after an award", () => {
  test("each loser reads its own place, gap and reason, and nobody the winner's name or amount", () => {
    const all = [bid("a", 10_000), bid("b", 10_150), bid("c", 11_500), bid("d", 20_000)];
    const answers = told(inOrder(all), wonBy("a"));
    expect(answers).toEqual({
      b: { bidId: "b", rank: "top_three", gap: "up_to_2", code: "price", detail: null, words: "" },
      c: { bidId: "c", rank: "top_three", gap: "up_to_25", code: "price", detail: null, words: "" },
      d: { bidId: "d", rank: "lower_half", gap: "above_25", code: "price", detail: null, words: "" },
    });
    expect(JSON.stringify(Object.values(answers))).not.toMatch(/"a"|10000/);
  });

  test("the buyer's own reason stands where it gave one; else price before time, and what it weighed besides", () => {
    const all = [
      bid("won", 10_000),
      bid("dear", 10_100, { daysMax: 9 }),
      bid("slow", 9_000, { daysMax: 9, rank: 1 }),
      bid("better", 9_500),
      bid("stated", 12_000),
    ];
    const answers = told(all, wonBy("won", [{ bidId: "stated", code: "experience", words: "No work at this hub" }]));
    expect([answers.dear?.code, answers.slow?.code, answers.better?.code]).toEqual(["price", "time", "score"]);
    expect(answers.stated).toMatchObject({ code: "experience", words: "No work at this hub" });
    const level = told([bid("won", 10_000), bid("slow", 10_000, { daysMax: 5 }), bid("same", 10_000)], wonBy("won"));
    expect([level.slow?.code, level.same?.code]).toEqual(["time", "score"]);
    expect(answers.slow).toMatchObject({ rank: "first", gap: "not_above" });
  });

  test("who stood before the bid chosen reads that, unless the buyer said why; who stood behind it reads what was worse", () => {
    const all = [
      bid("first", 9_000, { daysMax: 9, rank: 1 }),
      bid("second", 9_500, { rank: 2 }),
      bid("won", 10_000, { rank: 3 }),
      bid("last", 11_000, { rank: 4 }),
    ];
    const answers = told(all, wonBy("won", [{ bidId: "second", code: "terms", words: "" }]));
    expect([answers.first?.code, answers.second?.code, answers.last?.code]).toEqual(["passed_over", "terms", "price"]);
  });

  test("with fewer than three bids that stood no gap is told, since it would give an amount away", () => {
    expect(told(inOrder([bid("a", 10_000), bid("b", 10_100)]), wonBy("a")).b).toMatchObject({
      rank: "top_three",
      gap: null,
    });
    const two = [
      bid("a", 10_000),
      bid("b", 10_100),
      bid("c", 10_200, { state: "lost" }),
      bid("d", 1, { state: "withdrawn" }),
    ];
    expect(told(two, wonBy("a")).b?.gap).toBeNull();
  });

  test("withdrawn: nothing; disqualified: only why; not confirmed: that alone, and at the close already", () => {
    const all = [
      bid("a", 10_000),
      bid("gone", 9_000, { state: "withdrawn" }),
      bid("unconfirmed", 9_000, { state: "lost" }),
      bid("out", 9_000, { state: "disqualified", disqualified: { code: "licence_invalid", words: "Expired in May" } }),
    ];
    expect(told(all, wonBy("a"))).toEqual({
      out: {
        bidId: "out",
        rank: null,
        gap: null,
        code: "disqualified",
        detail: "licence_invalid",
        words: "Expired in May",
      },
    });
    const none = { rank: null, gap: null, detail: null, words: "" };
    expect(debriefOfUnconfirmed("unconfirmed")).toEqual({ bidId: "unconfirmed", code: "not_confirmed", ...none });
  });

  test("the place is that of the request's own ranking, the gap that of the totals", () => {
    const all = [bid("won", 10_000, { rank: 1 }), bid("cheap", 9_000, { rank: 3 }), bid("dear", 12_000, { rank: 2 })];
    const answers = told([...all, bid("last", 10_100, { rank: 4 })], wonBy("won"));
    expect(answers.cheap).toMatchObject({ rank: "top_three", gap: "not_above" });
    expect(answers.dear).toMatchObject({ rank: "top_three", gap: "up_to_25" });
    expect(answers.last).toMatchObject({ rank: "lower_half", gap: "up_to_2" });
  });

  test("a total that no rate could convert leaves every place untold, and only its own gap", () => {
    const answers = told([bid("a", 10_000), bid("b", null), bid("c", 10_100)], wonBy("a"));
    expect([answers.b?.rank, answers.c?.rank, answers.b?.gap, answers.c?.gap]).toEqual([null, null, null, "up_to_2"]);
  });
});

test("without a winner there is a place and a reason, and no gap", () => {
  const all = inOrder([bid("a", 1), bid("b", 2), bid("c", 3)]);
  const rejected = told(all, { kind: "rejected", code: "over_budget", words: "Above what the goods bear" });
  expect(rejected.c).toEqual({
    bidId: "c",
    rank: "top_three",
    gap: null,
    code: "all_rejected",
    detail: "over_budget",
    words: "Above what the goods bear",
  });
  expect(told(all, { kind: "no_decision" }).a).toMatchObject({ rank: "first", gap: null, code: "no_decision" });
});

test("everybody who stood and did not win is told, and nobody else, whatever the bids", () => {
  const states = fc.constantFrom("submitted", "lost", "withdrawn", "disqualified", "expired") as fc.Arbitrary<
    EndedBid["state"]
  >;
  const bids = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }), amount: fc.option(fc.nat(1_000)), state: states }),
    { selector: ({ id }) => id, minLength: 1 },
  );
  fc.assert(
    fc.property(bids, (made) => {
      const all = made.map(({ id, amount, state }) => bid(id, amount, { state }));
      const winner = all.find(({ state }) => state === "submitted");
      const answers = debriefsOf(all, winner ? wonBy(winner.id) : { kind: "no_decision" });
      const expected = all.filter(
        ({ id, state }) => ["submitted", "disqualified"].includes(state) && id !== winner?.id,
      );
      expect(answers.map(({ bidId }) => bidId)).toEqual(expected.map(({ id }) => id));
      const standing = all.filter(({ state }) => state === "submitted").length;
      if (standing < 3) for (const { gap } of answers) expect(gap).toBeNull();
    }),
  );
});
