import { expect, it } from "vitest";
import { areAboutAsFast, shownTime } from "./way";

it.each([
  [0, 0, "hours", 0.5, 0.5],
  [0.01, 0.01, "hours", 0.5, 0.5],
  [0.1, 0.13, "hours", 2.5, 3],
  [0.53, 0.66, "hours", 12.5, 16],
  [0.99, 1.24, "hours", 24, 30],
  [1, 1.25, "days", 1, 1.3],
  [3.04, 3.04, "days", 3, 3],
  [10.03, 12.54, "days", 10, 12.5],
] as const)("%d to %d days are told in %s: %d to %d", (min, max, unit, least, most) => {
  expect(shownTime({ min, max })).toEqual({ unit, min: least, max: most });
});

it.each([
  [0, true],
  [0.04, true],
  [-0.04, true],
  [0.05, false],
  [-1, false],
])("ways %d days apart are about as fast: %s", (days, areSo) => {
  expect(areAboutAsFast(days)).toBe(areSo);
});
