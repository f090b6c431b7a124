import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, type Instant, instant, type LocalDate, type Month } from "../shared/time";
import { startOfDay } from "../shared/zones";
import { SERVICES } from "../shared/vocabulary";
import { BALANCE_ITEMS } from "./balance-items";
import { funnels, type ProviderStart } from "./funnel";
import { KNOWLEDGE_DEFINITIONS, knowledgeSum, readDefinition } from "./knowledge";
import { cellOf, isPublic, ORDERS_MIN, partPublicly, PROVIDERS_MIN, splitPublicly } from "./small-cells";
import { countriesOfPair, isExport, NO_TRADE, pairOf, quarterOf, sumOf, sumsBy } from "./trade";

const row = fc.record({
  providerId: fc.constantFrom(..."abcdefghij"),
  key: fc.constantFrom("CN>KZ", "CN>RU", "KZ>CN", "VN>CN"),
  count: fc.integer({ min: 1, max: 6 }),
  valueMinor: fc.bigInt({ min: 0n, max: 1_000n }),
  marginMinor: fc.constant(0n),
  passThroughMinor: fc.constant(0n),
});

describe("a figure that is published", () => {
  test("stays one that may be, whichever provider leaves", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        if (!isPublic(cellOf(rows))) return;
        for (const leaving of new Set(rows.map(({ providerId }) => providerId))) {
          const { count, byProvider } = cellOf(rows.filter(({ providerId }) => providerId !== leaving));
          expect(count).toBeGreaterThanOrEqual(ORDERS_MIN);
          expect(byProvider.size).toBeGreaterThanOrEqual(PROVIDERS_MIN);
        }
      }),
    );
  });

  test("has parts and a rest that come to it, each of which may be published too", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), (rows) => {
        const split = splitPublicly(rows, ({ key }) => key);
        expect(split === null).toBe(!isPublic(cellOf(rows)));
        if (!split) return;
        const parts = [...split.shown, ...(split.rest ? [split.rest] : [])];
        expect(parts.reduce((all, { count }) => all + count, 0)).toBe(sumOf(rows).count);
        expect(parts.reduce((all, { valueMinor }) => all + valueMinor, 0n)).toBe(sumOf(rows).valueMinor);
        const of = (keys: readonly string[]) => cellOf(rows.filter(({ key }) => keys.includes(key)));
        for (const { key } of split.shown) expect(isPublic(of([key]))).toBe(true);
        if (split.rest) expect(isPublic(of(split.rest.keys))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("of a part is none where what is beside it may not be", () => {
    const rows = [..."abcdef"].map((providerId) => ({ ...NO_TRADE, providerId, key: "in", count: 2 }));
    const isIn = ({ key }: { readonly key: string }) => key === "in";
    expect(partPublicly(rows, isIn)?.part.count).toBe(12);
    expect(partPublicly([...rows, { ...NO_TRADE, providerId: "a", key: "out", count: 20 }], isIn)).toBeNull();
    expect(partPublicly([], isIn)).toBeNull();
  });
});

test("an export is between two countries, told by its pair", () => {
  expect(isExport({ providerCountry: "CN", buyerCountry: "KZ" })).toBe(true);
  expect(isExport({ providerCountry: "KZ", buyerCountry: "KZ" })).toBe(false);
  const pair = pairOf({ providerCountry: "CN", buyerCountry: "KZ" });
  expect(countriesOfPair(pair)).toEqual({ exporter: "CN", importer: "KZ" });
});

test("a quarter begins with January, April, July or October", () => {
  expect(["2026-01", "2026-03", "2026-04", "2026-12"].map((month) => quarterOf(month as Month))).toEqual([
    ...["2026-01", "2026-01", "2026-04", "2026-10"],
  ]);
});

test("sums by a key have the largest first and come to the whole", () => {
  const rows = [10n, 30n, 20n].map((valueMinor, at) => ({
    ...NO_TRADE,
    count: 1,
    valueMinor,
    of: at === 0 ? "a" : "b",
  }));
  expect(sumsBy(rows, ({ of }) => of).map(({ key, count, valueMinor }) => [key, count, valueMinor])).toEqual([
    ["b", 2, 50n],
    ["a", 1, 10n],
  ]);
});

test("every kind of service has its item of the balance of payments", () => {
  for (const service of SERVICES) {
    const { component, item, source } = BALANCE_ITEMS[service];
    expect(item.startsWith(component)).toBe(true);
    expect(source).toContain(item);
  }
});

describe("knowledge-intensive services", () => {
  test("are those that a definition counts, which says its day and its source", () => {
    const rows = SERVICES.map((service) => ({ ...NO_TRADE, service, count: 1, valueMinor: 10n }));
    for (const definition of Object.values(KNOWLEDGE_DEFINITIONS)) {
      expect(definition.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(definition.source).toMatch(/https?:\/\//);
      expect(knowledgeSum(rows, definition)).toMatchObject({ count: definition.kinds.length });
    }
  });

  test("go by the market's own definition where an address names none", () => {
    expect([readDefinition("eurostat"), readDefinition("x"), readDefinition(undefined)]).toEqual([
      "eurostat",
      "mofcom",
      "mofcom",
    ]);
  });
});

describe("the funnel", () => {
  const listed = startOfDay("2026-08-01" as LocalDate);
  const after = (days: number): Instant => instant(listed + days * DAY_MS);
  const none = { firstBidAt: null, firstOrderAt: null, firstForeignAt: null, secondForeignMonthAt: null };
  const start = (more: Partial<ProviderStart> = {}): ProviderStart => ({ listedAt: listed, ...none, ...more });

  test("counts who came to each step and the median of their days, the mean of the middle two", () => {
    const [all] = funnels([2, 4, 9, 30].map((days) => start({ firstBidAt: after(days) })));
    expect(all?.steps.slice(0, 3)).toEqual([
      { step: "listed", count: 4, medianDays: null },
      { step: "first_bid", count: 4, medianDays: 6 },
      { step: "first_order", count: 0, medianDays: null },
    ]);
  });

  test("has months of the first listing, the latest first, and never a day before it", () => {
    const later = start({ listedAt: after(40), firstBidAt: after(10) });
    const found = funnels([start(), later]);
    expect(found.map(({ month, steps }) => [month, steps[0]?.count])).toEqual([
      [null, 2],
      ["2026-09", 1],
      ["2026-08", 1],
    ]);
    expect(found[1]?.steps[1]).toEqual({ step: "first_bid", count: 1, medianDays: 0 });
  });
});
