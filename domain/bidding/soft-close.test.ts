import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, instant, later, MINUTE_MS } from "../shared/time";
import { extensionAfter } from "./soft-close";

const CLOSES = instant(Date.parse("2026-11-26T08:00:00Z"));
const RULES = { windowMinutes: 5, extensionMinutes: 5, cap: 20 };
const request = {
  bidMode: "open",
  closesAt: CLOSES,
  decideBy: later(CLOSES, 48 * HOUR_MS),
  extensionCount: 0,
} as const;

test.each([
  ["in the last minute", -MINUTE_MS, 4 * MINUTE_MS],
  ["with the last millisecond", -1, 5 * MINUTE_MS - 1],
  ["a millisecond after the window has begun", -5 * MINUTE_MS + 1, 1],
])("an improving bid %s moves the close to so many minutes after it", (_, beforeMs, laterMs) => {
  expect(extensionAfter(request, RULES, later(CLOSES, beforeMs))?.closesAt).toBe(CLOSES + laterMs);
});

test.each([
  ["before the window", request, -5 * MINUTE_MS - 1],
  ["at its very beginning, since the close would not be later", request, -5 * MINUTE_MS],
  ["of sealed bids", { ...request, bidMode: "sealed" }, -MINUTE_MS],
] as const)("nothing moves %s", (_, of, beforeMs) => {
  expect(extensionAfter(of, RULES, later(CLOSES, beforeMs))).toBeNull();
});

test("Where the market gives more time than its window is long, the window's own first millisecond counts, and the one before does not.", () => {
  const longer = { ...RULES, extensionMinutes: 10 };
  const at = (beforeMs: number) => extensionAfter(request, longer, later(CLOSES, beforeMs))?.closesAt ?? null;
  expect(at(-5 * MINUTE_MS)).toBe(CLOSES + 5 * MINUTE_MS);
  expect(at(-5 * MINUTE_MS - 1)).toBeNull();
});

test("lesson 18: the close moves as often as the market's rule says, and no more", () => {
  const at = later(CLOSES, -1);
  expect(extensionAfter({ ...request, extensionCount: 19 }, RULES, at)).not.toBeNull();
  expect(extensionAfter({ ...request, extensionCount: 20 }, RULES, at)).toBeNull();
  expect(extensionAfter({ ...request, extensionCount: 20 }, { ...RULES, cap: 21 }, at)).not.toBeNull();
});

test("the time to decide moves along where less than an hour would be left, and else stays", () => {
  const near = { ...request, decideBy: later(CLOSES, 10 * MINUTE_MS) };
  const extended = extensionAfter(near, RULES, later(CLOSES, -1));
  expect(extended && extended.decideBy - extended.closesAt).toBe(HOUR_MS);
  expect(extensionAfter(request, RULES, later(CLOSES, -1))?.decideBy).toBe(request.decideBy);
});

test("a close only ever moves later, and always leaves an hour to decide", () => {
  const minutes = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(minutes, minutes, fc.integer({ min: 1, max: HOUR_MS }), fc.nat(25), (window, extension, ms, count) => {
      const rules = { windowMinutes: window, extensionMinutes: extension, cap: 20 };
      const moved = extensionAfter({ ...request, extensionCount: count }, rules, later(CLOSES, -ms));
      if (moved === null) return;
      expect(moved.closesAt).toBeGreaterThan(CLOSES);
      expect(moved.decideBy - moved.closesAt).toBeGreaterThanOrEqual(HOUR_MS);
      expect(moved.decideBy).toBeGreaterThanOrEqual(request.decideBy);
    }),
  );
});
