import { expect, test } from "vitest";
import { corridorWord, languageWord, listingWords } from "./listing";
import { DAY_MS, instant } from "../shared/time";
import { firstResponseOf, hadBegun, isOnTime, onTimeOf } from "./track-record";

const START = instant(1_000_000_000_000);
const delivered = (afterMs: number) => ({
  startedAt: START,
  deliveredAt: instant(START + afterMs),
  isLate: afterMs > 5 * DAY_MS,
  hasEarlyStep: false,
});

test("on time is a delivery without the mark of a late step", () => {
  expect(isOnTime({ ...delivered(DAY_MS), isLate: false })).toBe(true);
  expect(isOnTime({ ...delivered(DAY_MS), isLate: true })).toBe(false);
});

test("what is done before its days begin is neither on time nor late, and counted apart", () => {
  const unbegun = { ...delivered(50 * DAY_MS), startedAt: null };
  expect([unbegun, delivered(-1), delivered(0)].map(hadBegun)).toEqual([false, false, true]);
  expect(onTimeOf([unbegun, delivered(-1), delivered(0), delivered(9 * DAY_MS)])).toEqual({
    ...{ onTimeCount: 1, deliveredCount: 2, earlyCount: 0, notBegunCount: 2 },
  });
  expect(onTimeOf([{ ...unbegun, hasEarlyStep: true }])).toMatchObject({ earlyCount: 1, notBegunCount: 0 });
});

test("the share on time comes with the number it is of", () => {
  expect(onTimeOf([])).toEqual({ onTimeCount: 0, deliveredCount: 0, earlyCount: 0, notBegunCount: 0 });
  expect(onTimeOf([delivered(DAY_MS), delivered(9 * DAY_MS), delivered(0)])).toEqual({
    ...{ onTimeCount: 2, deliveredCount: 3, earlyCount: 0, notBegunCount: 0 },
  });
});

test("an order with a step that cannot be true is neither on time nor late", () => {
  const early = { ...delivered(20_000), hasEarlyStep: true };
  expect(onTimeOf([early, delivered(DAY_MS)])).toEqual({
    onTimeCount: 1,
    deliveredCount: 1,
    earlyCount: 1,
    notBegunCount: 0,
  });
});

test("a listing is found by the pairs of Chinese names, by words without diacritics, by corridor and by language", () => {
  const words = listingWords({ summary: "Kho ngoại quan", corridors: ["CN-VN"], languages: ["zh-CN"] }, [
    "凭祥边贸物流",
  ]).split(" ");
  expect(words).toEqual(
    expect.arrayContaining(["凭祥", "物流", "ngoai", corridorWord("CN-VN"), languageWord("zh-CN")]),
  );
  expect(words).not.toContain(corridorWord("VN-CN"));
  expect(words).not.toContain(languageWord("en"));
});

test.each([
  [[], 0, null],
  [[1, 2, 3, 4], 4, null],
  [[50, 10, 40, 20, 30], 5, 30],
  [[60, 50, 10, 40, 20, 30], 6, 30],
])("waits of %j are %i responses with a median of %s", (waits, count, medianMs) => {
  expect(firstResponseOf(waits)).toEqual({ count, medianMs });
});
