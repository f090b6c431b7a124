import { describe, expect, it } from "vitest";
import {
  borderAbroad,
  countriesAvoided,
  crossingHandling,
  portDays,
  slowest,
  speedTable,
  travelTime,
  waitTime,
} from "./travel-time";
import { type Place, type Speed, SPEED_CODES } from "./place";

describe("borders abroad", () => {
  it.each([
    ["road", "BY", "PL", "customs"],
    ["rail", "BY", "PL", "gauge"],
    ["rail", "LA", "TH", "gauge"],
    ["road", "LA", "TH", "customs"],
    ["road", "KZ", "UZ", "customs"],
    ["rail", "KZ", "UZ", "customs"],
    ["road", "KZ", "RU", "none"],
    ["rail", "RU", "BY", "none"],
    ["road", "PL", "DE", "none"],
    ["road", "RU", "RU", "none"],
    ["road", "CN", "KZ", "none"],
    ["sea", "RU", "DE", "none"],
    ["air", "BY", "PL", "none"],
  ] as const)("by %s from %s to %s: %s", (mode, from, to, what) => {
    expect(borderAbroad(mode, [from, to])).toBe(what);
    expect(borderAbroad(mode, [to, from])).toBe(what);
  });

  it.each([
    ["air", "PL", ["BY", "RU"]],
    ["air", "DE", ["BY", "RU"]],
    ["air", "RU", []],
    ["air", "BY", []],
    ["air", "KZ", []],
    ["road", "PL", []],
    ["rail", "DE", []],
    ["sea", "DE", []],
  ] as const)("goods by %s of %s avoid %j", (mode, country, avoided) => {
    expect([...countriesAvoided(mode, country)]).toEqual(avoided);
  });
});

const VALUES = [600, 500, 700, 800, 1, 600, 2, 3];
const SPEEDS: Speed[] = SPEED_CODES.map((code, index) => ({
  code,
  value: VALUES[index] as number,
  source: "test",
  isEstimate: true,
}));
const table = speedTable(SPEEDS);
const ends = (a: string, b: string) => [{ country: a }, { country: b }] as unknown as [Place, Place];

describe("time on a leg, in hundredths of a day", () => {
  it.each([
    ["road", "CN", "CN", 600, 100],
    ["road", "VN", "VN", 600, 100],
    ["road", "CN", "KZ", 500, 100],
    ["road", "RU", "BY", 500, 100],
    ["road", "BY", "PL", 17, 53],
    ["road", "KZ", "UZ", 500, 150],
    ["road", "KZ", "RU", 500, 100],
    ["rail", "BY", "PL", 17, 102],
    ["rail", "KZ", "UZ", 800, 150],
    ["rail", "CN", "CN", 700, 100],
    ["rail", "CN", "KZ", 800, 100],
    ["rail", "RU", "RU", 800, 100],
    ["sea", "CN", "VN", 1200, 200],
    ["air", "CN", "RU", 9000, 350],
    ["air", "CN", "VN", 800, 304],
  ] as const)("%s from %s to %s over %i km takes %i", (mode, from, to, km, time) => {
    expect(travelTime({ mode, km }, ends(from, to), table)).toBe(time);
  });

  it("the border adds a gauge change by rail and a port at each end by sea", () => {
    expect((["road", "rail", "sea", "air"] as const).map((mode) => crossingHandling(mode, table))).toEqual([
      0, 100, 400, 0,
    ]);
  });

  it("a ship lies two days in each port, and a flight has the greater part of its handling before it", () => {
    const days = (["road", "rail", "sea", "air"] as const).map((mode) => portDays(mode, table));
    expect(days.map(({ before, after }) => [before, after])).toEqual([
      ...[
        [0, 0],
        [0, 0],
        [2, 2],
      ],
      [1.875, 1.125],
    ]);
  });

  it("a day's wait is a day, and the slow end of a range is a quarter more", () => {
    expect(waitTime(24)).toBe(100);
    expect(slowest(100)).toBe(125);
  });

  it("a missing speed is a fault", () => {
    expect(() => speedTable(SPEEDS.slice(1))).toThrow("road_trunk_km_per_day");
  });
});
