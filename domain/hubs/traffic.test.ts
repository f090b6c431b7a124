import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, DAY_MS, dayOf, daysBetween, later, type LocalDate, type Month, monthOf } from "../shared/time";
import { startOfDay } from "../shared/zones";
import {
  addMonths,
  amountOf,
  daysThatCame,
  firstDayOf,
  lastDayOf,
  lineDistance,
  monthsBetween,
  partsOfPeriod,
  periodBefore,
  readPeriod,
  shareOf,
  TRAFFIC_MEASURES,
  type TrafficRow,
  yearBefore,
  yearTo,
} from "./traffic";
import type { Corridor } from "./corridor";

const day = (text: string) => text as LocalDate;
const period = (from: string, to: string) => ({ from: day(from), to: day(to) });

test.each([
  ["2026-08", "2026-10", "2026-08-01", "2026-10-31"],
  ["2026-08-27", "2026-11-24", "2026-08-27", "2026-11-24"],
  ["2026-02", "2026-02", "2026-02-01", "2026-02-28"],
  ["2026-02-10", "2026-02", "2026-02-10", "2026-02-28"],
])("%s to %s holds the days %s to %s", (from, to, first, last) => {
  expect(readPeriod(from, to)).toEqual({ ok: true, value: { from: first, to: last } });
});

test.each([
  ["2026-13", "2026-13", "period_malformed"],
  ["2026-02-30", "2026-03-01", "period_malformed"],
  ["", "2026-03-01", "period_malformed"],
  ["2026-03-02", "2026-03-01", "period_backwards"],
  ["2016-01", "2026-01", "period_too_long"],
])("%s to %s is refused: %s", (from, to, code) => {
  expect(readPeriod(from, to)).toMatchObject({ ok: false, refusal: { code } });
});

test.each([
  [period("2026-08-27", "2026-11-24"), period("2026-05-29", "2026-08-26")],
  [period("2026-10-01", "2026-10-31"), period("2026-09-01", "2026-09-30")],
  [period("2026-01-01", "2026-03-31"), period("2025-10-01", "2025-12-31")],
  [period("2026-11-24", "2026-11-24"), period("2026-11-23", "2026-11-23")],
])("what is compared with $from to $to is as long and ends the day before", (now, before) => {
  expect(periodBefore(now)).toEqual(before);
});

const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(day("2024-01-01"), days));

