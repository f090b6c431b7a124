import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, type LocalDate, monthOf, startOfDay } from "../shared/local-date";
import {
  addMonths,
  daysThatCame,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  partsOfPeriod,
  periodBefore,
  readPeriod,
  yearBefore,
} from "./traffic-period";

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
        const { whole, partial } = partsOfPeriod({ from, to }, today);
        const spans = partial.map((part) => [part.from, part.before]);
        for (const month of whole ? monthsBetween(whole.first, whole.last) : [])
          spans.push([startOfDay(firstDayOf(month)), startOfDay(addDays(lastDayOf(month), 1))]);
        spans.sort(([a = 0], [b = 0]) => a - b);
        expect(spans[0]?.[0]).toBe(startOfDay(from));
        for (const [index, span] of spans.slice(1).entries()) expect(span[0]).toBe(spans[index]?.[1]);
        const end = to >= today ? lastDayOf(monthOf(to)) : to;
        expect(spans.at(-1)?.[1]).toBe(startOfDay(addDays(end, 1)));
        expect(partial.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("begin at midnight of the market's zone, not of UTC", () => {
    const { partial } = partsOfPeriod(period("2026-08-27", "2026-09-30"), day("2026-11-24"));
    expect(
      partial.map((part) => [part.month, new Date(part.from).toISOString(), new Date(part.before).toISOString()]),
    ).toEqual([["2026-08", "2026-08-26T16:00:00.000Z", "2026-08-31T16:00:00.000Z"]]);
  });

  it("take the running month whole when the period ends today", () => {
    expect(partsOfPeriod(period("2026-11-01", "2026-11-24"), day("2026-11-24"))).toEqual({
      whole: { first: "2026-11", last: "2026-11" },
      partial: [],
    });
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
  ["2026-10-31", "2026-10-31"],
  ["2026-11-30", "2026-11-24"],
])("Of a period that ends on %s the days to %s have come by the 24th of November.", (to, shown) => {
  expect(daysThatCame(period("2026-10-01", to), day("2026-11-24"))).toEqual(period("2026-10-01", shown));
});
