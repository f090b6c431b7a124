import { describe, expect, it } from "vitest";
import { chooseWays, goesBack, modesLeftOut, waysToOffer } from "./choose-ways";
import { crowKm, type Mode, type Way, type WayLeg } from "./place";

const legOf = (fromId: string, toId: string): WayLeg => ({
  ...{ fromId, toId, mode: "road", km: 1, days: { min: 1, max: 1 } },
  ...{ source: "test", isEstimate: false },
});

/** A way through these places, named by its hub. */
const way = (hubId: string, mode: Mode, days: number, stops: readonly string[] = ["start", "end"]): Way => ({
  ...{ hubId, mode, distanceKm: 1, days: { min: days, max: days }, borderWait: null, isEstimate: false },
  legs: stops.slice(1).map((toId, at) => legOf(stops[at] as string, toId)),
});
const names = (ways: readonly Way[]) => ways.map(({ hubId, mode }) => `${hubId} ${mode}`);

const RANKED = [
  way("pudong", "air", 3),
  way("baiyun", "air", 3.1),
  way("xinzheng", "air", 3.2),
  way("horgos", "road", 10),
  way("horgos", "rail", 11),
  way("alashankou", "road", 12),
];

describe("the ways that are chosen", () => {
  it.each([
    [1, ["pudong air"]],
    [2, ["pudong air", "horgos road"]],
    [3, ["pudong air", "horgos road", "horgos rail"]],
    [4, ["pudong air", "baiyun air", "horgos road", "horgos rail"]],
    [9, ["pudong air", "baiyun air", "xinzheng air", "horgos road", "horgos rail", "alashankou road"]],
  ])("of %i show each mode before second ports, in the order of days: %j", (k, shown) => {
    expect(names(chooseWays(RANKED, k))).toEqual(shown);
  });
});

/** Places on the equator, by their longitude: a degree is 111 km. */
const places = new Map(
  Object.entries({ start: 0, behind: -2, farBehind: -4, midway: 5, end: 10, past: 12, farPast: 14 }).map(
    ([id, lon]) => [id, { lat: 0, lon, country: id === "start" ? "CN" : "RU" }] as const,
  ),
);

describe("a way that goes back", () => {
  it("knows how far places are apart", () => {
    expect(crowKm({ lat: 0, lon: 0 }, { lat: 0, lon: 90 })).toBeCloseTo(10_008, 0);
    expect(crowKm({ lat: 31.2333, lon: 121.4833 }, { lat: 43.25, lon: 76.95 })).toBeCloseTo(4_136, -2);
  });

  it.each([
    [["start", "midway", "end"], false],
    [["start", "behind", "end"], false],
    [["start", "past", "end"], false],
    [["start", "farBehind", "end"], true],
    [["start", "midway", "farPast", "end"], true],
    [["end", "farPast", "start"], true],
    [["start", "end"], false],
  ])("by %j is one: %s", (stops, isOne) => {
    expect(goesBack(way("hub", "road", 1, stops), places)).toBe(isOne);
  });

  it("is not offered beside one that does not, and is where there is no other", () => {
    const back = ["start", "farBehind", "end"];
    const ways = [way("near", "road", 1), way("far", "road", 2, back), way("port", "rail", 3, back)];
    expect(names(waysToOffer(ways, places, 9))).toEqual(["near road"]);
    expect(names(waysToOffer(ways.slice(1), places, 9))).toEqual(["far road", "port rail"]);
  });
});

describe("a port or an airport", () => {
  /** A flight between start and end, which are 1,113 km apart, with so many kilometres on land. */
  const flight = (hubId: string, days: number, km: number): Way => {
    const [ashore, aboard] = way(hubId, "air", days, ["start", "midway", "end"]).legs as [WayLeg, WayLeg];
    return {
      ...way(hubId, "air", days),
      legs: [
        { ...ashore, km },
        { ...aboard, mode: "air", km: 5_000 },
      ],
    };
  };
  it.each([
    [
      [40, 500, 540],
      ["a air", "b air", "c air"],
    ],
    [
      [40, 541, 30],
      ["a air", "c air"],
    ],
    [
      [40, 540, 41],
      ["a air", "b air", "c air"],
    ],
    [
      [1_300, 1_400, 1_500],
      ["a air", "b air"],
    ],
  ])("with %j km on land: offered are %j", ([a = 0, b = 0, c = 0], offered) => {
    const flights = [flight("a", 1, a), flight("b", 2, b), flight("c", 3, c)];
    expect(names(waysToOffer(flights, places, 9))).toEqual(offered);
  });

  it("is named with its mode where no way of that mode is offered, with why", () => {
    const back = way("behind", "rail", 3, ["start", "farBehind", "end"]);
    const truck = way("near", "road", 2);
    const round = { ...flight("a", 1, 2_000), mode: "sea" as const };
    const sea = {
      ...round,
      legs: round.legs.map((leg) => (leg.mode === "air" ? { ...leg, mode: "sea" as const } : leg)),
    };
    const leftOut = [
      { mode: "rail", why: "goes_back" },
      { mode: "sea", why: "drives_round" },
      { mode: "air", why: "drives_round" },
    ];
    expect(modesLeftOut([flight("a", 1, 2_000), truck, back, sea], places)).toEqual(leftOut);
    // A mode of which one way is offered is not left out, and where there is nothing else all are offered.
    expect(modesLeftOut([flight("a", 1, 2_000), flight("b", 2, 40), truck], places)).toEqual([]);
    expect(modesLeftOut([flight("a", 1, 2_000), back], places)).toEqual([]);
  });
});
