import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BidContent } from "../bid";
import {
  OUTLIER_BANDS,
  OUTLIER_FACTOR,
  areConfirmed,
  findOutliers,
  marketMedians,
  medianOf,
  offFrom,
  priceKeyOf,
  pricesOf,
  outlierName,
} from "./price-outlier";

const content = (...prices: readonly number[]): BidContent =>
  ({
    currency: "CNY",
    totalMinor: String(prices.reduce((all, one) => all + one, 0)),
    lines: prices.map((minor, place) => ({
      code: ["EXD", "IMD", "HSC"][place],
      basis: "declaration",
      unitPriceMinor: String(minor),
      rateBps: null,
      quantityMilli: 1000,
      amountMinor: String(minor),
      isPassThrough: false,
      note: "",
    })),
  }) as never;

const EXD = priceKeyOf("EXD", "declaration", "CNY");
const none = { ownVersion: null, ownBids: new Map<string, bigint>(), market: new Map<string, bigint>() };

describe("the guard against slips of a digit", () => {
  test.each([
    [499n, 100n, null],
    [500n, 100n, { isAbove: true, factorMin: 5 }],
    [999n, 100n, { isAbove: true, factorMin: 5 }],
    [1_000n, 100n, { isAbove: true, factorMin: 10 }],
    [99_999n, 100n, { isAbove: true, factorMin: 100 }],
    [10_000_000n, 100n, { isAbove: true, factorMin: 1_000 }],
    [21n, 100n, null],
    [20n, 100n, { isAbove: false, factorMin: 5 }],
    [10n, 100n, { isAbove: false, factorMin: 10 }],
    [0n, 100n, { isAbove: false, factorMin: 1_000 }],
    [100n, 0n, null],
  ])("%i beside %i is %o", (price, other, off) => {
    expect(offFrom(price, other)).toEqual(off);
  });

  test("asks from a factor of five on, either way, and tells no more than a band", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n), (price, other) => {
        const [greater, less] = price > other ? [price, other] : [other, price];
        const off = offFrom(price, other);
        expect(off !== null).toBe(greater >= less * BigInt(OUTLIER_FACTOR));
        if (off) expect(OUTLIER_BANDS).toContain(off.factorMin);
      }),
    );
  });

  test("holds a line against the own standing version first, with the total", () => {
    const found = findOutliers(content(1_000, 200, 300), { ...none, ownVersion: content(100, 200, 300) });
    expect(found).toEqual([
      { alternative: 0, line: 0, code: "EXD", isAbove: true, factorMin: 10, beside: "own_version" },
    ]);
    const all = findOutliers(content(6_000, 200), { ...none, ownVersion: content(600, 200) });
    expect(all.map(({ line }) => line)).toEqual([0, null]);
    const dollars = { ...content(600, 200), currency: "USD" } as BidContent;
    expect(findOutliers(content(6_000, 200), { ...none, ownVersion: dollars })).toEqual([]);
  });

  test("does not ask again about a price that stands already", () => {
    const ownBids = new Map([[EXD, 1n]]);
    expect(findOutliers(content(1_000), { ...none, ownBids }).map(({ beside }) => beside)).toEqual(["own_bids"]);
    expect(findOutliers(content(1_000), { ...none, ownBids, ownVersion: content(1_000) })).toEqual([]);
  });

  test("asks the market only where the bidder has no price of its own", () => {
    const market = new Map([[EXD, 10_000n]]);
    expect(findOutliers(content(1_000), { ...none, market }).map(({ beside }) => beside)).toEqual(["market"]);
    expect(findOutliers(content(1_000), { ...none, market, ownBids: new Map([[EXD, 900n]]) })).toEqual([]);
    expect(findOutliers(content(1_000), { ...none, market, ownVersion: content(900) })).toEqual([]);
  });

  test("looks at every line of an alternative as well", () => {
    const sent = { ...content(100), alternatives: [content(100, 200, 30_000)] } as never as BidContent;
    const market = new Map([[priceKeyOf("HSC", "declaration", "CNY"), 3_000n]]);
    expect(findOutliers(sent, { ...none, market })).toMatchObject([
      { alternative: 1, line: 2, code: "HSC", factorMin: 10 },
    ]);
  });

  test("a tick names the price that it confirms, and no other", () => {
    const [finding] = findOutliers(content(1_000), { ...none, ownBids: new Map([[EXD, 1n]]) });
    if (!finding) throw new Error("a finding");
    expect(outlierName(finding, content(1_000))).toBe("0.0.EXD.above.1000.1000");
    expect(outlierName(finding, content(1_001))).not.toBe(outlierName(finding, content(1_000)));
  });

  test("lets a bid go only with a tick at each finding, each for the price that stands", () => {
    const ownBids = new Map(["EXD", "IMD"].map((code) => [priceKeyOf(code as "EXD", "declaration", "CNY"), 1n]));
    const sent = content(1_000, 2_000);
    const found = findOutliers(sent, { ...none, ownBids });
    const [first = "", second = ""] = found.map((finding) => outlierName(finding, sent));
    expect(found).toHaveLength(2);
    expect([[], [first], [second], [first, "another"]].map((ticks) => areConfirmed(found, sent, ticks))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(areConfirmed(found, sent, [second, first])).toBe(true);
    expect(areConfirmed(found, content(1_000, 2_001), [second, first])).toBe(false);
    expect(areConfirmed([], sent, [])).toBe(true);
  });
});

