import { expect, test } from "vitest";
import { specExample } from "../services/inspection/spec-example";
import { roundPlan } from "./round-plan";
import { judge, resultsSchema } from "./results";

test.each([
  ["pre_shipment", "pending"],
  ["border_reinspection", "pending"],
  ["during_production", "pass"],
  ["initial_production", "pass"],
])("half of the goods at a visit of type %s: %s, since what is still being made is not short", (type, kind) => {
  const half = [{ line: 0, presented: 1_600, packed: 1_600 }];
  const results = resultsSchema.parse({ openedCartons: [3, 17, 40], unitsInspected: 125, quantities: half });
  expect(judge(roundPlan(specExample({ type }), "normal"), results).kind).toBe(kind);
});
