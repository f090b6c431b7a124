import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, MINUTE_MS } from "../shared/instant";
import { mayHaveHappened, minuteOf, seenAt } from "./happened";

const NOW = instant(Date.parse("2026-11-24T02:00:20Z"));
const at = fc.integer({ min: NOW - 10 * MINUTE_MS, max: NOW + 5 * MINUTE_MS }).map((ms) => instant(ms));

test("what the market sees is of the minute that people would type for it, and never before what was told", () => {
  fc.assert(
    fc.property(fc.array(fc.option(at)), (told) => {
      const seen = seenAt(
        NOW,
        told.map((occurredAt) => ({ occurredAt })),
      );
      for (const one of told) expect(seen).toBeGreaterThanOrEqual(one ?? 0);
      if (told.every((one) => one === null || one <= minuteOf(NOW))) expect(seen).toBe(minuteOf(NOW));
      expect(mayHaveHappened(seen, { lastAt: null, now: NOW }).ok).toBe(true);
    }),
  );
});

test("a time typed to the minute follows what was seen in that minute", () => {
  expect(mayHaveHappened(minuteOf(NOW), { lastAt: seenAt(NOW, []), now: NOW }).ok).toBe(true);
  expect(mayHaveHappened(minuteOf(NOW), { lastAt: NOW, now: NOW }).ok).toBe(true);
});

test("nothing is told that has not happened yet, but a phone's clock may run five minutes ahead", () => {
  const inMinutes = (minutes: number) => instant(NOW + minutes * MINUTE_MS);
  expect(mayHaveHappened(inMinutes(5), { lastAt: null, now: NOW }).ok).toBe(true);
  expect(mayHaveHappened(instant(inMinutes(5) + 1), { lastAt: null, now: NOW })).toMatchObject({
    refusal: { code: "occurred_in_future" },
  });
});
