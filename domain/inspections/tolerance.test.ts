import { expect, test } from "vitest";
import { specExample } from "../services/inspection/spec-example";
import { roundPlan } from "./round-plan";
import { judge } from "./results/results";
import { resultsSchema } from "./results/results-schema";
import { isOutsideTolerance, limitsOf } from "./tolerance";

test.each([
  ["≤ 13 %", { least: null, most: 13, unit: "%" }],
  ["≥ 10.00 kg", { least: 10, most: null, unit: "kg" }],
  ["8–12 %", { least: 8, most: 12, unit: "%" }],
  ["≤ −18 °C", { least: null, most: -18, unit: "°c" }],
  ["3.5–4.9", { least: 3.5, most: 4.9, unit: null }],
  ["18 mm ± 2 %", { least: 17.64, most: 18.36, unit: "mm" }],
  ["12 ± 2 %", { least: 10, most: 14, unit: null }],
  ["± 0.3 mm", null],
  ["as the sealed sample", null],
])("a tolerance of %s allows %j", (tolerance, limits) => {
  expect(limitsOf(tolerance)).toEqual(limits);
});

test.each([
  ["17.20 mm", "18 ± 0.3 mm", true],
  ["17.72–18.24 mm", "18 ± 0.3 mm", false],
  ["17.72-18.31 mm", "18 ± 0.3 mm", true],
  ["17.7 mm", "18 ± 0.3 mm", false],
  ["18.3 mm", "18 mm ± 0.3 mm", false],
  ["13.1 %", "≤ 13 %", true],
  ["8.4–12.6 %", "≤ 13 %", false],
  ["−22.5 … −18.3 °C", "≤ −18 °C", false],
  ["−17.5 °C", "≤ −18 °C", true],
  ["7.4 %", "8–12 %", true],
  ["29.5–30.4 Ne", "Ne 30 ± 2 %", false],
  ["9 针/3 cm · stitches per 3 cm", "≥ 10 针/3 cm", true],
  // Another unit is not compared, nor is what nothing is said of.
  ["1.72 cm", "18 ± 0.3 mm", false],
  ["17.20 mm", "± 0.3 mm", false],
  ["17.20 mm", undefined, false],
  ["4 级 · Grade 4", "≥ 3.5 N/mm", false],
  ["as approved", "≤ 13 %", false],
])("a reading of %s with a tolerance of %s lies outside it: %s", (measured, tolerance, isOutside) => {
  expect(isOutsideTolerance(measured, tolerance)).toBe(isOutside);
});

const PLAN = roundPlan(
  specExample({
    checklist: [
      { code: "dimensions", tolerance: "18 ± 0.3 mm" },
      { code: "moisture", tolerance: "8–12 %", isCritical: true },
    ],
  }),
  "normal",
);

test.each([
  ["within both", "17.9 mm", "9.1 %", "pass", [], []],
  ["a board too thin", "17.20 mm", "9.1 %", "pending", [], ["point_outside"]],
  ["boards too wet, which is critical", "17.9 mm", "14.2 %", "fail", ["critical_point_outside"], []],
])("a point that is passed with a reading of %s is judged by the reading", (_, thick, wet, kind, fails, pending) => {
  const checklist = [thick, wet].map((measured, point) => ({ point, outcome: "pass", measured }));
  const quantities = [{ line: 0, presented: 3_200, packed: 3_200 }];
  const made = judge(PLAN, resultsSchema.parse({ quantities, unitsInspected: 125, checklist }));
  expect(made.kind).toBe(kind);
  expect(made.fails.map((reason) => reason.kind)).toEqual(fails);
  expect(made.pending.map((reason) => reason.kind)).toEqual(pending);
});
