import { expect, test } from "vitest";
import { specExample } from "../services/inspection/spec-example";
import { roundPlan } from "./round-plan";
import { judge, packedPercentOf } from "./results/results";
import { resultsSchema } from "./results/results-schema";

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

const plan = roundPlan(specExample(), "normal");
const found = (changes: object = {}) => resultsSchema.parse(changes);

test("what is packed is a percentage once every line is counted, and none before", () => {
  const two = { ...plan, lines: [plan.lines[0], { name: "Spare parts", ordered: 800 }].flatMap((line) => line ?? []) };
  const first = { line: 0, presented: 3_200, packed: 3_200 };
  expect(packedPercentOf(two, found())).toBeNull();
  expect(packedPercentOf(two, found({ quantities: [first] }))).toBeNull();
  const unpacked = { line: 1, presented: 800, packed: 0 };
  expect(packedPercentOf(two, found({ quantities: [first, unpacked] }))).toBe(80);
  // What is packed beyond the order of one line makes up for none of the other.
  const beyond = { line: 0, presented: 9_000, packed: 9_000 };
  expect(packedPercentOf(two, found({ quantities: [beyond, unpacked] }))).toBe(80);
});