describe("the parts of a period", () => {
  it("hold each day of it once, and none that is not of it, but for days to come", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(500), fc.integer({ min: -20, max: 600 }), (from, length, todayAt) => {
        const [to, today] = [addDays(from, length), addDays(from, todayAt)];
        const { whole, counted, leftOut } = partsOfPeriod({ from, to }, today);
        const held = new Map<number, number>();
        const hold = (start: number, before: number, by: number) => {
          for (let at = start; at < before; at += DAY_MS) held.set(at, (held.get(at) ?? 0) + by);
        };
        for (const month of whole ? monthsBetween(whole.first, whole.last) : [])
          hold(startOfDay(firstDayOf(month)), startOfDay(addDays(lastDayOf(month), 1)), 1);
        for (const part of counted) hold(part.from, part.before, 1);
        for (const part of leftOut) hold(part.from, part.before, -1);
        const end = to >= today ? lastDayOf(monthOf(to)) : to;
        const days = [...held].filter(([, times]) => times !== 0).sort(([a], [b]) => a - b);
        const asked = Array.from({ length: daysBetween(from, end) + 1 }, (_, at) => [startOfDay(addDays(from, at)), 1]);
        expect(days).toEqual(asked);
        for (const { month, from: start, before } of [...counted, ...leftOut])
          expect([monthOf(dayOf(start)), monthOf(dayOf(later(before, -1)))]).toEqual([month, month]);
        // Of the first month and of the last no more than half is counted.
        const counts = (before: number, start: number) => (before - start) / DAY_MS;
        const read = [...counted, ...leftOut].reduce((all, part) => all + counts(part.before, part.from), 0);
        expect(read).toBeLessThanOrEqual(monthOf(from) === monthOf(to) ? 16 : 31);
      }),
    );
  });

  it("begin at midnight of the market's zone, not of UTC", () => {
    const { counted } = partsOfPeriod(period("2026-08-27", "2026-09-30"), day("2026-11-24"));
    expect(
      counted.map((part) => [part.month, new Date(part.from).toISOString(), new Date(part.before).toISOString()]),
    ).toEqual([["2026-08", "2026-08-26T16:00:00.000Z", "2026-08-31T16:00:00.000Z"]]);
  });

  it("take the running month whole when the period ends today", () => {
    expect(partsOfPeriod(period("2026-11-01", "2026-11-24"), day("2026-11-24"))).toEqual({
      whole: { first: "2026-11", last: "2026-11" },
      counted: [],
      leftOut: [],
    });
  });

  it.each([
    ["2026-09-03", "2026-11-24", "2026-09 to 2026-11", "", "09-01 to 09-02"],
    ["2026-09-03", "2026-10-10", "2026-09 to 2026-09", "10-01 to 10-10", "09-01 to 09-02"],
    ["2026-09-20", "2026-10-28", "2026-10 to 2026-10", "09-20 to 09-30", "10-29 to 10-31"],
    ["2026-10-03", "2026-10-29", "2026-10 to 2026-10", "", "10-01 to 10-02, 10-30 to 10-31"],
    ["2026-10-16", "2026-10-16", "", "10-16 to 10-16", ""],
    ["2026-10-20", "2026-11-05", "", "10-20 to 10-31, 11-01 to 11-05", ""],
  ])("%s to %s are the months %s with %s and without %s", (from, to, months, added, without) => {
    const { whole, counted, leftOut } = partsOfPeriod(period(from, to), day("2026-11-24"));
    const told = (parts: typeof counted) =>
      parts.map((part) => `${dayOf(part.from).slice(5)} to ${dayOf(later(part.before, -1)).slice(5)}`).join(", ");
    expect([whole ? `${whole.first} to ${whole.last}` : "", told(counted), told(leftOut)]).toEqual([
      months,
      added,
      without,
    ]);
  });
});

test.each([
  ["from the first of a month to the middle of it", "2026-10-01", "2026-10-10", "2026-09-21", "2026-09-30"],
  ["from the middle of a month to its end", "2026-10-22", "2026-10-31", "2026-10-12", "2026-10-21"],
  ["from the first of a month over its end", "2026-09-01", "2026-10-10", "2026-07-23", "2026-08-31"],
])("before a period %s lie as many days, not whole months", (_, from, to, first, last) => {
  expect(periodBefore(period(from, to))).toEqual(period(first, last));
});

test("months are counted over the turn of the year", () => {
  expect([addMonths(monthOf(day("2026-01-01")), -1), addMonths(monthOf(day("2025-12-01")), 13)]).toEqual([
    "2025-12",
    "2027-01",
  ]);
});

test.each([
  [period("2026-08-27", "2026-11-24"), period("2025-08-27", "2025-11-24")],
  [period("2025-12-01", "2026-11-30"), period("2024-12-01", "2025-11-30")],
  // Whole months stay whole, in a leap year and out of one.
  [period("2029-02-01", "2029-02-28"), period("2028-02-01", "2028-02-29")],
  [period("2028-02-01", "2028-02-29"), period("2027-02-01", "2027-02-28")],
  [period("2028-02-10", "2028-02-29"), period("2027-02-10", "2027-02-28")],
  [period("2029-02-10", "2029-02-28"), period("2028-02-10", "2028-02-28")],
])("A year before %o are the days %o.", (days, earlier) => {
  expect(yearBefore(days)).toEqual(earlier);
});

test.each([
  ["2026-12-01", "2025-12-02"],
  ["2026-11-30", "2025-12-01"],
  ["2028-02-29", "2027-03-01"],
  ["2027-02-28", "2026-03-01"],
])("The twelve months to %s begin on %s, and a year before them ends on the same day.", (to, from) => {
  expect(yearTo(day(to))).toEqual(period(from, to));
  expect(yearBefore(yearTo(day(to))).to).toBe(yearBefore(period(to, to)).to);
});

test.each([
  ["2026-10-31", "2026-10-31"],
  ["2026-11-30", "2026-11-24"],
])("Of a period that ends on %s the days to %s have come by the 24th of November.", (to, shown) => {
  expect(daysThatCame(period("2026-10-01", to), day("2026-11-24"))).toEqual(period("2026-10-01", shown));
});

