import { describe, expect, test } from "vitest";
import { shipmentExample } from "../examples";
import { INSPECTION_TYPES } from "./choices";
import { inspection } from "./kind";
import { inspectionSpecSchema } from "./schema";
import type { InspectionSpec } from "./spec";
import { manDaysMilli, planOf } from "./work";

const wire = {
  type: "pre_shipment",
  factoryAddress: "88 Chouzhou Road, Yiwu",
  date: "2026-11-18",
  standard: "iso-2859-1",
  level: "II",
  aql: { critical: 0, major: 2.5, minor: 4 },
  lotSize: 3_200,
  severity: "normal",
};
const spec = (changes: object = {}): InspectionSpec => inspectionSpecSchema.parse({ ...wire, ...changes });
const messages = (changes: object) =>
  inspection.checkSpec(spec(changes), shipmentExample()).map((issue) => issue.message);

describe("an inspection request", () => {
  test("with type, address, date, level, limits and lot size is complete", () => {
    expect(messages({})).toEqual([]);
  });

  test.each([
    [{ type: "elephant" }],
    [{ standard: "mil-std-105e" }],
    [{ level: "IV" }],
    [{ aql: { critical: 0, major: 3, minor: 4 } }],
    [{ aql: { critical: 0, major: "2.5", minor: 4 } }],
    [{ aql: { critical: 0, major: 2.5 } }],
    [{ lotSize: 0 }],
    [{ lotSize: 10.5 }],
    [{ severity: "reduced" }],
    [{ factoryAddress: "" }],
    [{ date: "2026-02-30" }],
    [{ colour: "red" }],
  ])("with %j is refused", (change) => {
    expect(inspectionSpecSchema.safeParse({ ...wire, ...change }).success).toBe(false);
  });

  test.each(["initial_production", "during_production", "pre_shipment", "border_reinspection"])(
    "of type %s needs lot size, level and limits",
    (type) => {
      const nothing = { type, lotSize: undefined, level: undefined, aql: undefined };
      expect(messages(nothing)).toEqual(["issue.lot_size_missing", "issue.level_missing", "issue.aql_missing"]);
    },
  );

  test("that sorts defects needs its lot size only", () => {
    const sorting = { type: "defect_sorting", level: undefined, aql: undefined };
    expect(messages(sorting)).toEqual([]);
    expect(messages({ ...sorting, lotSize: undefined })).toEqual(["issue.lot_size_missing"]);
  });

  test.each(["container_loading", "factory_audit", "lab_test"])("of type %s draws no sample", (type) => {
    const bare = { type, lotSize: undefined, level: undefined, aql: undefined };
    expect(messages(bare)).toEqual([]);
    expect(inspection.answerFields(spec({ type }), shipmentExample())).toMatchObject({ samplingPlan: [] });
  });

  test("has its second date after the first", () => {
    expect(messages({ alternativeDate: "2026-11-19" })).toEqual([]);
    expect(messages({ alternativeDate: "2026-11-18" })).toEqual(["issue.alternative_date_not_later"]);
  });

  test("before shipment waits until 80 percent are packed", () => {
    expect(messages({ packedPercent: 80 })).toEqual([]);
    expect(messages({ packedPercent: 79 })).toEqual(["issue.packed_too_little"]);
    expect(messages({ packedPercent: 10, type: "during_production" })).toEqual([]);
  });
});

describe("the work of an inspection", () => {
  test("answers the sampling plan of its lot", () => {
    const { samplingPlan } = inspection.answerFields(spec(), shipmentExample());
    expect(samplingPlan).toEqual([
      { defectClass: "critical", codeLetter: "K", sampleSize: 125, acceptanceNumber: 0, rejectionNumber: 1 },
      { defectClass: "major", codeLetter: "K", sampleSize: 125, acceptanceNumber: 7, rejectionNumber: 8 },
      { defectClass: "minor", codeLetter: "K", sampleSize: 125, acceptanceNumber: 10, rejectionNumber: 11 },
    ]);
  });

  test.each(["lotSize", "level", "aql"])("answers no sampling plan while its %s is missing", (member) => {
    expect(planOf(spec({ [member]: undefined }))).toEqual([]);
  });

  test("is normal by default and tightened on wish", () => {
    const rowsFor = (severity?: string) => inspection.answerFields(spec({ severity }), shipmentExample()).samplingPlan;
    expect(rowsFor(undefined)).toEqual(rowsFor("normal"));
    expect(rowsFor("tightened")).not.toEqual(rowsFor("normal"));
  });

  test.each([
    [{}, 1000],
    [{ checksPerUnit: 6 }, 1000],
    [{ checksPerUnit: 7 }, 1500],
    [{ checksPerUnit: 12 }, 2000],
    [{ type: "factory_audit" }, 1000],
    [{ type: "container_loading", containers: 3 }, 2000],
    [{ type: "container_loading" }, 1000],
    [{ type: "defect_sorting" }, 4000],
    [{ type: "defect_sorting", checksPerUnit: 2 }, 7000],
    [{ type: "lab_test" }, null],
  ])("%j takes %s thousandths of a man-day", (changes, expected) => {
    expect(manDaysMilli(spec(changes))).toBe(expected);
  });

  test("counts man-days, visit and report into the total; tests only when they are asked for", () => {
    const of = (changes: object) => inspection.quantities(spec(changes), shipmentExample());
    expect(of({ checksPerUnit: 7 })).toMatchObject({ man_day: 1500, visit: 1000, report: 1000, test: "contingent" });
    expect(of({ labTests: 3 })).toMatchObject({ test: 3000 });
    expect(of({ type: "lab_test" })).toMatchObject({ test: 1000, man_day: "contingent", visit: "contingent" });
    expect(of({})).toMatchObject({ hour: "contingent", truck: null, payout: null });
  });

  test.each(INSPECTION_TYPES)("of type %s suggests the lines it is priced by", (type) => {
    const codes = inspection.suggestedCharges(spec({ type }), shipmentExample()).map((line) => line.code);
    expect(codes).toEqual(type === "lab_test" ? ["LAB", "RPT"] : ["MND", "TRV", "RPT", "MND"]);
  });
});
