import { expect, test } from "vitest";
import { inspectionSpecSchema } from "../services/inspection/schema";
import { wireSpecExample } from "../services/inspection/spec-example";
import { conflictsAmong } from "./request-conflicts";

const loading = {
  service: "inspection",
  spec: inspectionSpecSchema.parse({ ...wireSpecExample, type: "container_loading", date: "2026-12-10" }),
} as const;
const haul = (pickupTo: string) => ({ service: "logistics", spec: { pickupFrom: "2026-12-01", pickupTo } }) as const;

test.each([
  ["by the day before", [loading, haul("2026-12-09")], ["loading_after_pickup"]],
  ["by that day", [loading, haul("2026-12-10")], []],
  ["until that night in the market's zone", [loading, haul("2026-12-09T17:00:00Z")], []],
  ["by nobody who is asked", [loading], []],
  ["by a haul that is read no longer", [loading, { service: "logistics", spec: null }], []],
] as const)(
  "a loading that is watched on 10 December does not go with goods that are fetched %s: %#",
  (_, requests, keys) => {
    expect((conflictsAmong(requests).get("inspection") ?? []).map(({ key }) => key)).toEqual(keys);
  },
);

test("of an inspection that is read no longer nothing is said", () => {
  expect(conflictsAmong([{ service: "inspection", spec: null }, haul("2026-12-09")]).get("inspection")).toEqual([]);
});
