import { expect, test } from "vitest";
import { samplingNotation } from "./sampling-notation";

test.each([
  [{ level: "II", aqlPreset: "usual" }, "GL II · AQL 0 / 2.5 / 4.0"],
  [{ level: "I", aqlPreset: "high_value" }, "GL I · AQL 0 / 1.5 / 2.5"],
  [{ level: "S-3", aqlPreset: "usual", aql: { critical: 0, major: 0.65, minor: 10 } }, "S-3 · AQL 0 / 0.65 / 10.0"],
  [{ level: "II" }, null],
  [{ aqlPreset: "usual" }, null],
  [{ type: "container_loading", level: "II", aqlPreset: "usual" }, null],
  [{ type: "lab_test", level: "II", aqlPreset: "usual" }, null],
  [{ type: "during_production", level: "II", aqlPreset: "usual" }, "GL II · AQL 0 / 2.5 / 4.0"],
] as const)("%j is written %j", (spec, notation) => {
  expect(samplingNotation({ type: "pre_shipment", ...spec })).toBe(notation);
});
