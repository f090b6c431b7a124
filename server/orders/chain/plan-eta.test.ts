import { expect, test } from "vitest";
import type { Eta } from "@/domain/orders/chain/eta";
import { type Moving, turningStop } from "./plan-eta";

const COUNTRIES = { yiwu: "CN", urumqi: "CN", horgos: "CN", khorgos: "KZ", almaty: "KZ" };
const STOPS = Object.keys(COUNTRIES);
const WAY = {
  mode: "road",
  legs: STOPS.slice(1).map((toId, index) => ({ fromId: STOPS[index], toId })),
};
const STEPS = ["picked_up", "left_for_hub", "arrived_hub", "crossed_border", "arrived_destination"];
const BY_SEA = ["picked_up", "arrived_hub", "loaded", "departed", "arrived_port"];

/** Goods that were seen at these stops, by what was reported of them. */
function turning(seen: readonly string[], told: readonly string[], { steps = STEPS, passed = [] as string[] } = {}) {
  const moving = {
    known: { places: new Map(Object.entries(COUNTRIES).map(([id, country]) => [id, { country }])) },
    way: WAY,
    milestones: steps.map((code) => ({ code, occurredAt: told.includes(code) ? 1 : null })),
  } as unknown as Moving;
  const stops = STOPS.map((placeId) => ({
    ...{ placeId, isActual: seen.includes(placeId), isPassed: passed.includes(placeId) },
  }));
  const stop = turningStop(moving, { stops } as unknown as Eta);
  return stop === null ? null : STOPS[stop];
}

test.each<[string, string | null, Parameters<typeof turning>]>([
  ["not picked up turn at their start", "yiwu", [[], []]],
  ["loaded on a truck that has not left yet turn at their start", "yiwu", [["yiwu"], ["picked_up"]]],
  ["under way turn at the next place ahead", "urumqi", [["yiwu"], ["picked_up", "left_for_hub"]]],
  [
    "on a train, which leaves with the pick-up, turn at the next place ahead",
    "urumqi",
    [["yiwu"], ["picked_up"], { steps: STEPS.filter((code) => code !== "left_for_hub") }],
  ],
  [
    "at the border turn there",
    "horgos",
    [
      ["yiwu", "horgos"],
      ["picked_up", "left_for_hub", "arrived_hub"],
    ],
  ],
  [
    "that were called in to the border without a word turn there",
    "horgos",
    [["yiwu"], ["picked_up", "left_for_hub"], { passed: ["urumqi", "horgos"] }],
  ],
  [
    "across the border turn nowhere",
    null,
    [
      ["yiwu", "khorgos"],
      ["picked_up", "crossed_border"],
    ],
  ],
  ["gated in at a port turn there", "horgos", [["yiwu", "horgos"], ["picked_up", "arrived_hub"], { steps: BY_SEA }]],
  ["aboard turn nowhere", null, [["yiwu", "horgos"], ["picked_up", "arrived_hub", "loaded"], { steps: BY_SEA }]],
])("goods %s", (_, stop, given) => {
  expect(turning(...given)).toBe(stop);
});
