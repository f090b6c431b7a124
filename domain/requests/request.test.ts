import { expect, test } from "vitest";
import { type Instant, instant, MINUTE_MS } from "../shared/time";
import {
  approve,
  checkWindow,
  chooseFallback,
  close,
  type Fallback,
  FALLBACKS,
  fallbacksOf,
  isGivenUp,
  isInDeal,
  isOpened,
  isUnfilled,
  mayChange,
  needsFallback,
  publish,
  type Request,
  REQUEST_STATES,
} from "./request";

test.each([
  ["sealed bids that nobody opened stay unread, however their request ended", "sealed", null, false],
  ["sealed bids are read from their opening on", "sealed", instant(1), true],
  ["open bids are read as they come", "open", null, true],
] as const)("%s", (_, bidMode, openedAt, expected) => {
  expect(isOpened({ bidMode, openedAt })).toBe(expected);
});

const CLOSES = instant(1_000);

test.each([
  ["a millisecond early without the right and without a bid", { bidCount: 0 }, 999, "not_yet"],
  ["early without the right, with a bid", { bidCount: 2 }, 999, "not_yet"],
  ["early with the right, without a bid", { mayCloseEarly: true, bidCount: 0 }, 1, "no_bids"],
  ["early with the right, with a bid", { mayCloseEarly: true, bidCount: 2 }, 1, "closed"],
  ["at its time without a bid", { bidCount: 0 }, 1_000, "no_bids"],
  ["at its time with a bid", { bidCount: 2 }, 1_000, "closed"],
] as const)("A close %s", (_, changes, now, expected) => {
  const request = { state: "open", closesAt: CLOSES, mayCloseEarly: false, ...changes } as Request;
  const read = close(request, instant(now));
  expect(read.ok ? read.value : read.refusal.code).toBe(expected);
});

const request = (more: object = {}) =>
  ({ state: "no_bids", isRejected: false, fallback: null, ...more }) as Parameters<typeof chooseFallback>[0];

test("its buyer says how the deal goes on where nobody bid, all were rejected or nobody decided, and nowhere else", () => {
  const unfilled = REQUEST_STATES.filter((state) => isUnfilled(request({ state })));
  expect(unfilled).toEqual(["no_bids", "no_decision"]);
  expect(isUnfilled(request({ state: "cancelled", isRejected: true }))).toBe(true);
  for (const state of REQUEST_STATES.filter((one) => !unfilled.includes(one))) {
    expect(needsFallback(request({ state }))).toBe(false);
    expect(fallbacksOf(request({ state }))).toEqual([]);
    expect(chooseFallback(request({ state }), "drop")).toMatchObject({ ok: false, refusal: { code: "wrong_state" } });
  }
});

test.each([
  [null, ["ask_again", "do_it_ourselves", "drop"]],
  ["self", ["ask_again", "drop"]],
  ["dropped", ["ask_again", "do_it_ourselves"]],
  ["again", []],
] as const)("of a request whose buyer has said %s it may still say %j", (fallback, choices) => {
  expect(fallbacksOf(request({ fallback }))).toEqual(choices);
  for (const choice of ["ask_again", "do_it_ourselves", "drop"] as const)
    expect(chooseFallback(request({ fallback }), choice).ok).toBe((choices as readonly string[]).includes(choice));
});

test("only a request that its buyer cancelled, and not one whose bids were all rejected, is given up", () => {
  expect(REQUEST_STATES.filter((state) => isGivenUp(request({ state })))).toEqual(["cancelled"]);
  expect(isGivenUp(request({ state: "cancelled", isRejected: true }))).toBe(false);
});

test("the buyer has nothing more to say once it has said something", () => {
  expect(needsFallback(request())).toBe(true);
  for (const fallback of FALLBACKS) expect(needsFallback(request({ fallback }))).toBe(false);
});

test.each([
  ["no_bids", false, null, true],
  ["no_bids", false, "self", true],
  ["no_bids", false, "dropped", false],
  ["no_bids", false, "again", false],
  ["cancelled", true, null, true],
  ["cancelled", false, null, false],
  ["awarded", false, null, true],
] as const)("a service whose request is %s (rejected: %s, its buyer has said %s) is in its deal: %s", (...row) => {
  const [state, isRejected, fallback, expected] = row;
  expect(isInDeal(request({ state, isRejected, fallback: fallback as Fallback | null }))).toBe(expected);
});

