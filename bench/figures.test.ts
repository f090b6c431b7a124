import { expect, test } from "vitest";
import { byTurns, comparisonOf, median, neighbours, percentile, summaryOf } from "./figures";

test("A percentile is the least value that so large a share does not exceed, in whatever order the values came.", () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([3, 1, 2], 1)).toBe(3);
  expect(percentile([], 0.5)).toBeNaN();
});

test("A median of an even number of values lies between the two in the middle, and of ten thousand by number and not by text.", () => {
  expect(median([9, 100, 20])).toBe(20);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("A ratio is the median of neighbours' ratios, not the ratio of medians, and less processor time is more by cpu.", () => {
  const reading = (rate: number, cpuMs: number) => ({ rate, cpuMs });
  const ours = [reading(50, 4), reading(20, 4), reading(90, 2)];
  const bare = [reading(100, 2), reading(25, 2), reading(100, 2)];
  const compared = comparisonOf(neighbours(ours, bare));
  expect(compared).toMatchObject({ ours: 50, bare: 100, ratio: 0.8, byCpu: 0.5 });
});

test("A summary takes rate and processor time by rounds, and percentiles from the acts of all rounds.", () => {
  const round = (rate: number, latenciesMs: number[]) => ({ rate, cpuMs: 1000 / rate, latenciesMs, bytes: 8 });
  const summary = summaryOf([round(100, [1, 2]), round(200, [3, 40]), round(400, [5, 6])]);
  expect(summary).toEqual({ rate: 200, cpuMs: 5, perCore: 200, p50Ms: 3, p95Ms: 40, bytes: 8 });
});

test("Sides run by turns, each first in its round, and each side's readings stay in the order of the rounds.", async () => {
  const order: string[] = [];
  const side = (name: string) => {
    let rate = 0;
    return async () => {
      order.push(name);
      return { rate: ++rate, cpuMs: 1 };
    };
  };
  const [first] = await byTurns(3, [side("a"), side("b")]);
  expect(order.join(" ")).toBe("a b b a a b");
  expect(first?.map(({ rate }) => rate)).toEqual([1, 2, 3]);
});