test("a price is compared as it applies: by its tier within its currency, and a share in any", () => {
  const [tiered, share] = content(100, 200).lines;
  const lines = [
    { ...tiered, tiers: [{ from: 1, unitPriceMinor: "90" }] },
    { ...share, basis: "percent_of_value", rateBps: 35, unitPriceMinor: null },
  ];
  const said = (currency: string) =>
    pricesOf({ ...content(), currency, lines } as never).map(({ key, price }) => [key, price]);
  expect(said("CNY")).toEqual([
    ["EXD|declaration|CNY", 90n],
    ["IMD|percent_of_value", 35n],
  ]);
  expect(said("USD").map(([key]) => key)).toEqual(["EXD|declaration|USD", "IMD|percent_of_value"]);
});

test("the middle of prices is one of them", () => {
  expect([medianOf([]), medianOf([3n]), medianOf([4n, 1n]), medianOf([9n, 1n, 5n])]).toEqual([null, 3n, 1n, 5n]);
});

test("the market has a middle price only with three organisations behind it, each counted once", () => {
  const of = (organisationId: string, ...prices: number[]) => ({ organisationId, content: content(...prices) });
  expect(marketMedians([of("a", 1), of("b", 2), of("b", 3)])).toEqual(new Map());
  const many = [of("a", 100), of("b", 200), of("b", 210), of("b", 220), of("c", 900)];
  expect(marketMedians(many).get(EXD)).toBe(210n);
});

test("what is paid at cost is no price of the bidder's: it is held against its standing version alone, and never in the sum", () => {
  const taxed = (tax: number): BidContent => {
    const { lines, ...rest } = content(100, tax);
    return { ...rest, lines: lines.map((line) => (line.code === "IMD" ? { ...line, code: "VAT" } : line)) };
  };
  const key = priceKeyOf("VAT", "declaration", "CNY");
  const market = new Map([[key, 10n]]);
  expect(findOutliers(taxed(9_000), { ...none, market, ownBids: market })).toEqual([]);
  expect(findOutliers(taxed(9_000), { ...none, ownVersion: taxed(9_100) })).toEqual([]);
  const found = findOutliers(taxed(9_000), { ...none, ownVersion: taxed(10) });
  expect(found.map(({ line, code, beside }) => [line, code, beside])).toEqual([[1, "VAT", "own_version"]]);
});
