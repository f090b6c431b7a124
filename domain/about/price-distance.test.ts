import { expect, test } from "vitest";
import type { Month } from "../shared/time";
import { instant } from "../shared/time";
import { alikeBy, type OpenedBid, type PricedOrder, priceDistance, priceLevels } from "./price-distance";

const MONTH = "2026-10" as Month;

/** Orders at these prices in yuan, of as many providers and buyers. */
const orders = (prices: readonly number[], change: Partial<PricedOrder> = {}): PricedOrder[] =>
  prices.map((price, at) => ({
    ...{ service: "customs", hubId: "horgos", corridor: "CN-KZ", alike: "", grossWeightGrams: 0, deliveredAt: null },
    ...{ providerOrganisationId: `p${at % 3}`, buyerOrganisationId: `b${at % 3}` },
    ...{ contractedAt: instant(Date.parse("2026-09-10T00:00:00Z")), priceMinor: BigInt(price * 100), ...change },
  }));

const bids = (prices: readonly number[], change: Partial<OpenedBid> = {}): OpenedBid[] =>
  prices.map((price, at) => ({
    ...{ service: "customs", corridor: "CN-KZ", alike: "", grossWeightGrams: 0, requestId: `r${at}` },
    ...{ buyerOrganisationId: `b${at % 3}`, month: MONTH, priceMinor: BigInt(price * 100), ...change },
  }));

const LEVELS = priceLevels(orders([900, 1_000, 1_000, 1_000, 1_400]), [MONTH]);

test("the level of a month is the median of the orders of the 180 days before its end", () => {
  expect([...LEVELS.values()]).toEqual([100_000]);
  const old = orders([1, 1, 1, 1, 1], { contractedAt: instant(Date.parse("2026-05-01T00:00:00Z")) });
  const next = orders([1, 1, 1, 1, 1], { contractedAt: instant(Date.parse("2026-11-01T00:00:00Z")) });
  expect(priceLevels([...old, ...next], [MONTH]).size).toBe(0);
});

test.each([
  ["four orders", orders([1, 2, 3, 4])],
  ["two providers", orders([1, 2, 3, 4, 5]).map((one, at) => ({ ...one, providerOrganisationId: `p${at % 2}` }))],
  ["two buyers", orders([1, 2, 3, 4, 5]).map((one, at) => ({ ...one, buyerOrganisationId: `b${at % 2}` }))],
])("there is no level of %s", (_, few) => {
  expect(priceLevels(few, [MONTH]).size).toBe(0);
});

test("freight is compared by the tonne with what goes by the same mode", () => {
  const hauls = orders([2_000, 2_000, 2_000, 2_000, 2_000], { service: "logistics", grossWeightGrams: 2_000_000 });
  const levels = priceLevels(hauls, [MONTH]);
  const own = bids([550, 550, 550, 550, 550], { service: "logistics", grossWeightGrams: 500_000 });
  expect(priceDistance(own, levels)).toEqual({ percent: 10, bids: 5 });
  const byRail = own.map((bid) => ({ ...bid, alike: "rail" }));
  expect(priceDistance(byRail, levels)).toBeNull();
});

test("prices are compared within a mode of carriage and a side of the border, and else within the service", () => {
  const spec = { side: "import" };
  const of = (service: "logistics" | "customs" | "payment") => alikeBy({ service, mode: "rail", spec });
  expect([of("logistics"), of("customs"), of("payment")]).toEqual(["rail", "import", ""]);
});

test("the distance is the median of each bid by its own level", () => {
  expect(priceDistance(bids([900, 940, 960, 1_000, 3_000]), LEVELS)).toEqual({ percent: -4, bids: 5 });
});

test("a distance that rounds to nought from below is nought", () => {
  expect(priceDistance(bids([998, 999, 999, 999, 1_000]), LEVELS)).toEqual({ percent: 0, bids: 5 });
});

test("bids without a level are left out, and then the rest may be too few", () => {
  const elsewhere = bids([900], { corridor: "CN-VN", requestId: "other" });
  expect(priceDistance([...bids([900, 900, 900, 900, 900]), ...elsewhere], LEVELS)?.bids).toBe(5);
  expect(priceDistance([...bids([900, 900, 900, 900]), ...elsewhere], LEVELS)).toBeNull();
});

test("nothing is said of fewer than five requests or three buyers", () => {
  expect(priceDistance(bids([1, 2, 3, 4]), LEVELS)).toBeNull();
  expect(priceDistance(bids([1, 2, 3, 4, 5, 6], { requestId: "one" }), LEVELS)).toBeNull();
  expect(priceDistance(bids([1, 2, 3, 4, 5, 6], { buyerOrganisationId: "one" }), LEVELS)).toBeNull();
});
