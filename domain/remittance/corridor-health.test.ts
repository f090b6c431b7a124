import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../shared/time";
import { type Sending, corridorHealth } from "./corridor-health";

/** A sending as the market may have it: few corridors, so that some are shown. */
const sending: fc.Arbitrary<Sending> = fc.record({
  orderId: fc.integer({ min: 1, max: 9 }).map((n) => `o${n}`),
  providerOrganisationId: fc.constantFrom("p1", "p2", "p3", "p4"),
  payerCountry: fc.constantFrom("KZ", "RU"),
  payeeCountry: fc.constant("CN"),
  currency: fc.constant("CNY" as const),
  channel: fc.constantFrom("cips" as const, null),
  sentAt: fc.integer({ min: 0, max: 10_000 }).map(instant),
  receivedAt: fc.option(fc.integer({ min: 10_000, max: 20_000 }).map(instant)),
  isReturned: fc.boolean(),
  wasFrozen: fc.boolean(),
});

test("what a corridor shows is of its own sendings alone, and nothing is shown of fewer than five orders or three providers", () => {
  fc.assert(
    fc.property(fc.array(sending, { maxLength: 40 }), (all) => {
      const { corridors, suppressed } = corridorHealth(all);
      const keys = new Set(all.map(({ payerCountry, channel }) => `${payerCountry} ${channel}`));
      expect(corridors.length + suppressed).toBe(keys.size);
      for (const one of corridors) {
        const own = all.filter((s) => s.payerCountry === one.payerCountry && s.channel === one.channel);
        expect(new Set(own.map(({ orderId }) => orderId)).size).toBeGreaterThanOrEqual(5);
        expect(new Set(own.map((s) => s.providerOrganisationId)).size).toBeGreaterThanOrEqual(3);
        expect(one.sendings).toBe(own.length);
        expect(one.returned).toBe(own.filter((s) => s.isReturned).length);
        const times = own.flatMap((s) => (s.receivedAt === null ? [] : [s.receivedAt - s.sentAt]));
        const within = times.filter((time) => time <= (one.p90SettleMs ?? 0)).length;
        if (times.length > 0) expect(within * 10).toBeGreaterThanOrEqual(times.length * 9);
        const below = times.filter((time) => time < (one.medianSettleMs ?? 0)).length;
        if (times.length > 0) expect(below * 2).toBeLessThanOrEqual(times.length);
      }
    }),
  );
});

test("a corridor is a way, a currency and a channel; its orders are counted once and its rates are of its sendings", () => {
  const base: Omit<Sending, "orderId" | "providerOrganisationId"> = {
    ...{ payerCountry: "KZ", payeeCountry: "CN", currency: "CNY", channel: "cips", sentAt: instant(0) },
    ...{ receivedAt: null, isReturned: false, wasFrozen: false },
  };
  const ofEach = (more: Partial<Sending>, last: Partial<Sending> = {}): Sending[] => [
    ...["a", "b", "c", "d", "e"].map((order, at) => ({
      ...{ ...base, ...more, orderId: order, providerOrganisationId: `p${at % 3}` },
    })),
    ...(Object.keys(last).length > 0
      ? [{ ...base, ...more, orderId: "a", providerOrganisationId: "p0", ...last }]
      : []),
  ];
  const { corridors, suppressed, suppressedSendings } = corridorHealth([
    ...ofEach({}),
    ...ofEach({ currency: "USD" }),
    ...ofEach({ payeeCountry: "VN" }, { isReturned: true, wasFrozen: true }),
    ...ofEach({ channel: null }).slice(1),
  ]);
  expect([suppressed, suppressedSendings]).toEqual([1, 4]);
  expect(corridors).toMatchObject([
    { payeeCountry: "VN", currency: "CNY", orders: 5, sendings: 6, returned: 1, returnRateBps: 1_667, frozen: 1 },
    { payeeCountry: "CN", currency: "CNY", orders: 5, sendings: 5, returned: 0, returnRateBps: 0, frozen: 0 },
    { payeeCountry: "CN", currency: "USD", orders: 5, sendings: 5 },
  ]);
});
