import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  daysFigure,
  daysSpan,
  instant,
  type LocalDate,
  parseIso,
  parseLocalDate,
  toIso,
} from "./time";
import { isoIn, parseWallClock, startOfDay, wallClock } from "./zones";
import { translator } from "@/server/platform/translate";

test.each([
  ["2026-11-24T15:59:59.999Z", "Asia/Shanghai", "2026-11-24"],
  ["2026-11-24T16:00:00.000Z", "Asia/Shanghai", "2026-11-25"],
  ["2026-11-24T18:59:59.000Z", "Asia/Almaty", "2026-11-24"],
  ["2026-11-24T19:00:00.000Z", "Asia/Almaty", "2026-11-25"],
])("%s in %s is the day %s", (iso, zone, day) => {
  expect(dayOf(parseIso(iso) ?? instant(0), zone)).toBe(day);
});

test.each(["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", "today", ""])("%s is no day", (text) => {
  expect(parseLocalDate(text)).toBeNull();
});

test("a day is read where the calendar has it, and nowhere else", () => {
  const digits = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), digits(13), digits(32), (year, month, day) => {
      const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      const isDay =
        month >= 1 && month <= 12 && day >= 1 && day <= new Temporal.PlainYearMonth(year, month).daysInMonth;
      expect(parseLocalDate(text)).toBe(isDay ? text : null);
    }),
    { numRuns: 2000 },
  );
});

test("a wall clock is read in its own zone: Almaty is at +05:00 since March 2024", () => {
  expect(toIso(parseWallClock("2026-11-24T18:00", "Asia/Almaty") ?? instant(0))).toBe("2026-11-24T13:00:00.000Z");
  expect(toIso(parseWallClock("2024-02-01T18:00", "Asia/Almaty") ?? instant(0))).toBe("2024-02-01T12:00:00.000Z");
  expect(parseWallClock("2026-11-24 18:00", "Asia/Almaty")).toBeNull();
});

test.each(["2026-11-24", "2026-11-24T10:00", "24 Nov 2026", "2026-11-24T10:00:00", "2026-99-99T10:00:00Z"])(
  "%s is no instant",
  (text) => {
    expect(parseIso(text)).toBeNull();
  },
);

test("the market's shortcut for its own zone agrees with the time zone database", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) }), (ms) => {
      const byTable = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(ms);
      expect(dayOf(instant(ms))).toBe(byTable);
      const day = dayOf(instant(ms));
      expect(startOfDay(day) <= ms && ms < startOfDay(addDays(day, 1))).toBe(true);
    }),
  );
});

test("days between two days count what adding them took", () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      const from = "2026-11-24" as LocalDate;
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});

test.each([
  ["Asia/Almaty", "2026-11-24T07:00"],
  ["Asia/Shanghai", "2026-11-24T10:00"],
  ["America/New_York", "2026-11-23T21:00"],
])("a wall clock that is written in %s is read back as the same minute", (zone, written) => {
  const at = instant(Date.parse("2026-11-24T02:00:59Z"));
  expect(wallClock(at, zone)).toBe(written);
  expect(parseWallClock(written, zone)).toBe(Date.parse("2026-11-24T02:00:00Z"));
});

const SPANS = [
  [1, 1],
  [3, 3],
  [2, 3],
] as const;

test.each([
  ["en", "bidding.own.days", ["1 day", "3 days", "2 to 3 days"]],
  ["en", "award.cell.days", ["1 day", "3 days", "2–3 days"]],
  ["en", "orders.box.days", ["1 day", "3 days", "2 to 3 days"]],
  ["en", "service-logistics.plan.daysRange", ["1 day", "3 days", "2 to 3 days"]],
  ["zh-CN", "bidding.own.days", ["1 天", "3 天", "2 至 3 天"]],
  ["zh-CN", "award.cell.days", ["1 天", "3 天", "2–3 天"]],
  ["zh-CN", "orders.box.days", ["1 天", "3 天", "2 至 3 天"]],
  ["zh-CN", "service-logistics.plan.daysRange", ["1 天", "3 天", "2 至 3 天"]],
])("in %s %s says one number of days once", (locale, key, said) => {
  expect(SPANS.map(([min, max]) => translator(locale)(key, daysSpan({ min, max })))).toEqual(said);
});

test.each([
  ["en", "hubs.way.days", ["1 day", "3 days", "2 to 3 days"]],
  ["en", "hubs.way.hours", ["1 hour", "3 hours", "2 to 3 hours"]],
  ["zh-CN", "hubs.way.hours", ["1 小时", "3 小时", "2 至 3 小时"]],
  ["zh-CN", "hubs.way.days", ["1 天", "3 天", "2 至 3 天"]],
])("in %s %s says it of figures as they are written, too", (locale, key, said) => {
  expect(SPANS.map(([min, max]) => translator(locale)(key, daysSpan({ min: `${min}`, max: `${max}` })))).toEqual(said);
});

test.each([
  ["en", ["1 day, valid until noon.", "3 days, valid until noon.", "2 to 3 days, valid until noon."]],
  ["zh-CN", ["1 天，有效期至 noon。", "3 天，有效期至 noon。", "2 至 3 天，有效期至 noon。"]],
])("in %s a bid that is checked says its days as they were typed", (locale, said) => {
  const words = ([min, max]: readonly [number, number]) =>
    translator(locale)("bidding.form.daysAndValidity", {
      ...daysSpan({ min: `${min}`, max: `${max}` }),
      until: "noon",
    });
  expect(SPANS.map(words)).toEqual(said);
});

test("a promise of at most so many days says so", () => {
  expect(translator("en")("orders.box.days", daysSpan({ min: 0, max: 2 }))).toBe("up to 2 days");
  expect(SPANS.map(([min, max]) => daysFigure({ min, max }))).toEqual(["1", "3", "2–3"]);
});

test("a time is written as Date writes it, also before 1970, at the ends of days and far away", () => {
  const times = [0, -1, 1, -86_400_000, 86_399_999, 1_767_225_599_999, 253_402_300_800_000, -62_198_755_200_001];
  for (let at = -2_000_000_000_000; at < 4_000_000_000_000; at += 700_000_000_123) times.push(at);
  for (const at of times) expect(toIso(instant(at))).toBe(new Date(at).toISOString());
  for (let day = 0; day < 5_000; day++) {
    const at = instant(day * 86_400_000 + day);
    expect(toIso(at)).toBe(new Date(at).toISOString());
  }
  expect(() => toIso(Number.NaN as never)).toThrow(RangeError);
});

test("a time is written by the clock of a zone with its offset", () => {
  const at = instant(Date.parse("2026-11-24T10:00:00Z"));
  expect(isoIn(at, "Asia/Shanghai")).toBe("2026-11-24T18:00:00+08:00");
  expect(isoIn(at, "Asia/Almaty")).toBe("2026-11-24T15:00:00+05:00");
});
