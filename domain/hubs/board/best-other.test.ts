import { expect, test } from "vitest";
import type { Way } from "@/domain/hubs/way";
import { bestOther } from "./best-other";

const way = (hubId: string, days: number, distanceKm: number): Way => ({
  ...{ hubId, mode: "road", legs: [], distanceKm, days: { min: days, max: days * 1.25 } },
  ...{ borderWait: null, isEstimate: false },
});
const WAYS = [
  way("horgos", 4.25, 1_182),
  way("alashankou", 4.54, 1_273),
  way("alashankou", 6, 1_000),
  way("horgos", 9, 900),
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
