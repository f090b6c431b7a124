import { describe, expect, test } from "vitest";
import { INSPECTION_TYPES } from "../services/inspection/choices";
import { specExample } from "../services/inspection/spec-example";
import { instant, MINUTE_MS } from "../shared/time";
import { roundPlan } from "./round-plan";
import { leastVisitOf, visitGapsOf } from "./visit-rules";

const CAME = instant(Date.parse("2026-11-24T02:00:00Z"));
const minutes = (count: number) => instant(CAME + count * MINUTE_MS);
const planOf = (changes: object = {}) => roundPlan(specExample(changes), "normal");
const AT = { latE6: 29_300_000, lonE6: 120_070_000 };
const showing = (...subjects: string[]) => subjects.map((about) => ({ about, position: null }));
const LOADED = ["empty_container", "half_loaded", "fully_loaded", "doors_sealed"];

/** Of a container loading: an hour, four pictures and a place. */
const LOADING = planOf({ type: "container_loading" });
const whole = { checkedInAt: CAME, checkedOutAt: minutes(60), position: AT, photos: showing(...LOADED) };
const gaps = (changes: object = {}, plan = LOADING) => visitGapsOf(plan, { ...whole, ...changes }, minutes(600));

describe("a visit", () => {
  test("with its minutes, its place and its photos lacks nothing", () => {
    expect(gaps()).toEqual([]);
  });

  test("that was left a minute early lacks minutes; until it is left they run", () => {
    expect(gaps({ checkedOutAt: minutes(59) })).toEqual([{ kind: "minutes", has: 59, needs: 60 }]);
    expect(gaps({ checkedOutAt: null })).toEqual([]);
    expect(visitGapsOf(LOADING, { ...whole, checkedOutAt: null }, minutes(5))).toEqual([
      { kind: "minutes", has: 5, needs: 60 },
    ]);
  });

  test.each(LOADED)("without a photo of %s lacks it", (subject) => {
    const photos = showing(...LOADED.filter((one) => one !== subject), "loading");
    expect(gaps({ photos })).toEqual([{ kind: "photo", subject }]);
  });

  test.each([
    ["during_production", ["product", "factory", "measuring"], ["packing", "marks"]],
    ["pre_shipment", ["product", "packing", "marks", "measuring"], ["factory"]],
    ["container_loading", LOADED, ["loading"]],
    ["lab_test", ["product"], ["marks"]],
    ["factory_audit", ["factory"], ["product"]],
  ] as const)("of type %s lacks photos that its buyer wants until they are taken", (type, shown, photosWanted) => {
    const plan = planOf({ type, photosWanted });
    const photosLacking = (...subjects: readonly string[]) =>
      gaps({ checkedOutAt: null, photos: showing(...subjects) }, plan);
    expect(photosLacking(...shown)).toEqual(photosWanted.map((subject) => ({ kind: "photo", subject })));
    expect(photosLacking(...shown, ...photosWanted)).toEqual([]);
  });

  test("lacks no photo that its type never gets to see, nor one of defects where none were found", () => {
    expect(gaps({}, planOf({ type: "container_loading", photosWanted: ["packing"] }))).toEqual([]);
    const plan = planOf({ type: "container_loading" });
    const wanting = { ...plan, photosWanted: ["defects"] as const };
    const found = (...codes: string[]) => ({ results: { defects: codes.map((code) => ({ code })) } });
    expect(gaps(found(), wanting)).toEqual([]);
    expect(gaps(found("dent"), wanting)).toEqual([{ kind: "photo", subject: "defects" }]);
    expect(gaps({ ...found("dent"), photos: showing(...LOADED, "dent") }, wanting)).toEqual([]);
    expect(gaps({ ...found("dent"), photos: showing(...LOADED, "defects") }, wanting)).toEqual([]);
  });

  test("has its place from the check-in or from a photo", () => {
    expect(gaps({ position: null })).toEqual([{ kind: "position" }]);
    expect(gaps({ position: null, photos: [...whole.photos, { about: null, position: AT }] })).toEqual([]);
  });

  test("of a laboratory needs nobody on site", () => {
    const plan = planOf({ type: "lab_test" });
    expect(gaps({ checkedOutAt: CAME, position: null, photos: showing("product") }, plan)).toEqual([]);
  });

  test("that has not begun, or began before the rules, lacks nothing", () => {
    const before = instant(Date.parse("2025-12-31T02:00:00Z"));
    expect(gaps({ checkedInAt: null })).toEqual([]);
    expect(gaps({ checkedInAt: before, checkedOutAt: before, position: null, photos: [] })).toEqual([]);
  });
});

test.each([
  // Half of the planned minutes, of 480 at the most; by type 45, 60 or 120 at the least.
  ["125 units of three checks", {}, 147],
  ["125 units of one check and a test", { checksPerUnit: 1, specialTests: [{ test: "moisture", level: "S-2" }] }, 89],
  ["5 units of one check", { lotSize: 8, checksPerUnit: 1 }, 54],
  ["500 units, which inspectors share", { lotSize: 100_000 }, 240],
  ["sorting", { type: "defect_sorting" }, 240],
  ["a factory audit", { type: "factory_audit" }, 120],
])("a visit for %s takes at least so many minutes", (_, changes, least) => {
  expect(leastVisitOf(planOf(changes), CAME)?.minutes).toBe(least);
});

test("a round whose plan was kept without minutes takes as many as the quickest goods", () => {
  const { plannedMinutes: _, ...older } = planOf();
  expect(leastVisitOf(older, CAME)?.minutes).toBe(84);
});

test("every type of visit has its photos, and its minutes where somebody is on site", () => {
  for (const type of INSPECTION_TYPES) {
    const least = leastVisitOf(planOf({ type }), CAME);
    expect(least?.photos.length, type).toBeGreaterThan(0);
    expect((least?.minutes ?? 0) >= 45, type).toBe(type !== "lab_test");
  }
});
