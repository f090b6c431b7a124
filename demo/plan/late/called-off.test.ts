import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant, later } from "../../../domain/shared/time";
import type { PlannedOrder } from "../order-scene";
import { randomFrom } from "../random";
import { withCalledOff } from "./called-off";

const FIRST = instant(Date.parse("2026-01-05T02:00:00Z"));

/** Work that is begun on the third day. */
const planFrom = (at: typeof FIRST): PlannedOrder => ({
  reports: [
    { code: "booked", at: later(at, 48 * HOUR_MS) },
    { code: "picked_up", at: later(at, 72 * HOUR_MS) },
  ],
  acceptedAt: later(at, 20 * DAY_MS),
});

test.each([1, 2, 3, 4, 5])(
  "of a year's orders two in a hundred are called off whatever the days, by dice %i",
  (seed) => {
    const market = randomFrom(seed);
    const orders = Array.from({ length: 600 }, (_, place) => {
      const at = later(FIRST, place * 14 * HOUR_MS + seed * 1_237);
      const services = (["logistics", "customs", "payment"] as const).slice(0, 1 + (place % 3));
      return withCalledOff(
        market,
        at,
        services.map((service) => ({ service, plan: planFrom(at) })),
      );
    });
    const all = orders.flat();
    const share = all.filter(({ calledOff }) => calledOff).length / all.length;
    expect(share).toBeGreaterThan(0.017);
    expect(share).toBeLessThan(0.023);
    for (const plans of orders) expect(new Set(plans.map(({ calledOff }) => calledOff !== undefined)).size).toBe(1);
  },
);

test("of many markets with one award each as many are called off", () => {
  const plans = Array.from({ length: 5_000 }, (_, seed) => {
    const at = later(FIRST, seed * 97_001);
    return withCalledOff(randomFrom(seed), at, [{ service: "logistics", plan: planFrom(at) }]);
  }).flat();
  const share = plans.filter(({ calledOff }) => calledOff).length / plans.length;
  expect(share).toBeGreaterThan(0.014);
  expect(share).toBeLessThan(0.026);
});