const row = (hubId: string, count: number, part: Partial<TrafficRow> = {}): TrafficRow => ({
  month: "2026-10" as Month,
  hubId,
  isBorderHub: !hubId.startsWith("CN"),
  corridor: "CN-KZ" as Corridor,
  service: "logistics",
  count,
  valueMinor: BigInt(count) * 100n,
  passThroughMinor: 0n,
  weightGrams: count * 1_000,
  ...part,
});

const rows = fc.array(
  fc.record({
    month: fc.constantFrom("2026-09", "2026-10") as fc.Arbitrary<Month>,
    hubId: fc.constantFrom("horgos", "pingxiang", "suifenhe", "CNYTN", "CNPVG-AIR"),
    corridor: fc.constantFrom("CN-KZ", "VN-CN", "CN-RU") as fc.Arbitrary<Corridor>,
    service: fc.constantFrom("logistics", "customs"),
    count: fc.nat(50),
    valueMinor: fc.bigInt(0n, 10n ** 15n),
    passThroughMinor: fc.bigInt(0n, 10n ** 15n),
    weightGrams: fc.nat(2 ** 40),
  }),
  { maxLength: 30 },
);
const withKind = (some: readonly Omit<TrafficRow, "isBorderHub">[]): TrafficRow[] =>
  some.map((one) => ({ ...one, isBorderHub: !one.hubId.startsWith("CN") }));
