import fc from "fast-check";
import { expect, test } from "vitest";
import { hoursForChecks, manDaysMilliForHours, manDaysMilliForLoading, manDaysMilliForSorting } from "./man-days";

test.each([
  [0, 1000],
  [11, 1000],
  [11.01, 1500],
  [16, 1500],
  [16.01, 2000],
  [40, 2000],
])("%d hours on site are %d thousandths of a man-day", (hours, manDays) => {
  expect(manDaysMilliForHours(hours)).toBe(manDays);
});

test("500 checks fill one day of 11 hours", () => {
  expect(hoursForChecks(500)).toBe(11);
  expect(manDaysMilliForHours(hoursForChecks(500))).toBe(1000);
  expect(manDaysMilliForHours(hoursForChecks(501))).toBe(1500);
});

test.each([
  [1, 1000],
  [2, 1000],
  [3, 2000],
  [4, 2000],
  [5, 3000],
])("loading %d containers at once takes %d thousandths of a man-day", (containers, manDays) => {
  expect(manDaysMilliForLoading(containers)).toBe(manDays);
});

test.each([
  [1, 1000],
  [500, 1000],
  [501, 2000],
  [10_000, 20_000],
])("sorting with %d checks takes %d thousandths of a man-day", (checks, manDays) => {
  expect(manDaysMilliForSorting(checks)).toBe(manDays);
});

test("more hours never take less time", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
      expect(manDaysMilliForHours(Math.max(a, b))).toBeGreaterThanOrEqual(manDaysMilliForHours(Math.min(a, b)));
    }),
  );
});

test("negative hours are a fault", () => {
  expect(() => manDaysMilliForHours(-1)).toThrow();
});
