import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shipmentExample } from "../examples";
import { INSPECTION_TYPES, NAMED_TESTS, SAMPLED_TYPES } from "./choices";
import { inspection } from "./kind";
import { AQLS, LEVELS, SPECIAL_LEVELS } from "./sampling";
import { specExample } from "./spec-example";
import { manDaysMilli, planOf, testPlanOf, unitsToDraw, visitOf } from "./work";

const products = [
  { name: "Lamp", quantity: 2_000 },
  { name: "Shade", quantity: 1_200 },
];

describe("plans", () => {
  test("are drawn from the sum of the product lines as from a stated lot", () => {
    expect(planOf(specExample({ products, lotSize: undefined }))).toEqual(planOf(specExample()));
  });

  test.each([
    ["usual", { critical: 0, major: 2.5, minor: 4 }],
    ["high_value", { critical: 0, major: 1.5, minor: 2.5 }],
  ])("of the preset %s are those of its limits", (aqlPreset, aql) => {
    expect(planOf(specExample({ aql: undefined, aqlPreset }))).toEqual(planOf(specExample({ aql })));
  });

  test("go by one's own limits where both are given", () => {
    const aql = { critical: 0, major: 1, minor: 1 };
    expect(planOf(specExample({ aql, aqlPreset: "usual" }))).toEqual(planOf(specExample({ aql })));
  });
});

describe("named tests", () => {
  test("have the letter of their special level and the limit of major defects, arrows followed", () => {
    const specialTests = [
      { test: "carton_drop", level: "S-1" },
      { test: "rub", level: "S-2" },
      { test: "weight", level: "S-3" },
      { test: "other", text: "Glow wire", level: "S-4" },
    ];
    const rows = testPlanOf(specExample({ specialTests })).map((row) => [
      row.test,
      row.text,
      row.codeLetter,
      row.sampleSize,
      row.acceptanceNumber,
      row.rejectionNumber,
    ]);
    // 3,200 at S-1 to S-4 are C, D, E, G; at AQL 2.5 D leads up to C, E down to F.
    expect(rows).toEqual([
      ["carton_drop", null, "C", 5, 0, 1],
      ["rub", null, "C", 5, 0, 1],
      ["weight", null, "F", 20, 1, 2],
      ["other", "Glow wire", "G", 32, 2, 3],
    ]);
  });

  test("where no major defect is accepted draw the sample of their own letter, of which none may fail", () => {
    const rows = testPlanOf(
      specExample({ aql: { critical: 0, major: 0, minor: 4 }, specialTests: [{ test: "rub", level: "S-4" }] }),
    );
    expect(rows).toMatchObject([{ codeLetter: "G", sampleSize: 32, acceptanceNumber: 0, rejectionNumber: 1 }]);
  });

  test("have no plan before the lot has one", () => {
    const specialTests = [{ test: "rub", level: "S-1" }];
    for (const gap of ["lotSize", "level", "aql"])
      expect(testPlanOf(specExample({ specialTests, [gap]: undefined }))).toEqual([]);
  });
});

describe("a visit", () => {
  test.each([
    // 125 units; 105 minutes, half a minute a check, ten a test.
    [{}, 375, 0, 293],
    [{ checksPerUnit: 1 }, 125, 0, 168],
    [{ checksPerUnit: 6 }, 750, 0, 480],
    [{ checksPerUnit: 12 }, 1_500, 0, 855],
    [{ checksPerUnit: 20 }, 2_500, 0, 855],
    [{ checklist: [{ code: "colour" }] }, 375, 0, 293],
    [{ checklist: ["colour", "weight", "label", "carton"].map((code) => ({ code })) }, 500, 0, 355],
    [{ checklist: [{ code: "colour" }, { code: "weight" }], checksPerUnit: 1 }, 125, 0, 168],
    [{ checklist: [{ code: "colour" }, { text: "Cord", level: "S-1" }] }, 380, 0, 295],
    [{ checklist: [{ text: "Cord", level: "S-4" }] }, 407, 0, 309],
    [{ specialTests: [{ test: "carton_drop", level: "S-1" }] }, 375, 1, 303],
    [{ siteTests: ["carton_drop", "rub"] }, 375, 2, 313],
    [{ specialTests: [{ test: "rub", level: "S-1" }], siteTests: ["carton_drop", "rub"] }, 375, 2, 313],
    [{ type: "defect_sorting" }, 3_200, 0, 1_705],
    [{ type: "defect_sorting", checksPerUnit: 2 }, 6_400, 0, 3_305],
  ])("for %j is %d checks and %d tests in %d minutes", (changes, checks, tests, minutes) => {
    expect(visitOf(specExample(changes))).toEqual({ checks, tests, minutes });
  });

  test.each(["factory_audit", "container_loading", "lab_test"])("for %s counts nothing by units", (type) => {
    expect(visitOf(specExample({ type }))).toBeNull();
  });

  test("waits for its sample", () => {
    expect(visitOf(specExample({ level: undefined }))).toBeNull();
  });

  test("never grow fewer, nor the man-days, with one more point or test", () => {
    const point = fc.record({ level: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }) });
    const named = fc.record({ test: fc.constantFrom(...NAMED_TESTS), level: fc.constantFrom(...SPECIAL_LEVELS) });
    const asked = fc.record({
      lotSize: fc.integer({ min: 1, max: 1_000_000 }),
      level: fc.constantFrom(...LEVELS),
      checklist: fc.array(point, { maxLength: 10 }),
      specialTests: fc.array(named, { maxLength: 6 }),
      major: fc.constantFrom(0 as const, ...AQLS),
    });
    fc.assert(
      fc.property(asked, point, named, ({ major, ...some }, morePoint, moreTest) => {
        const work = {
          type: "pre_shipment" as const,
          ...some,
          aql: { critical: 0 as const, major, minor: 4 as const },
        };
        const more = {
          ...work,
          checklist: [...some.checklist, morePoint],
          specialTests: [...some.specialTests, moreTest],
        };
        expect(visitOf(more)?.minutes).toBeGreaterThan(visitOf(work)?.minutes ?? 0);
        expect(manDaysMilli(more)).toBeGreaterThanOrEqual(manDaysMilli(work) ?? 0);
        expect(visitOf(work)?.checks).toBeGreaterThanOrEqual(unitsToDraw(planOf(work)));
      }),
    );
  });
});

