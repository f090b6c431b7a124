import { expect, test } from "vitest";
import type { LocalDate } from "../shared/time";
import { leaveDayOf } from "./leave-day";

const READY = "2026-12-07" as LocalDate;
const haul = (spec: object | null) => [
  { service: "customs", spec: { pickupFrom: "2026-12-31" } } as const,
  { service: "logistics", spec } as const,
];

test.each([
  ["the ready date where the pick-up begins then", haul({ pickupFrom: "2026-12-07" }), "2026-12-07"],
  ["a pick-up that was moved to a later day", haul({ pickupFrom: "2026-12-10" }), "2026-12-10"],
  [
    "that day in the market's zone of a pick-up by the hour",
    haul({ pickupFrom: "2026-12-09T17:00:00Z" }),
    "2026-12-10",
  ],
  ["the ready date where the pick-up begins sooner", haul({ pickupFrom: "2026-12-01" }), "2026-12-07"],
  ["the ready date where the haul is read no longer", haul(null), "2026-12-07"],
  ["the ready date where nobody is asked to carry", [], "2026-12-07"],
])("goods leave on %s", (_, requests, day) => {
  expect(leaveDayOf(READY, requests)).toBe(day);
});
