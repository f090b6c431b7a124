import { describe, expect, it } from "vitest";
import { areAboutAsFast, hubIdOf, hubsOf, monthlyWaits, type Place, shownTime } from "./place";
import fc from "fast-check";

const place = (id: string, part: Partial<Place>): Place => {
  const base: Place = {
    id,
    unlocode: null,
    nameEn: id,
    nameZh: id,
    country: "CN",
    role: "origin",
    isBorderHub: false,
    hubGroup: null,
    hubId: null,
    lat: 0,
    lon: 0,
    modes: ["road"],
    zone: "Asia/Shanghai",
    source: "test",
    ...part,
  };
  return { ...base, hubId: hubIdOf(base) };
};

const station = place("CNPIN", {
  nameEn: "Pingxiang (railway station)",
  nameZh: "凭祥（铁路）",
  role: "border hub",
  isBorderHub: true,
  hubGroup: "pingxiang",
});
const pass = place("CNYYG", { nameEn: "Youyiguan", role: "border hub", isBorderHub: true, hubGroup: "pingxiang" });
const port = place("CNYTN", { nameEn: "Yantian port", role: "sea gateway" });
const airport = place("CNCAN-AIR", { nameEn: "Baiyun airport", role: "air gateway" });

describe("hubs among places", () => {
  it("all places of one border group are one hub, named by its town", () => {
    expect(hubsOf([pass, station])).toEqual([
      {
        id: "pingxiang",
        nameEn: "Pingxiang",
        nameZh: "凭祥",
        kind: "border",
        isBorderHub: true,
        placeIds: ["CNPIN", "CNYYG"],
      },
    ]);
  });

  it("sea and air gateways are hubs of their own, with the place's id, and no border hubs", () => {
    const hubs = hubsOf([port, airport]);
    expect(hubs.map(({ id, kind, isBorderHub }) => [id, kind, isBorderHub])).toEqual([
      ["CNCAN-AIR", "air", false],
      ["CNYTN", "sea", false],
    ]);
  });

  it.each(["counterpart", "origin", "destination", "destination port"] as const)("a %s is no hub", (role) => {
    expect(hubsOf([place("X", { role, hubGroup: "pingxiang" })])).toEqual([]);
  });

  it("the order of the places does not change the hubs", () => {
    const places = [station, pass, port, airport];
    expect(hubsOf([...places].reverse())).toEqual(hubsOf(places));
  });
});

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
