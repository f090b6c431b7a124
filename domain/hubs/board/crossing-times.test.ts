import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, instant, later } from "@/domain/shared/time";
import type { HubState } from "./board";
import { crossingTimes, type OwnCrossing, percentile, reconcile } from "./crossing-times";

const START = instant(Date.UTC(2026, 9, 1));
const day = (count: number) => later(START, count * DAY_MS);
const hours = (count: number) => count * HOUR_MS;

/** A count of the board that stands for so many hours: 240 a day, ten an hour. */
const counted = (asOf: number, waitHours: number): HubState => ({
  ...{ hubId: "suifenhe", mode: "road", backlog: waitHours * 10, throughputPerDay: 240, capacityPerDay: null },
  ...{ opensAt: null, shutsAt: null, asOf: day(asOf), source: "watch" },
});
const crossing = (arrivedOn: number, tookHours: number): OwnCrossing => ({
  arrivedAt: day(arrivedOn),
  tookMs: hours(tookHours),
});
/** One a day from that day on. */
const daily = (from: number, took: readonly number[]) => took.map((hour, at) => crossing(from + at, hour));
const weekly = (waitHours: number) => [0, 7, 14, 21, 28].map((at) => counted(at, waitHours));

const AGE = { maxAgeDays: 7, zone: "Asia/Shanghai" };

describe("the board beside own crossings", () => {
  // The first to be compared comes after five that have ended: by hand, of 24 h each, the sixth and later.
  test("agrees where they are within half of each other, and is planned by", () => {
    expect(reconcile(daily(1, Array(12).fill(20)), weekly(14), AGE)).toEqual({
      ...{ n: 7, boardMs: hours(14), ownMs: hours(20), boardOffMs: hours(6), ownOffMs: 0 },
      ...{ isApart: false, plannedBy: "board" },
    });
  });

  test.each([
    [21, false],
    [21.1, true],
    [9.4, false],
    [9.3, true],
  ])("of 14 h is apart from crossings of %d h: %s", (took, isApart) => {
    expect(reconcile(daily(1, Array(12).fill(took)), weekly(14), AGE)?.isApart).toBe(isApart);
  });

  test("gives way where they are apart and the own crossings told better what was waited", () => {
    // Suifenhe: the board says 14 h, goods took about a week.
    const took = [160, 170, 158, 165, 172, 161, 166, 163, 169, 164, 162, 168, 165, 167];
    const found = reconcile(
      took.map((hour, at) => crossing(at * 2, hour)),
      weekly(14),
      AGE,
    );
    // By day 16 five of the first had crossed; from then on came 169, 164, 162, 168, 165 and 167.
    expect(found).toMatchObject({ n: 6, boardMs: hours(14), ownMs: hours(165), isApart: true, plannedBy: "orders" });
    expect(found?.boardOffMs).toBe(hours(151));
    expect(found?.ownOffMs).toBeLessThan(hours(8));
  });

  test("is not apart where it was right of each arrival, though its middle lies on another side of a night", () => {
    const counts = [0, 6, 7, 8, 9, 10].map((at) => counted(at, at < 9 ? 8 : 20));
    const found = reconcile(daily(1, [10, 10, 10, 10, 10, 9, 9, 13, 19, 19]), counts, AGE);
    expect(found).toMatchObject({ n: 5, boardMs: hours(8), ownMs: hours(13), boardOffMs: hours(1), isApart: false });
  });

  test("stays where it told better, however far apart the middles are", () => {
    // Crossings take 10, 50 and 90 h by turns, and the board follows them at three fifths: off by 4, 20 and 36, the middle one by 40, 0 and 40.
    const took = Array.from({ length: 24 }, (_, at) => 10 + (at % 3) * 40);
    const states = took.map((hour, at) => counted(at + 1, hour * 0.6));
    expect(reconcile(daily(1, took), states, AGE)).toMatchObject({
      ...{ boardOffMs: hours(20), ownOffMs: hours(40), isApart: true, plannedBy: "board" },
    });
  });

  test.each([
    ["no count", daily(1, Array(20).fill(20)), []],
    ["counts that came later", daily(1, Array(20).fill(20)), [counted(40, 14)]],
    ["counts that were too old", daily(20, Array(20).fill(20)), [counted(0, 14)]],
    ["too few crossings", daily(1, Array(9).fill(20)), weekly(14)],
  ])("says nothing of %s", (_, crossings, states) => {
    expect(reconcile(crossings, states, AGE)).toBeNull();
  });

  test("counts a crossing for what is known only when it has ended", () => {
    // Nine came on nine days, and none had crossed before the last of them came.
    expect(reconcile(daily(1, Array(9).fill(24 * 30)), weekly(14), AGE)).toBeNull();
  });

  test("reads counts and crossings in any order", () => {
    const took = [...daily(1, [20, 30, 25, 22, 40, 31, 28, 26, 24, 36, 33])];
    const states = [counted(0, 12), counted(3, 40), counted(8, 22)];
    expect(reconcile([...took].reverse(), [...states].reverse(), AGE)).toEqual(reconcile(took, states, AGE));
  });
});

describe("the market's own crossings", () => {
  test("of fewer than five are told to nobody", () => {
    expect(crossingTimes([1, 2, 3, 4])).toBeNull();
    expect(crossingTimes([1, 2, 3, 4, 5])?.n).toBe(5);
  });

  test("are told by the time that half of them and nine in ten do not exceed", () => {
    const hours = [30, 12, 50, 24, 40, 18, 96, 36, 60, 48].map((hour) => hour * HOUR_MS);
    expect(crossingTimes(hours)).toEqual({ n: 10, p50Ms: 36 * HOUR_MS, p90Ms: 60 * HOUR_MS });
  });

  test.each([
    [50, [1, 2, 3, 4, 5], 3],
    [90, [1, 2, 3, 4, 5], 5],
    [100, [1, 2], 2],
    [1, [7, 8, 9], 7],
  ])("%d percent of %j", (percent, sorted, value) => {
    expect(percentile(sorted, percent)).toBe(value);
  });
});
