import { expect, test } from "vitest";
import { instant, MINUTE_MS } from "../shared/instant";
import { approve, mayChange, publish } from "./request-transitions";
import { REQUEST_STATES } from "./request";

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
