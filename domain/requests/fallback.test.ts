import { expect, test } from "vitest";
import { REQUEST_STATES } from "./request";
import {
  chooseFallback,
  type Fallback,
  FALLBACKS,
  fallbacksOf,
  isGivenUp,
  isInDeal,
  isUnfilled,
  needsFallback,
} from "./fallback";

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
