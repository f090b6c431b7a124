import { expect, test } from "vitest";
import { DAY_MS, instant } from "../shared/time";
import { type CompletedOrder, EXAMPLES_MAX, examplesOf, LANE_LEAST, lanesOf } from "./own-figures";

const NOW = instant(Date.parse("2026-11-24T02:00:00Z"));

/** Orders that took so many days each; the last of them was completed so many days before now. */
const orders = (days: readonly number[], change: Partial<CompletedOrder> = {}): CompletedOrder[] =>
  days.map((took) => {
    const contractedAt = instant(NOW - 60 * DAY_MS);
    const deliveredAt = instant(contractedAt + took * DAY_MS);
    return {
      ...{ service: "logistics", corridor: "CN-VN", contractedAt, deliveredAt, startedAt: contractedAt },
      ...{ completedAt: instant(NOW - 40 * DAY_MS), isLate: false, hasEarlyStep: false, ...change },
    };
  });

test("a corridor has its median days and its share on time, each with what it is of", () => {
  const [first, ...more] = orders([2, 3, 3, 5, 9]);
  if (!first) throw new Error("no order");
  expect(lanesOf([{ ...first, isLate: true }, ...more])).toEqual([
    {
      ...{ service: "logistics", corridor: "CN-VN", orders: 5, medianDays: 3 },
      onTime: { onTimeCount: 4, deliveredCount: 5 },
    },
  ]);
});

test("nothing is said of a corridor with fewer orders than the least, nor a share of fewer that count", () => {
  expect(lanesOf(orders(Array.from({ length: LANE_LEAST - 1 }, () => 3)))).toEqual([]);
  const [first, ...more] = orders([1, 2, 3, 4, 5]);
  if (!first) throw new Error("no order");
  expect(lanesOf([{ ...first, hasEarlyStep: true }, ...more])).toMatchObject([{ orders: 5, onTime: null }]);
  // Services of one corridor are counted apart, and so are corridors of one service.
  const halves = [
    ...orders([1, 2, 3]),
    ...orders([1, 2, 3], { service: "customs" }),
    ...orders([1], { corridor: "VN-CN" }),
  ];
  expect(lanesOf(halves)).toEqual([]);
});

test("an example says a service, a corridor, a month and how many, and nothing else", () => {
  expect(examplesOf(orders([1, 2, 3, 4, 5]), NOW)).toEqual([
    { service: "logistics", corridor: "CN-VN", month: "2026-10", orders: 5 },
  ]);
});

test("no example is told of a service with few orders, nor of the month that runs", () => {
  expect(examplesOf(orders([1, 2, 3, 4]), NOW)).toEqual([]);
  expect(examplesOf(orders([1, 2, 3, 4, 5], { completedAt: instant(NOW - DAY_MS) }), NOW)).toEqual([]);
});

test("the latest examples are told, and no more than fit", () => {
  const many = Array.from({ length: 12 }, (_, at) =>
    orders([1, 2, 3, 4, 5], { completedAt: instant(NOW - (at + 1) * 31 * DAY_MS) }),
  ).flat();
  const told = examplesOf(many, NOW);
  expect(told).toHaveLength(EXAMPLES_MAX);
  expect(told.map(({ month }) => month)).toEqual(
    told
      .map(({ month }) => month)
      .toSorted()
      .toReversed(),
  );
  expect(told[0]?.month).toBe("2026-10");
});
