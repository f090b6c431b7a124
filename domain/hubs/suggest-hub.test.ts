import { describe, expect, it, test } from "vitest";
import { aheadOf, bestOther, suggestHub as suggestOf } from "./suggest-hub";
import type { Way } from "./place";

const way = (hubId: string, days: number, distanceKm: number): Way => ({
  hubId,
  mode: "road",
  legs: [],
  distanceKm,
  days: { min: days, max: days * 1.25 },
  borderWait: null,
  isEstimate: true,
});

const suggestHub = (ways: readonly Way[]) => suggestOf(ways, ways);

describe("the suggested hub", () => {
  it("is the fastest by days, with the days it is ahead of the next hub", () => {
    expect(
      suggestHub([way("horgos", 12.34, 5463), way("horgos", 12.32, 9000), way("alashankou", 12.27, 5560)]),
    ).toEqual({
      hubId: "alashankou",
      reason: { code: "fastest_by_days", daysAhead: 0.05, nextHubId: "horgos" },
    });
  });

  it("with equal days is the one with the shorter way", () => {
    expect(suggestHub([way("a", 5, 900), way("b", 5, 800)])).toEqual({
      hubId: "b",
      reason: { code: "shortest_distance", kmAhead: 100, nextHubId: "a" },
    });
  });

  it("with equal days and kilometres is the first by id, and says that they are equal", () => {
    expect(suggestHub([way("b", 5, 800), way("a", 5, 800)])).toEqual({
      hubId: "a",
      reason: { code: "equal_to_next", nextHubId: "b" },
    });
  });

  it("less than an hour ahead is the one with the shorter way, or about the same", () => {
    expect(suggestHub([way("a", 5, 800), way("b", 5.04, 900)])).toEqual({
      hubId: "a",
      reason: { code: "shortest_distance", kmAhead: 100, nextHubId: "b" },
    });
    expect(suggestHub([way("a", 5, 900), way("b", 5.04, 800)])).toEqual({
      hubId: "a",
      reason: { code: "about_the_same", nextHubId: "b" },
    });
  });

  it("says when there is no other way, or no other hub", () => {
    expect(suggestHub([way("a", 5, 800)])).toEqual({ hubId: "a", reason: { code: "only_way" } });
    expect(suggestHub([way("a", 5, 800), way("a", 6, 900)])).toEqual({ hubId: "a", reason: { code: "only_hub" } });
  });

  it("is not called the only one where ways through others are left out", () => {
    const [near, far] = [way("a", 5, 800), way("b", 9, 2_100)];
    expect(suggestOf([near], [near, far])).toEqual({ hubId: "a", reason: { code: "others_left_out" } });
    expect(suggestOf([near, way("a", 6, 900)], [near, far])?.reason).toEqual({ code: "others_left_out" });
    expect(suggestOf([near], [near, way("a", 6, 900)])?.reason).toEqual({ code: "only_way" });
  });

  it.each([
    [0.05, "hours", 1],
    [0.77, "hours", 18.5],
    [1.26, "days", 1.3],
  ] as const)("%d days ahead is told in %s", (daysAhead, unit, figure) => {
    expect(aheadOf({ code: "fastest_by_days", daysAhead, nextHubId: "a" })).toEqual({ unit, figure });
    expect(aheadOf({ code: "equal_to_next", nextHubId: "a" }).figure).toBe(0);
  });

  it("is nothing where there is no way", () => {
    expect(suggestHub([])).toBeNull();
  });
});

const wayTo = (hubId: string, days: number, distanceKm: number): Way => ({
  ...{ hubId, mode: "road", legs: [], distanceKm, days: { min: days, max: days * 1.25 } },
  ...{ borderWait: null, isEstimate: false },
});
const WAYS = [
  wayTo("horgos", 4.25, 1_182),
  wayTo("alashankou", 4.54, 1_273),
  wayTo("alashankou", 6, 1_000),
  wayTo("horgos", 9, 900),
];

test.each([
  ["slower and longer", WAYS[0] as Way, { hubId: "alashankou", daysMore: 0.29, kmMore: 91 }],
  ["faster and shorter than the chosen one", WAYS[1] as Way, { hubId: "horgos", daysMore: -0.29, kmMore: -91 }],
] as const)("the best other hub is %s by its best way", (_, chosen, other) => {
  expect(bestOther(chosen, WAYS)).toEqual(other);
  expect(bestOther(chosen, [...WAYS].reverse())).toEqual(other);
});

test("where every way goes through the hub there is no other", () => {
  expect(bestOther(WAYS[0] as Way, [WAYS[0] as Way, WAYS[3] as Way])).toBeNull();
});
