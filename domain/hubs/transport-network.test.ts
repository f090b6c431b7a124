import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthlyWaits } from "./transport-network";

const HORGOS = [50, 110, 40, 40, 48, 40, 36, 40, 60, 80, 60, 50];

describe("waits by month", () => {
  it("a month's wait is the hub's mean, shaped by the season's month over the season's mean", () => {
    expect(monthlyWaits(54, HORGOS)[1]).toBe(109);
    expect(monthlyWaits(27, HORGOS)[1]).toBe(54.5);
  });

  it("without a season every month waits the mean", () => {
    expect(monthlyWaits(24, null)).toEqual(Array(12).fill(24));
  });

  it("the year keeps the hub's mean, whatever the season", () => {
    const figure = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(figure, fc.array(figure, { minLength: 12, maxLength: 12 }), (mean, season) => {
        const waits = monthlyWaits(mean, season);
        expect(waits.reduce((all, hours) => all + hours, 0) / 12).toBeCloseTo(mean, 0);
      }),
    );
  });

  it("a season of other than twelve months is a fault", () => {
    expect(() => monthlyWaits(24, [1, 2, 3])).toThrow();
  });
});
