import { expect, test } from "vitest";
import { instant, type LocalDate, toIso } from "@/domain/shared/time";
import { hasPassed, leavingIn, leavingOn } from "./departure";

// 24 November 2026, 18:00 in Beijing.
const NOW = instant(Date.UTC(2026, 10, 24, 10));

test.each([
  ["2026-11-30", "2026-11-29T16:00:00.000Z", 11],
  ["2026-12-10", "2026-12-09T16:00:00.000Z", 12],
  ["2026-11-24", toIso(NOW), 11],
  ["2026-10-01", toIso(NOW), 10],
] as const)("goods that are ready on %s leave at %s", (day, departsAt, month) => {
  const leaving = leavingOn(day as LocalDate, NOW);
  expect([toIso(leaving.departsAt), leaving.month]).toEqual([departsAt, month]);
});

test.each([
  [11, toIso(NOW)],
  [12, "2026-11-30T16:00:00.000Z"],
  [2, "2027-01-31T16:00:00.000Z"],
  [10, "2027-09-30T16:00:00.000Z"],
] as const)("a way planned for month %d leaves at %s", (month, departsAt) => {
  const leaving = leavingIn(month, NOW);
  expect([toIso(leaving.departsAt), leaving.month]).toEqual([departsAt, month]);
});

test("the month that runs is that of the market's zone", () => {
  const late = instant(Date.UTC(2026, 10, 30, 17));
  expect(leavingIn(12, late).departsAt).toBe(late);
});

test.each([
  ["2026-11-23", true],
  ["2026-11-24", false],
  ["2026-11-25", false],
] as const)("that %s has passed is %s", (day, isPast) => {
  expect(hasPassed(day as LocalDate, NOW)).toBe(isPast);
});
