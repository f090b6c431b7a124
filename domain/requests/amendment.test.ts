import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Wanted, amend, differenceOf, goesStale } from "./amendment";
import { DAY_MS, HOUR_MS, type Instant, instant, later } from "../shared/time";
import { WINDOW_MAX_DAYS } from "./request";

const MONEY = { minor: 100, currency: "CNY" };

test.each<[string, unknown, unknown, unknown]>([
  ["a member within a member", { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, [["a.c", 2, 3]]],
  ["what came", { a: 1 }, { a: 1, b: "x" }, [["b", null, "x"]]],
  ["what went", { a: 1, b: "x" }, { a: 1 }, [["b", "x", null]]],
  ["an amount as one thing", { a: MONEY }, { a: { ...MONEY, minor: 200 } }, [["a", MONEY, { ...MONEY, minor: 200 }]]],
  ["a list of words as one thing", { a: ["x"] }, { a: ["x", "y"] }, [["a", ["x"], ["x", "y"]]]],
  ["a row by its place", { a: [{ n: 1 }, { n: 2 }] }, { a: [{ n: 1 }, { n: 3 }] }, [["a.1.n", 2, 3]]],
  ["a row that came", { a: [{ n: 1 }] }, { a: [{ n: 1 }, { n: 2 }] }, [["a.1.n", null, 2]]],
  ["a whole member that came", {}, { a: { b: 1 } }, [["a.b", null, 1]]],
  ["nothing where members stand in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ["nothing where a member is null in place of left out", { a: null }, {}, []],
])("a difference tells %s", (_, before, after, expected) => {
  expect(differenceOf(before, after).map((change) => [change.path, change.before, change.after])).toEqual(expected);
});

const wire = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, fc.string(), fc.integer(), fc.boolean(), tie("object")),
  object: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie("value"), { maxKeys: 4 }),
})).object;

test("a form does not differ from itself, and whatever differs has two values that differ", () => {
  fc.assert(
    fc.property(wire, wire, (before, after) => {
      expect(differenceOf(before, structuredClone(before))).toEqual([]);
      for (const change of differenceOf(before, after)) expect(change.before).not.toEqual(change.after);
    }),
  );
});

test("what was and what is change places with the two forms", () => {
  fc.assert(
    fc.property(wire, wire, (before, after) => {
      const paths = (changes: readonly { path: string }[]) => changes.map(({ path }) => path).sort();
      expect(paths(differenceOf(after, before))).toEqual(paths(differenceOf(before, after)));
    }),
  );
});

const PUBLISHED = instant(1_700_000_000_000);
const REQUEST = {
  publishedAt: PUBLISHED,
  closesAt: later(PUBLISHED, 4 * DAY_MS),
  decideBy: later(PUBLISHED, 7 * DAY_MS),
};
const RULES = { latePercent: 25, extensionHours: 12 };
const SPEC: Wanted = { isSpecChanged: true };
const at = (days: number) => later(PUBLISHED, days * DAY_MS);

const amended = (wanted: Wanted, now: Instant, of: object = {}) => {
  const result = amend({ ...REQUEST, ...of }, wanted, RULES, now);
  if (!result.ok) return result.refusal.code;
  return [result.value.closesAt, result.value.decideBy, result.value.isExtended];
};

describe("what an amendment may do to the times", () => {
  test.each<[string, Wanted, unknown]>([
    ["nothing", { isSpecChanged: false }, "nothing_changed"],
    ["the times that stand", { isSpecChanged: false, ...REQUEST }, "nothing_changed"],
    ["an earlier close", { ...SPEC, closesAt: at(3.9) }, "closes_earlier"],
    ["an earlier decision", { ...SPEC, decideBy: at(6.9) }, "decides_earlier"],
    ["a close after the decision", { ...SPEC, closesAt: at(7) }, "decides_before_close"],
    ["a decision beyond 90 days", { ...SPEC, decideBy: at(91.1) }, "window_too_long"],
    ["another spec, early", SPEC, [at(4), at(7), false]],
    ["a later close", { isSpecChanged: false, closesAt: at(5) }, [at(5), at(7), false]],
    ["a later decision", { isSpecChanged: false, decideBy: at(9) }, [at(4), at(9), false]],
  ])("%s", (_, wanted, expected) => {
    expect(amended(wanted, at(1))).toEqual(expected);
  });
});

