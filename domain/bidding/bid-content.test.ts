import { expect, test } from "vitest";
import type { BidContent } from "./bid";
import { repriceCause } from "./bid-content";

const priced = (quantityMilli: number | null, rate: string | null, day = "2026-12-01") =>
  ({
    lines: [{ code: "OFT", quantityMilli }],
    alternatives: [{ lines: [{ code: "INS", quantityMilli: null }] }],
    rates: rate === null ? [] : [{ base: "USD", quote: "CNY", rate, day, source: "PBC" }],
  }) as unknown as BidContent;

test.each([
  ["other quantities", priced(1_000, null), priced(3_000, null), "quantities"],
  [
    "other quantities at a rate that has stayed",
    priced(1_000, "7.1"),
    priced(3_000, "7.1", "2026-12-02"),
    "quantities",
  ],
  ["an amount that a percentage is of", priced(null, null), priced(null, null), "quantities"],
  ["the rate of another day alone", priced(1_000, "7.1"), priced(1_000, "7.0999", "2026-12-02"), "rates"],
  ["both", priced(1_000, "7.1"), priced(3_000, "7.0999", "2026-12-02"), "both"],
] as const)("an offer comes to something else by %s", (_, standing, now, expected) => {
  expect(repriceCause(standing, now)).toBe(expected);
});
