import { expect, test } from "vitest";
import { HOUR_MS, type Instant, instant } from "@/domain/shared/instant";
import { dayOf, startOfDay } from "@/domain/shared/local-date";
import { backToMidday, deskTime, onBankDay } from "./calendar";

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
      if (hours > 0) expect(one).toBeGreaterThan(now);
      expect(Math.abs(one - (now + hours * HOUR_MS))).toBeLessThan(24 * HOUR_MS);
    }
  },
);

test.each(PRESENTS)("from the present %d on, a story can be moved to midday of one of its days", (now) => {
  for (const hours of [-24, -66.5, -417.6]) {
    const back = backToMidday(now, hours);
    expect(hourOf(deskTime(now, hours, back))).toBeCloseTo(13, 3);
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
