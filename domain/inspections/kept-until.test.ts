import { expect, test } from "vitest";
import { DAY_MS, later } from "../shared/instant";
import { type LocalDate, startOfDay } from "../shared/local-date";
import { keptUntil } from "./kept-until";

const DAY = "2026-03-10" as LocalDate;
const atStart = startOfDay(DAY);
const WEEK_MS = 7 * DAY_MS;

test("a visit's page is kept until the day after the planned one is over", () => {
  expect(keptUntil(DAY, atStart, WEEK_MS)).toBe(later(atStart, 2 * DAY_MS));
  expect(keptUntil(DAY, later(atStart, -3 * DAY_MS), WEEK_MS)).toBe(later(atStart, 2 * DAY_MS));
});

test("a visit that is late still has a day", () => {
  const late = later(atStart, 30 * DAY_MS);
  expect(keptUntil(DAY, late, WEEK_MS)).toBe(later(late, DAY_MS));
});

test("no copy outlives a sign-in that is not used", () => {
  const early = later(atStart, -40 * DAY_MS);
  expect(keptUntil(DAY, early, WEEK_MS)).toBe(later(early, WEEK_MS));
});
