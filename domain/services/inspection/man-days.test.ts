import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  inspectorsForOneDay,
  manDaysMilliForLoading,
  manDaysMilliForMinutes,
  manDaysMilliForSorting,
  MINUTES_PER_MAN_DAY,
  minutesOnSite,
} from "./man-days";

describe("minutes on site", () => {
  test.each([
    // 105 + units × t + own checks × 0.5 + tests × 10, by hand.
    ["nothing to look at", { units: 0, checksPerUnit: 3, tests: 0 }, 105],
    ["80 T-shirts, 1.5 minutes each, and a rub test", { units: 80, checksPerUnit: 3, tests: 1 }, 235],
    ["125 pairs of shoes", { units: 125, checksPerUnit: 3, tests: 0 }, 293],
    ["200 toys and two tests", { units: 200, checksPerUnit: 3, tests: 2 }, 425],
    ["315 bolts, half a minute each", { units: 315, checksPerUnit: 1, tests: 0 }, 263],
    ["125 kettles, three minutes each, and two tests", { units: 125, checksPerUnit: 6, tests: 2 }, 500],
    ["8 machines, six minutes each", { units: 8, checksPerUnit: 12, tests: 0 }, 153],
    ["8 machines however much is checked", { units: 8, checksPerUnit: 50, tests: 0 }, 153],
    ["125 units with 13 of their own for a measure", { units: 125, checksPerUnit: 3, ownChecks: 13, tests: 0 }, 299],
    ["500 garments", { units: 500, checksPerUnit: 3, tests: 0 }, 855],
  ])("for %s %j are %d", (_, work, minutes) => {
    expect(minutesOnSite(work)).toBe(minutes);
  });

  test("of negative work are a fault", () => {
    expect(() => minutesOnSite({ units: -1, checksPerUnit: 1, tests: 0 })).toThrow();
  });

  test("never grow fewer with more units, checks or tests", () => {
    const some = fc.record({
      units: fc.nat(3_000),
      checksPerUnit: fc.integer({ min: 1, max: 50 }),
      ownChecks: fc.nat(500),
      tests: fc.nat(9),
    });
    fc.assert(
      fc.property(some, some, (work, more) => {
        const both = {
          units: work.units + more.units,
          checksPerUnit: Math.max(work.checksPerUnit, more.checksPerUnit),
          ownChecks: work.ownChecks + more.ownChecks,
          tests: work.tests + more.tests,
        };
        expect(minutesOnSite(both)).toBeGreaterThanOrEqual(minutesOnSite(work));
      }),
    );
  });
});

describe("man-days", () => {
  test.each([
    [0, 1000],
    [235, 1000],
    [480, 1000],
    [481, 1500],
    [720, 1500],
    [721, 2000],
    [855, 2000],
    [961, 2500],
    [2_040, 4500],
  ])("of %d minutes are %d thousandths", (minutes, manDays) => {
    expect(manDaysMilliForMinutes(minutes)).toBe(manDays);
  });

  test.each([
    [105, 1000],
    [480, 1000],
    [481, 2000],
    [1_705, 4000],
  ])("of sorting for %d minutes are %d thousandths: whole ones", (minutes, manDays) => {
    expect(manDaysMilliForSorting(minutes)).toBe(manDays);
  });

  test.each([
    [1, 1000],
    [2, 1000],
    [3, 2000],
    [4, 2000],
    [5, 3000],
  ])("of loading %d containers at once are %d thousandths", (containers, manDays) => {
    expect(manDaysMilliForLoading(containers)).toBe(manDays);
  });

  test.each([
    ["halves", 500, manDaysMilliForMinutes],
    ["whole ones", 1000, manDaysMilliForSorting],
  ])(
    "in %s hold the minutes and the hours that are shown, and one step less would not, but for the least",
    (_, step, of) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => {
          const manDays = of(minutes);
          const hours = Math.ceil(minutes / 60);
          const room = (milli: number) => (milli * MINUTES_PER_MAN_DAY) / 1000;
          expect(room(manDays)).toBeGreaterThanOrEqual(minutes);
          expect(room(manDays) / 60).toBeGreaterThanOrEqual(hours);
          expect(manDays % step).toBe(0);
          if (manDays > 1000) expect(room(manDays - step)).toBeLessThan(minutes);
        }),
      );
    },
  );

  test.each([
    [1000, 1],
    [1500, 2],
    [2000, 2],
    [2500, 3],
  ])("of %d thousandths are done in a day by %d", (manDays, inspectors) => {
    expect(inspectorsForOneDay(manDays)).toBe(inspectors);
  });
});
