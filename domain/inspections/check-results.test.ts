import { expect, test } from "vitest";
import { specExample } from "../services/inspection/spec-example";
import { checkResults } from "./check-results";
import { resultsSchema } from "./results";
import { roundPlan } from "./round-plan";

const tested = roundPlan(specExample({ specialTests: [{ test: "rub", level: "S-1" }] }), "normal");
const MOST = tested.tests[0]?.sampleSize as number;

const said = (tests: object) =>
  checkResults(resultsSchema.parse({ tests: [{ test: 0, failed: 0, ...tests }] }), { plan: tested, drawn: [] });

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
  expect(checkResults(packed, { plan: tested, drawn: [] })).toMatchObject({
    refusal: { code: "more_packed_than_presented", details: { line: 0 } },
  });
});