describe("a late amendment extends", () => {
  test("in the last quarter of the open time, by that quarter, and not a moment before it", () => {
    expect(amended(SPEC, instant(at(3) - 1))).toEqual([at(4), at(7), false]);
    expect(amended(SPEC, at(3))).toEqual([at(5), at(7), true]);
  });

  test("by half a day at least, where a quarter of the open time is less", () => {
    const short = { closesAt: later(PUBLISHED, 24 * HOUR_MS) };
    expect(amended(SPEC, later(PUBLISHED, 23 * HOUR_MS), short)).toEqual([later(PUBLISHED, 36 * HOUR_MS), at(7), true]);
  });

  test("the buyer's own close stands where it is at least that late, else the market's does", () => {
    expect(amended({ ...SPEC, closesAt: at(5) }, at(3.5))).toEqual([at(5), at(7), false]);
    expect(amended({ ...SPEC, closesAt: at(4.5) }, at(3.5))).toEqual([at(5), at(7), true]);
  });

  test("moving the close alone extends nothing: there is nothing to read anew", () => {
    expect(amended({ isSpecChanged: false, closesAt: at(4.1) }, at(3.9))).toEqual([at(4.1), at(7), false]);
  });

  test("the time to decide moves along, so that a day of it is left, or as much as there was", () => {
    expect(amended(SPEC, at(3.5), { decideBy: at(4.5) })).toEqual([at(5), at(5.5), true]);
    expect(amended(SPEC, at(3.5), { decideBy: at(5.5) })).toEqual([at(5), at(6), true]);
  });

  test("a market that sets no late part extends nothing", () => {
    const result = amend(REQUEST, SPEC, { latePercent: 0, extensionHours: 12 }, at(3.99));
    expect(result).toMatchObject({ ok: true, value: { closesAt: REQUEST.closesAt, isExtended: false } });
  });

  const hours = (max: number) => fc.integer({ min: 1, max });

  test("whatever is asked and whenever, no time moves earlier, none beyond 90 days, and the decision follows the close", () => {
    fc.assert(
      fc.property(hours(2_000), hours(200), fc.double({ min: 0, max: 0.999, noNaN: true }), (open, gap, share) => {
        const closesAt = later(PUBLISHED, Math.min(open, 89 * 24) * HOUR_MS);
        const decideBy = instant(Math.min(later(closesAt, gap * HOUR_MS), at(WINDOW_MAX_DAYS)));
        const now = later(PUBLISHED, (closesAt - PUBLISHED) * share);
        const result = amend({ publishedAt: PUBLISHED, closesAt, decideBy }, SPEC, RULES, now);
        if (!result.ok) throw new Error(result.refusal.code);
        expect(result.value.closesAt).toBeGreaterThanOrEqual(closesAt);
        expect(result.value.decideBy).toBeGreaterThanOrEqual(decideBy);
        expect(result.value.decideBy).toBeGreaterThan(result.value.closesAt);
        expect(result.value.decideBy).toBeLessThanOrEqual(later(now, WINDOW_MAX_DAYS * DAY_MS));
      }),
    );
  });
});

test("a bid goes stale with every change of the spec; where times move, only one that ends before the decision", () => {
  const moved = { closesAt: at(4), decideBy: at(9), isExtended: false };
  expect(goesStale({ ...moved, isSpecChanged: true }, at(30))).toBe(true);
  expect(goesStale({ ...moved, isSpecChanged: false }, at(9))).toBe(false);
  expect(goesStale({ ...moved, isSpecChanged: false }, instant(at(9) - 1))).toBe(true);
});
