import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant, type LocalDate } from "../shared/time";
import { type Currency, money } from "../shared/money";
import { compareBids, rateText, sumOf } from "./compare";

const DAY = "2026-11-24" as LocalDate;
const RATE = { base: "USD", quote: "CNY", rate: "7.1642", day: DAY, source: "test" } as const;
const to = { currency: "CNY", day: DAY, rates: [RATE] } as const;

const bid = (
  bidId: string,
  minor: bigint,
  more: { currency?: Currency; max?: number; until?: number; requestId?: string; atCost?: bigint } = {},
) => ({
  bidId,
  requestId: more.requestId ?? "r",
  total: money(minor + (more.atCost ?? 0n), more.currency ?? "CNY"),
  ownPrice: money(minor, more.currency ?? "CNY"),
  transitDays: { min: 1, max: more.max ?? 10 },
  validUntil: instant(more.until ?? 1000),
});

test("the lowest is so by its own price, whatever it estimates to be paid at cost; what is contracted stands beside it", () => {
  const { bids } = compareBids([bid("a", 300n, { atCost: 900n }), bid("b", 310n, { atCost: 2n })], to);
  expect(marks(bids, "isLowest")).toEqual(["a"]);
  expect(bids.map(({ amount, contract }) => [amount?.minor, contract?.minor])).toEqual([
    [300n, 1_200n],
    [310n, 312n],
  ]);
  expect(sumOf(bids, "CNY")).toEqual(money(1_512n, "CNY"));
});

const marks = (bids: ReturnType<typeof compareBids>["bids"], which: "isLowest" | "isFastest" | "isLongestValid") =>
  bids.filter((one) => one[which]).map((one) => one.bidId);

describe("bids side by side", () => {
  test("are brought to one currency at the dated rate, which is named once", () => {
    const compared = compareBids(
      [bid("a", 38_400_00n), bid("b", 5_180_00n, { currency: "USD" }), bid("c", 1n, { currency: "USD" })],
      to,
    );
    expect(compared.bids[1]?.amount).toEqual(money(37_110_56n, "CNY"));
    expect(compared.rates).toEqual([RATE]);
    const euro = { ...RATE, base: "EUR", rate: "8.30" } as const;
    const of = [bid("a", 1n, { currency: "USD" }), bid("b", 1n, { currency: "EUR" })];
    expect(compareBids(of, { ...to, rates: [RATE, euro] }).rates).toEqual([RATE, euro]);
    expect(rateText(RATE)).toBe("USD/CNY 7.1642 2026-11-24 test");
  });

  test("bear a word for the best only where they differ; equal bests share it", () => {
    const { bids } = compareBids([bid("a", 5n, { max: 9 }), bid("b", 5n, { until: 2000 }), bid("c", 7n)], to);
    expect(marks(bids, "isLowest")).toEqual(["a", "b"]);
    expect(marks(bids, "isFastest")).toEqual(["a"]);
    expect(marks(bids, "isLongestValid")).toEqual(["b"]);
    expect(compareBids([bid("a", 5n)], to).bids[0]).toMatchObject({
      isLowest: false,
      isFastest: false,
      isLongestValid: false,
    });
  });

  test("are marked request by request", () => {
    const { bids } = compareBids(
      [bid("a", 5n), bid("b", 6n), bid("c", 50n, { requestId: "s" }), bid("d", 60n, { requestId: "s" })],
      to,
    );
    expect(marks(bids, "isLowest")).toEqual(["a", "c"]);
  });

  test("stay in view where a rate is missing, and then none is called the lowest", () => {
    const { bids } = compareBids([bid("a", 5n), bid("b", 6n, { currency: "MNT" })], to);
    expect(bids[1]).toMatchObject({ amount: null, missing: { code: "rate_missing" } });
    expect(marks(bids, "isLowest")).toEqual([]);
    expect(sumOf(bids, "CNY")).toBeNull();
  });

  test("sum exactly", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 4 }), (amounts) => {
        const { bids } = compareBids(
          amounts.map((minor, at) => bid(`b${at}`, minor, { requestId: `r${at}` })),
          to,
        );
        return sumOf(bids, "CNY")?.minor === amounts.reduce((all, one) => all + one, 0n);
      }),
    );
  });
});