describe("figures", () => {
  const figuresOf = (changes: object) => inspection.figures(specExample(changes), shipmentExample());
  const keysOf = (changes: object) => figuresOf(changes).map(({ key }) => key);

  test("of a sampled request are its plan, units, checks, hours, man-days and tests", () => {
    expect(keysOf({ labTests: 2 })).toEqual([
      "sampling_plan",
      "units_to_draw",
      "checks_in_all",
      "hours_on_site",
      "man_days",
      "lab_tests",
      "man_day_rule",
    ]);
  });

  test("give hours whole, rounded up", () => {
    const hours = (checksPerUnit: number) =>
      figuresOf({ checksPerUnit }).find(({ key }) => key === "hours_on_site")?.value;
    expect(hours(6)).toEqual({ kind: "duration", minutes: 480 });
    expect(hours(1)).toEqual({ kind: "duration", minutes: 180 });
  });

  test.each([
    [{}, { code: "man_day_rule.sampled", values: { checks: 375, tests: 0, minutes: 293, fixed: 105, perDay: 480 } }],
    [{ type: "defect_sorting" }, { code: "man_day_rule.sorting", values: { checks: 3_200, minutes: 1_705 } }],
    [{ type: "container_loading" }, { code: "man_day_rule.container_loading" }],
    [{ type: "factory_audit" }, { code: "man_day_rule.factory_audit" }],
    [{ type: "lab_test" }, undefined],
    [{ level: undefined }, undefined],
  ])("of %j say how its man-days were planned", (changes, rule) => {
    const told = figuresOf(changes).find(({ key }) => key === "man_day_rule")?.value;
    if (rule) expect(told).toMatchObject({ kind: "note", ...rule });
    else expect(told).toBeUndefined();
  });

  test("say the lot where it follows from product lines", () => {
    const [, lot] = figuresOf({ products, lotSize: undefined });
    expect(lot).toEqual({ key: "lot_size", value: { kind: "count", count: 3_200 } });
  });

  test("say where every unit is checked, and only there", () => {
    expect(keysOf({ lotSize: 5 })).toContain("full_check");
    expect(keysOf({ lotSize: 200 })).not.toContain("full_check");
  });

  test.each(INSPECTION_TYPES.filter((type) => !SAMPLED_TYPES.includes(type)))(
    "of %s say why no sample is drawn",
    (type) => {
      expect(figuresOf({ type })[0]).toEqual({
        key: "sampling_plan",
        value: { kind: "note", code: `no_sample.${type}` },
      });
    },
  );

  test.each([
    // Wednesday to Friday are two working days; a weekend counts none.
    ["2026-11-18", "2026-11-20", null],
    ["2026-11-19", "2026-11-20", 1],
    ["2026-11-20", "2026-11-20", 0],
    ["2026-11-20", "2026-11-23", 1],
    ["2026-11-20", "2026-11-24", null],
    // When goods are ready is no day of loading.
    ["2026-11-18", undefined, null],
  ])("for %s with loading on %s warn of %s working days", (date, loadingDate, days) => {
    const warning = figuresOf({ date, loadingDate }).find(({ key }) => key === "before_loading")?.value;
    if (days === null) expect(warning).toBeUndefined();
    else expect(warning).toMatchObject({ code: "loading_too_soon", isWarning: true, values: { days, min: 2 } });
  });

  test("warn of no loading where the inspection is of the loading, the factory, or after the border", () => {
    for (const type of ["container_loading", "factory_audit", "lab_test", "border_reinspection"])
      expect(keysOf({ type, date: "2026-11-20", loadingDate: "2026-11-20" })).not.toContain("before_loading");
  });
});

describe("what a bid is priced by", () => {
  const quantitiesOf = (changes: object) => inspection.quantities(specExample(changes), shipmentExample());

  test("counts a weekend's man-days into the total where the day asked for is one, else only if it comes to that", () => {
    expect(quantitiesOf({ date: "2026-11-20" })).toMatchObject({ weekend_man_day: "contingent" });
    for (const date of ["2026-11-21", "2026-11-22"])
      expect(quantitiesOf({ date, checksPerUnit: 7 })).toMatchObject({ man_day: 1500, weekend_man_day: 1500 });
  });

  test.each(INSPECTION_TYPES)("keeps a re-inspection of %s priced and out of the total", (type) => {
    expect(quantitiesOf({ type })).toMatchObject({ reinspection: "contingent", hour: "contingent" });
  });
});
