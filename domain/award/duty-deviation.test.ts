import { expect, test } from "vitest";
import type { LocalDate } from "../shared/time";
import { money } from "../shared/money";
import type { PricedLine } from "../bidding/price-charges";
import { deviationOfEither, dutyDeviation, dutyOfBid } from "./duty-deviation";

const DAY = "2026-11-24" as LocalDate;
const at = { rates: [{ base: "USD", quote: "CNY", rate: "7", day: DAY, source: "test" }], day: DAY } as const;
const line = (code: string, minor: number) =>
  ({ code, basis: "shipment", amountMinor: String(minor), isPassThrough: false }) as PricedLine;
const bid = (minor: number, currency: "CNY" | "USD" = "CNY") => ({
  lines: [line("IMD", 5_000), line("DTY", minor - 10), line("VAT", 10)],
  currency,
});
const market = { total: money(10_000n, "CNY"), isComplete: true };

test("a bid's own estimate is that of duty, tax and state fees, and nothing of its own work", () => {
  expect(dutyOfBid(bid(900))).toEqual(money(900n, "CNY"));
  expect(dutyOfBid({ lines: [line("IMD", 5)], currency: "CNY" })).toBeNull();
});

test.each([
  [10_999, null],
  [11_000, { isAbove: true, bps: 1_000 }],
  [9_001, null],
  [9_000, { isAbove: false, bps: 1_000 }],
  [5_000, { isAbove: false, bps: 5_000 }],
])("an estimate of %i beside 10,000 of the market is marked as %o", (minor, marked) => {
  expect(dutyDeviation(bid(minor), market, at)).toEqual(marked);
});

test("an estimate in another currency is held against the market's at the rate of the day", () => {
  expect(dutyDeviation(bid(2_000, "USD"), market, at)).toEqual({ isAbove: true, bps: 4_000 });
  expect(dutyDeviation(bid(2_000, "USD"), market, { ...at, rates: [] })).toBeNull();
});

test("nothing is held against a figure of the market that is not whole or not known", () => {
  expect(dutyDeviation(bid(1), { ...market, isComplete: false }, at)).toBeNull();
  expect(dutyDeviation(bid(1), { total: null, isComplete: false }, at)).toBeNull();
});

test("a bid near either figure is not marked where a certificate of origin is still to come, and one far from both is held against the nearer", () => {
  const both = { ...market, withFormE: { total: money(4_000n, "CNY") } };
  expect(deviationOfEither(bid(4_100), both, at)).toBeNull();
  expect(deviationOfEither(bid(9_900), both, at)).toBeNull();
  expect(deviationOfEither(bid(5_000), both, at)).toEqual({ isAbove: true, bps: 2_500 });
  expect(deviationOfEither(bid(4_100), { ...market, withFormE: null }, at)).toEqual({ isAbove: false, bps: 5_900 });
});
