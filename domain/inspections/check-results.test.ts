import { expect, test } from "vitest";
import { specExample } from "../services/inspection/spec-example";
import { checkResults } from "./check-results";
import { judge } from "./results/results";
import { resultsSchema } from "./results/results-schema";
import { roundPlan } from "./round-plan";

const tested = roundPlan(specExample({ specialTests: [{ test: "rub", level: "S-1" }] }), "normal");
const MOST = tested.tests[0]?.sampleSize as number;

const first = { drawn: [], isConfirmed: false, before: null };

const said = (tests: object) =>
  checkResults(resultsSchema.parse({ tests: [{ test: 0, failed: 0, ...tests }] }), { ...first, plan: tested });

test("a test may be made on as many units as were agreed, and is refused on more, as a larger sample is", () => {
  expect(said({ unitsTested: MOST })).toMatchObject({ ok: true });
  expect(said({ unitsTested: MOST + 1 })).toMatchObject({
    refusal: { code: "more_than_sample", details: { maximum: MOST, test: 0 } },
  });
});

test("what is refused of a test or of a line of goods is named by its place", () => {
  expect(said({ unitsTested: 1, failed: 2 })).toMatchObject({
    refusal: { code: "more_failed_than_tested", details: { test: 0 } },
  });
  const packed = resultsSchema.parse({ quantities: [{ line: 0, presented: 1, packed: 2 }] });
  expect(checkResults(packed, { ...first, plan: tested })).toMatchObject({
    refusal: { code: "more_packed_than_presented", details: { line: 0 } },
  });
});

const counted = (presented: number, more: object = {}) =>
  resultsSchema.parse({ quantities: [{ line: 0, presented, packed: presented }], ...more });

test.each([
  ["as many as were ordered", 3_200, {}, "ok"],
  ["one more than was ordered", 3_201, {}, "more_presented_than_ordered"],
  ["more by somebody's word", 3_201, { isConfirmed: true }, "ok"],
  ["as many more as were saved before", 3_201, { before: counted(3_201) }, "ok"],
  ["other than was saved before", 3_300, { before: counted(3_201) }, "more_presented_than_ordered"],
])("a count of %s: %i", (_, presented, saving, expected) => {
  const checked = checkResults(counted(presented), { ...first, plan: tested, ...saving });
  expect(checked.ok ? "ok" : checked.refusal.code).toBe(expected);
});

test("where no sample is drawn every piece that is presented may be looked at, and is refused as no larger sample", () => {
  const saving = { ...first, isConfirmed: true, plan: roundPlan(specExample({ type: "container_loading" }), "normal") };
  expect(checkResults(counted(3_300, { unitsInspected: 3_300 }), saving)).toMatchObject({ ok: true });
  expect(checkResults(counted(3_300, { unitsInspected: 3_301 }), saving)).toMatchObject({
    refusal: { code: "more_units_than_presented", details: { maximum: 3_300 } },
  });
  expect(checkResults(resultsSchema.parse({ unitsInspected: 3_201 }), saving)).toMatchObject({
    refusal: { details: { maximum: 3_200 } },
  });
});

test("a loading of more than was ordered does not pass by itself", () => {
  const plan = roundPlan(specExample({ type: "container_loading" }), "normal");
  expect(judge(plan, counted(3_200)).kind).toBe("pass");
  expect(judge(plan, counted(3_201))).toMatchObject({
    kind: "pending",
    pending: [{ kind: "presented_over", line: 0 }],
  });
});