const measure = fc.constantFrom(...TRAFFIC_MEASURES);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe("hub traffic share", () => {
  it("542 of 1,286 orders are 42.15 percent, 27 orders over the line", () => {
    const [total] = shareOf([row("horgos", 542), row("CNYTN", 744)], "orders", { by: "total" });
    expect(total).toMatchObject({
      period: null,
      wholeAmount: 1_286n,
      borderAmount: 542n,
      borderHubShareBps: 4_215,
      shownBps: 4_210,
      line: { isReached: true, spare: 27n, missing: 0n },
    });
  });

  it("each measure weighs hubs by its own amount", () => {
    const some = [
      row("horgos", 1, { valueMinor: 300n, weightGrams: 900 }),
      row("CNYTN", 3, { valueMinor: 100n, weightGrams: 100 }),
    ];
    const share = (of: (typeof TRAFFIC_MEASURES)[number]) => shareOf(some, of, { by: "total" })[0]?.borderHubShareBps;
    expect(TRAFFIC_MEASURES.map(share)).toEqual([2_500, 2_500, 7_500, 9_000]);
  });

  it("29 of 412 stand by themselves as 7.0 percent, and so does every share beside its own amounts", () => {
    const [total] = shareOf([row("horgos", 29), row("pingxiang", 29), row("CNYTN", 354)], "orders", { by: "total" });
    expect(total?.hubs.map(({ hubId, shownBps }) => [hubId, shownBps])).toEqual([
      ["CNYTN", 8_590],
      ["horgos", 700],
      ["pingxiang", 700],
    ]);
    fc.assert(
      fc.property(rows, measure, (some, by) => {
        const period = shareOf(withKind(some), by, { by: "total" })[0];
        const whole = period?.wholeAmount ?? 0n;
        for (const hub of period?.hubs ?? []) {
          const off = BigInt(hub.shownBps) * whole - amountOf(hub, by) * 10_000n;
          expect(2n * off <= 10n * whole && 2n * off > -10n * whole).toBe(whole > 0n);
        }
      }),
    );
  });

  it("months are answered apart, in their order, each of its own whole", () => {
    const some = [row("horgos", 1), row("CNYTN", 1), row("CNYTN", 4, { month: "2026-09" as Month })];
    expect(
      shareOf(some, "orders", { by: "month" }).map(({ period, borderHubShareBps }) => [period, borderHubShareBps]),
    ).toEqual([
      ["2026-09", 0],
      ["2026-10", 5_000],
    ]);
  });

  it("44.69 percent is shown as 44.7, and 44.649 as 44.6: it is rounded once", () => {
    const shown = (border: number) =>
      shareOf([row("horgos", border), row("CNYTN", 100_000 - border)], "orders", { by: "total" })[0]?.shownBps;
    expect([44_690, 44_649, 44_650].map(shown)).toEqual([4_470, 4_460, 4_470]);
  });

  it("just under the line is rounded to it and counted as under it", () => {
    const [total] = shareOf([row("horgos", 39_999), row("CNYTN", 60_001)], "orders", { by: "total" });
    expect(total?.borderHubShareBps).toBe(4_000);
    expect(total?.line).toEqual({ isReached: false, spare: 0n, missing: 1n });
  });

  it("a share of nothing is no share", () => {
    expect(shareOf([], "orders", { by: "total" })[0]?.borderHubShareBps).toBeNull();
    expect(shareOf([], "orders", { by: "month" })).toEqual([]);
    expect(shareOf([row("horgos", 0)], "orders", { by: "total" })[0]?.hubs[0]?.shareBps).toBe(0);
  });

  it("a hub that is a border hub in one row and not in another is a fault", () => {
    expect(() =>
      shareOf([row("horgos", 1), row("horgos", 1, { isBorderHub: false })], "orders", { by: "total" }),
    ).toThrow();
  });

  it("the border hubs' shares in basis points sum to the joint share, all hubs' to the whole, none off by a point", () => {
    fc.assert(
      fc.property(rows, measure, (some, of) => {
        for (const period of shareOf(withKind(some), of, { by: "month" })) {
          if (period.borderHubShareBps === null) continue;
          const border = period.hubs.filter((hub) => hub.isBorderHub);
          expect(sum(period.hubs.map((hub) => hub.shareBps))).toBe(10_000);
          expect(sum(border.map((hub) => hub.shareBps))).toBe(period.borderHubShareBps);
          for (const hub of period.hubs) {
            const off = BigInt(hub.shareBps) * period.wholeAmount - amountOf(hub, of) * 10_000n;
            expect(off < period.wholeAmount && -off < period.wholeAmount).toBe(true);
          }
        }
      }),
    );
  });

  it("months together are the total", () => {
    fc.assert(
      fc.property(rows, measure, (some, of) => {
        const [total] = shareOf(withKind(some), of, { by: "total" });
        const months = shareOf(withKind(some), of, { by: "month" });
        expect(months.reduce((all, period) => all + period.wholeAmount, 0n)).toBe(total?.wholeAmount);
        expect(months.reduce((all, period) => all + period.borderAmount, 0n)).toBe(total?.borderAmount);
      }),
    );
  });

  it("the order of the rows changes nothing", () => {
    fc.assert(
      fc.property(rows, measure, (some, of) => {
        const told = withKind(some);
        expect(shareOf([...told].reverse(), of, { by: "total" })).toEqual(shareOf(told, of, { by: "total" }));
      }),
    );
  });
});

describe("distance to the line", () => {
  it("is what may go elsewhere, or must come, for the line to be just reached", () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), fc.integer({ min: 1, max: 9_999 }), (border, rest, lineBps) => {
        const [b, whole] = [BigInt(border), BigInt(border + rest)];
        const isOver = (amount: bigint) => amount * 10_000n >= whole * BigInt(lineBps);
        const { isReached, spare, missing } = lineDistance(b, whole, lineBps);
        expect(isReached).toBe(isOver(b));
        expect(isOver(b - spare + missing)).toBe(true);
        expect(isOver(b - spare + missing - 1n)).toBe(false);
      }),
    );
  });
});

test("hubs stand by the measure that is asked, though their shares are equal as they are rounded", () => {
  const some = [
    row("CNCAN-AIR", 2, { weightGrams: 20_700 }),
    row("CNSZX-AIR", 1, { weightGrams: 21_700 }),
    row("CNYTN", 1, { weightGrams: 900_000_000 }),
  ];
  const order = (of: (typeof TRAFFIC_MEASURES)[number]) =>
    shareOf(some, of, { by: "total" })[0]?.hubs.map(({ hubId }) => hubId);
  expect(order("weight")).toEqual(["CNYTN", "CNSZX-AIR", "CNCAN-AIR"]);
  expect(order("orders")).toEqual(["CNCAN-AIR", "CNSZX-AIR", "CNYTN"]);
});
