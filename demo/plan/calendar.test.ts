import { expect, test } from "vitest";
import { dayOf, HOUR_MS, type Instant, instant, type LocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import {
  backToMidday,
  byDesk,
  deskTime,
  firstLockOf,
  lastRatesDay,
  nextBankDay,
  onBankDay,
  planStarts,
  ratesEnteredAt,
} from "./calendar";
import { isBankDay, isHoliday } from "./holidays";
import { randomFrom } from "./random";

const hourOf = (at: Instant): number => (at - startOfDay(dayOf(at))) / HOUR_MS;
const MIDNIGHT = startOfDay(dayOf(instant(Date.parse("2026-11-28T04:00:00Z"))));
/** Every quarter of an hour of a day in China. */
const PRESENTS = Array.from({ length: 96 }, (_, quarter) => instant(MIDNIGHT + (quarter * HOUR_MS) / 4));
const HOURS = Array.from({ length: 1_200 }, (_, at) => (at - 900) / 4);

test.each(PRESENTS)(
  "from the present %d on, what is told lies in office hours, in its order, past and ahead apart",
  (now) => {
    const told = HOURS.map((hours) => deskTime(now, hours));
    for (const [at, one] of told.entries()) {
      expect(hourOf(one)).toBeGreaterThanOrEqual(8);
      expect(hourOf(one)).toBeLessThanOrEqual(18);
      if (at > 0) expect(one).toBeGreaterThan(told[at - 1] as number);
      const hours = HOURS[at] as number;
      if (hours < 0) expect(one).toBeLessThanOrEqual(now);
      // The rates of the day are out by then.
      if (hours < 0) expect(one).toBeGreaterThan(ratesEnteredAt(dayOf(one)));
      if (hours > 0) expect(one).toBeGreaterThan(now);
      expect(Math.abs(one - (now + hours * HOUR_MS))).toBeLessThan(24 * HOUR_MS);
    }
  },
);

test.each(PRESENTS)("from the present %d on, a story can be moved to midday of one of its days", (now) => {
  for (const hours of [-24, -66.5, -417.6]) {
    const back = backToMidday(now, hours);
    expect(hourOf(deskTime(now, hours, back))).toBeCloseTo(13.75, 3);
    expect(back).toBeGreaterThanOrEqual(0);
    expect(back).toBeLessThan(24 * HOUR_MS);
  }
});

test("what banks do at a weekend or in a holiday is done on the last bank day before it, in its order", () => {
  const at = (text: string) => instant(Date.parse(`${text}+08:00`));
  const floor = { from: at("2026-01-01T00:00") };
  // A Wednesday between two bank days stays as it is.
  expect(onBankDay(at("2026-11-25T11:00"), floor)).toBe(at("2026-11-25T11:00"));
  const weekend = ["2026-11-27T17:00", "2026-11-28T10:00", "2026-11-29T09:00", "2026-11-29T17:00"].map(at);
  const moved = weekend.map((one) => onBankDay(one, floor));
  expect(moved).toEqual([...moved].sort((a, b) => a - b));
  expect(new Set(moved).size).toBe(4);
  expect(moved.map((one) => dayOf(one))).toEqual(Array(4).fill("2026-11-27"));
  // Nothing comes before what it rests on.
  const after = at("2026-11-27T15:00");
  expect(onBankDay(at("2026-11-28T10:00"), { from: after })).toBeGreaterThan(after);
  const sunday = at("2026-11-29T10:00");
  expect(onBankDay(sunday, { from: at("2026-11-28T09:00") })).toBe(sunday);
  expect(onBankDay(sunday, { ...floor, restsMost: 1 })).toBe(sunday);
});

// By hand: of the Spring Festival of 2027 banks are open until 4 February, of May Day until 30 April, of the National Day until 30 September.
test.each([
  ["2027-02-10", "2027-02-04"],
  ["2027-02-11", "2027-02-04"],
  ["2027-05-03", "2027-04-30"],
  ["2027-10-05", "2027-09-30"],
  ["2027-10-07", "2027-09-30"],
  ["2028-01-31", "2028-01-24"],
  ["2026-11-25", "2026-11-25"],
  ["2026-11-29", "2026-11-27"],
])(
  "on %s the second rate of a story is locked on %s, once the first has ended, and both while banks are open",
  (day, lastBankDay) => {
    for (const hour of [9, 11, 14, 17, 21]) {
      const now = instant(startOfDay(day as LocalDate) + hour * HOUR_MS);
      const of = { now, first: -144, second: -3, earliest: -249.6 };
      const first = firstLockOf(of);
      expect(first).not.toBeNull();
      const banks = { from: deskTime(now, of.earliest) };
      const [firstAt, secondAt] = [first as number, of.second].map((hours) =>
        onBankDay(deskTime(now, hours), banks),
      ) as [Instant, Instant];
      // What lies three hours before the morning was done the evening before.
      if (hour > 11) expect(dayOf(secondAt)).toBe(lastBankDay);
      expect([firstAt, secondAt].map((at) => isBankDay(dayOf(at)))).toEqual([true, true]);
      expect(secondAt).toBeGreaterThanOrEqual(nextBankDay(firstAt));
      expect(firstAt).toBeGreaterThanOrEqual(banks.from);
    }
  },
);

test.each([
  ["2026-10-07T15:00:00+08:00", "2026-09-30"],
  ["2026-10-08T06:30:00+08:00", "2026-09-30"],
  ["2026-11-29T15:00:00+08:00", "2026-11-29"],
])("a desk that has to be ready by %s is so on %s: in a holiday it rests", (by, ready) => {
  const at = instant(Date.parse(by));
  expect(dayOf(byDesk(at))).toBe(ready);
  expect(byDesk(at)).toBeLessThanOrEqual(at);
});

test("where banks rest longer than a story reaches back there is no time for its first rate", () => {
  const now = instant(Date.parse("2028-01-31T12:00:00+08:00"));
  expect(firstLockOf({ now, first: -144, second: -3, earliest: -213.6 })).toBeNull();
});

test("no deal of a year begins in a holiday of China", () => {
  const starts = planStarts(randomFrom(7), instant(Date.parse("2026-11-30T04:00:00Z")), 700);
  expect(starts.length).toBeGreaterThan(600);
  expect(starts.filter(({ at }) => isHoliday(dayOf(at)))).toEqual([]);
});

test("the rates of a day are entered between 09:15 and 09:30, and those of the day before hold until then", () => {
  for (const back of Array.from({ length: 30 }, (_, days) => days)) {
    const day = dayOf(instant(MIDNIGHT - back * 24 * HOUR_MS));
    const at = ratesEnteredAt(day);
    expect(hourOf(at)).toBeGreaterThanOrEqual(9.25);
    expect(hourOf(at)).toBeLessThan(9.5);
    expect([dayOf(at), lastRatesDay(at)]).toEqual([day, day]);
    expect(lastRatesDay(instant(at - 1))).toBe(dayOf(instant(at - 24 * HOUR_MS)));
  }
});
