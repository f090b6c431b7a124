import { expect, test } from "vitest";
import { NO_FIGURES, NO_SUMS, onTimeRank, responseRank, withFigures } from "./reputation";

const figures = (onTimeCount: number, deliveredCount: number) => ({ ...NO_FIGURES, onTimeCount, deliveredCount });
const answers = (responseCount: number, responseMs: number | null) => ({ ...NO_FIGURES, responseCount, responseMs });
const marketOf = (...all: (typeof NO_FIGURES)[]) => all.reduce((sums, one) => withFigures(sums, one), NO_SUMS);

test("one order on time stands below a hundred of which two were late, and above a record below the market's", () => {
  const [lucky, proven, poor] = [figures(1, 1), figures(98, 100), figures(60, 100)];
  const sums = marketOf(lucky, proven, poor);
  expect([lucky, proven, poor].toSorted((a, b) => onTimeRank(b, sums) - onTimeRank(a, sums))).toEqual([
    ...[proven, lucky, poor],
  ]);
});

test("who has no orders stands at the market's mean, and so does everybody in a market without any", () => {
  const sums = marketOf(figures(8, 10));
  expect(onTimeRank(NO_FIGURES, sums)).toBeCloseTo(0.8);
  expect(onTimeRank(NO_FIGURES, NO_SUMS)).toBe(0);
});

test.each([
  ["five quick answers are not before two hundred nearly as quick", answers(5, 60_000), answers(200, 90_000), 1],
  ["of equal counts the quicker is first", answers(50, 60_000), answers(50, 90_000), -1],
  ["without a median a provider answers as the market does", answers(3, null), answers(0, null), 0],
])("%s", (_, one, other, order) => {
  const sums = marketOf(one, other, answers(1_000, 3_600_000));
  expect(Math.sign(responseRank(one, sums) - responseRank(other, sums))).toBe(order);
});

test("what is taken away leaves the sums as they were", () => {
  const one = { ...figures(3, 4), responseCount: 7, responseMs: 5 };
  expect(withFigures(withFigures(NO_SUMS, one), one, -1)).toEqual(NO_SUMS);
});
