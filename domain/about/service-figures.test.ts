import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, instant } from "../shared/time";
import {
  BUYERS_MIN,
  type CountedOrder,
  FIGURE_DAYS,
  FIGURE_LEAST,
  figuresByWay,
  isCorridor,
  wayKey,
} from "./service-figures";

const NOW = instant(1_000 * DAY_MS);

const order = (at: number, more: Partial<CountedOrder> = {}): CountedOrder => ({
  ...{ service: "customs", hubId: "horgos", corridor: "CN-KZ" },
  ...{ providerOrganisationId: `p${at % 3}`, buyerOrganisationId: `b${at % 3}` },
  ...{ contractedAt: instant(NOW - 10 * DAY_MS), deliveredAt: instant(NOW - (10 - at) * DAY_MS) },
  ...{ priceMinor: BigInt(100_000 + at * 10_000), grossWeightGrams: 2_000_000 },
  ...more,
});
const five = (more: (at: number) => Partial<CountedOrder> = () => ({})) =>
  [1, 2, 3, 4, 5].map((at) => order(at, more(at)));
const figures = (orders: readonly CountedOrder[], key = "customs horgos") => figuresByWay(orders, NOW).get(key);

test("half of the orders were done within the median, nine of ten within the other figure, and the price is told to two digits", () => {
  expect(figures(five())).toEqual({
    days: { median: 3, nineOfTen: 5, orders: 5 },
    price: { medianMinor: 130_000, orders: 5, providers: 3 },
    index: null,
  });
  expect(figures(five((at) => ({ priceMinor: BigInt(123_456 + at) })))?.price?.medianMinor).toBe(120_000);
});

test("an order counts at its hub and on its corridor, and nowhere else", () => {
  const all = figuresByWay(five(), NOW);
  expect([...all.keys()].sort()).toEqual([wayKey("customs", "CN-KZ"), wayKey("customs", "horgos")]);
  expect(all.get("customs CN-KZ")).toEqual(all.get("customs horgos"));
});

test("freight is priced by the tonne, and what weighs nothing has no price", () => {
  const freight = (grams: number) =>
    figures(
      five(() => ({ service: "logistics", grossWeightGrams: grams })),
      "logistics horgos",
    );
  expect(freight(2_000_000)?.price?.medianMinor).toBe(65_000);
  expect(freight(0)?.price).toBeNull();
});

test("the index is the median by that of the days before, which is 100", () => {
  const before = five((at) => ({
    contractedAt: instant(NOW - (FIGURE_DAYS + 5) * DAY_MS),
    priceMinor: BigInt(50_000 + at * 10_000),
  }));
  const { days, price, index } = figures([...five(), ...before]) ?? {};
  expect(index).toEqual({ value: 163, ordersBefore: 5 });
  expect([days?.orders, price?.orders]).toEqual([5, 5]);
  expect(figures([...five(), ...before.slice(1)])?.index).toBeNull();
});

test("an order that is not delivered has a price and no days", () => {
  const { days, price } = figures(five(() => ({ deliveredAt: null }))) ?? {};
  expect([days, price?.orders]).toEqual([null, 5]);
});

test("nothing is told of fewer than five orders, three providers or three buyers", () => {
  const some = fc.array(
    fc.record({
      provider: fc.constantFrom("p1", "p2", "p3", "p4"),
      buyer: fc.constantFrom("b1", "b2", "b3", "b4"),
    }),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(some, (all) => {
      const own = all.map(({ provider, buyer }, at) =>
        order(at, { providerOrganisationId: provider, buyerOrganisationId: buyer }),
      );
      const [providers, buyers] = [new Set(all.map((one) => one.provider)), new Set(all.map((one) => one.buyer))];
      const isEnough =
        all.length >= FIGURE_LEAST.orders && providers.size >= FIGURE_LEAST.providers && buyers.size >= BUYERS_MIN;
      const shown = figures(own);
      expect([shown?.days ?? null, shown?.price ?? null].map((one) => one !== null)).toEqual([isEnough, isEnough]);
    }),
  );
});

test.each([
  ["CN-KZ", true],
  ["CNCAN-AIR", false],
  ["horgos", false],
  ["cn-kz", false],
])("whether %s is a corridor: %s", (way, is) => {
  expect(isCorridor(way)).toBe(is);
});
