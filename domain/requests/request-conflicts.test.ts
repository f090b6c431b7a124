import { expect, test } from "vitest";
import { inspectionSpecSchema } from "../services/inspection/schema";
import { wireSpecExample } from "../services/inspection/spec-example";
import { conflictsAmong, faultsBeside } from "./request-conflicts";

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

const asked = (type: string, date: string, loadingDate?: string) =>
  ({
    service: "inspection",
    spec: inspectionSpecSchema.parse({ ...wireSpecExample, type, date, loadingDate }),
  }) as const;

// Fetched from Tuesday 1 to Wednesday 9 December.
test.each([
  ["pre_shipment", "2026-12-10", undefined, "date_after_pickup", "date"],
  ["pre_shipment", "2026-12-10", "2026-12-12", "date_after_pickup", "date"],
  ["initial_production", "2026-12-10", undefined, "date_after_pickup", "date"],
  ["during_production", "2026-12-10", undefined, "date_after_pickup", "date"],
  ["defect_sorting", "2026-12-10", undefined, "date_after_pickup", "date"],
  ["container_loading", "2026-12-10", undefined, "loading_after_pickup", "date"],
  ["container_loading", "2026-11-30", undefined, "loading_before_pickup", "isVisitEarly"],
  ["container_loading", "2026-11-30", "2026-11-30", "loading_before_pickup", undefined],
  ["container_loading", "2026-12-01", undefined, undefined, undefined],
  ["pre_shipment", "2026-12-09", undefined, "pickup_too_soon", undefined],
  ["pre_shipment", "2026-12-08", undefined, "pickup_too_soon", undefined],
  ["pre_shipment", "2026-12-07", undefined, undefined, undefined],
  ["pre_shipment", "2026-12-08", "2026-12-09", undefined, undefined],
  ["border_reinspection", "2026-12-10", undefined, undefined, undefined],
  ["factory_audit", "2026-12-10", undefined, undefined, undefined],
  ["lab_test", "2026-12-10", undefined, undefined, undefined],
])("%s on %s, loading on %s, is told %s, a fault at %s", (type, date, loadingDate, key, fault) => {
  const told = conflictsAmong([asked(type, date, loadingDate), haul("2026-12-09")]).get("inspection") ?? [];
  expect(told.map((one) => [one.key, one.fault?.path.join(".")])).toEqual(key === undefined ? [] : [[key, fault]]);
});

test("a loading that is watched before the pick-up by the request's own word is no fault", () => {
  const { service, spec } = asked("container_loading", "2026-11-30");
  const told = conflictsAmong([{ service, spec: { ...spec, isVisitEarly: true } }, haul("2026-12-09")]);
  expect(told.get("inspection")).toEqual([{ key: "loading_before_pickup", values: { firstPickUpDay: "2026-12-01" } }]);
});

test("of an inspection that is read no longer nothing is said", () => {
  expect(conflictsAmong([{ service: "inspection", spec: null }, haul("2026-12-09")]).get("inspection")).toEqual([]);
});

test.each([
  [
    "an inspection after the pick-up's last day",
    asked("pre_shipment", "2026-12-10"),
    [haul("2026-12-09")],
    "date_after_pickup",
    "date",
  ],
  ["a loading watched after it", loading, [haul("2026-12-09")], "loading_after_pickup", "date"],
  ["a haul that fetches before the inspection", haul("2026-12-09"), [loading], "pickup_before_inspection", "pickupTo"],
  ["a haul that fetches on that day", haul("2026-12-10"), [loading], undefined, undefined],
  [
    "a haul in the place of one that fetched too soon",
    haul("2026-12-10"),
    [loading, haul("2026-12-09")],
    undefined,
    undefined,
  ],
  ["what is mostly a slip", asked("pre_shipment", "2026-12-09"), [haul("2026-12-09")], undefined, undefined],
  [
    "another service beside the two",
    { service: "customs", spec: {} } as const,
    [loading, haul("2026-12-09")],
    undefined,
    undefined,
  ],
])("%s is at fault beside the others of its deal: %#", (_, request, others, code, path) => {
  const faults = faultsBeside(request, others).map((one) => [one.message, one.path.join(".")]);
  expect(faults).toEqual(code === undefined ? [] : [[`issue.${code}`, path]]);
});