const NOW = instant(Date.parse("2026-11-24T08:00:00Z"));
const inMinutes = (minutes: number) => instant(NOW + minutes * MINUTE_MS);
const DRAFT = { state: "draft", closesAt: inMinutes(2880), decideBy: inMinutes(4320), bidCount: 0 } as const;
const RULES = { minOpenMs: 1440 * MINUTE_MS, firstInReview: 0, publishedBefore: 0 };
const codeOf = (result: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }) =>
  result.ok ? result.value : result.refusal.code;

test("a draft with a fair window opens", () => {
  expect(codeOf(publish(DRAFT, RULES, NOW))).toBe("open");
});

test.each([
  ["a minute less than the least open time", { closesAt: inMinutes(1439) }, "closes_too_soon"],
  ["a decision at the close", { decideBy: DRAFT.closesAt }, "decides_before_close"],
  ["a decision after 91 days", { decideBy: inMinutes(91 * 1440) }, "window_too_long"],
])("%s is refused", (_, changes, code) => {
  expect(codeOf(publish({ ...DRAFT, ...changes }, RULES, NOW))).toBe(code);
});

test("a close that has passed is refused as past, and one that only comes too soon is not", () => {
  const details = (closesAt: Instant) => {
    const checked = checkWindow({ closesAt }, RULES.minOpenMs, NOW);
    return checked.ok ? null : checked.refusal.details;
  };
  expect(details(NOW)).toEqual({ minutes: 1440, isPast: true });
  expect(details(inMinutes(1))).toEqual({ minutes: 1440, isPast: false });
});

test("exactly the least open time is enough", () => {
  expect(codeOf(publish({ ...DRAFT, closesAt: inMinutes(1440) }, RULES, NOW))).toBe("open");
});

test("A decision exactly 90 days from now is in time, and a millisecond later is too late.", () => {
  const most = inMinutes(90 * 1440);
  expect(codeOf(publish({ ...DRAFT, decideBy: most }, RULES, NOW))).toBe("open");
  expect(codeOf(publish({ ...DRAFT, decideBy: instant(most + 1) }, RULES, NOW))).toBe("window_too_long");
});

test("as many first requests as the rule says are held, and no more", () => {
  const after = (publishedBefore: number) =>
    codeOf(publish(DRAFT, { ...RULES, firstInReview: 2, publishedBefore }, NOW));
  expect([after(0), after(1), after(2), after(9)]).toEqual(["in_review", "in_review", "open", "open"]);
});

test.each(REQUEST_STATES.filter((state) => state !== "draft"))(
  "a request that is %s is not published again",
  (state) => {
    expect(codeOf(publish({ ...DRAFT, state }, RULES, NOW))).toBe("wrong_state");
  },
);

test("approval opens what is held, unless its close has come", () => {
  expect(codeOf(approve({ ...DRAFT, state: "in_review" }, NOW))).toBe("open");
  expect(codeOf(approve({ ...DRAFT, state: "in_review" }, DRAFT.closesAt))).toBe("window_passed");
  expect(codeOf(approve(DRAFT, NOW))).toBe("wrong_state");
});

const OPEN = { ...DRAFT, state: "open" } as const;

test.each([
  ["a later close", { closesAt: inMinutes(3000) }, undefined],
  ["a later decision", { decideBy: inMinutes(5000) }, undefined],
  ["another currency", { currency: "USD" }, "terms_fixed"],
  ["another mode", { mode: "open" }, "terms_fixed"],
  ["an early close that was not published", { mayCloseEarly: true }, "terms_fixed"],
] as const)("of an open request, %s", (_, change, code) => {
  expect(codeOf(mayChange(OPEN, change, NOW))).toBe(code);
});

test("nothing changes after the close", () => {
  expect(codeOf(mayChange(OPEN, {}, OPEN.closesAt))).toBe("wrong_state");
});
