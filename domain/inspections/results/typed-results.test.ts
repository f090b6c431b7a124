import { expect, test } from "vitest";
import { resultsSchema } from "./results";
import { resultsOfTyped, typedResultsForm } from "./typed-results";

const read = (typed: object) => resultsOfTyped(typedResultsForm.parse(typed));

test("what is typed on a telephone is read as results", () => {
  const results = read({
    openedCartons: ["11", "13"],
    unitsInspected: "1 25",
    quantities: [{ presented: "3 200", packed: "" }],
    checklist: [{ outcome: "" }, { outcome: "pass", measured: "12 mm", unitsChecked: "20" }],
    defects: [
      { code: "scratch", defectClass: "major", count: "8", words: "" },
      { code: "", count: "" },
    ],
    tests: [
      { unitsTested: "", failed: "" },
      { unitsTested: "5", failed: "" },
    ],
    remarks: "  ",
  });
  expect(resultsSchema.parse(results)).toEqual({
    openedCartons: [11, 13],
    unitsInspected: 125,
    quantities: [{ line: 0, presented: 3_200, packed: 0 }],
    checklist: [{ point: 1, outcome: "pass", measured: "12 mm", unitsChecked: 20, photoIds: [] }],
    defects: [{ code: "scratch", defectClass: "major", count: 8, photoIds: [] }],
    tests: [{ test: 1, unitsTested: 5, failed: 0 }],
  });
});

test("an empty form is no finding, and what is no number is named by its field", () => {
  expect(resultsSchema.parse(read({}))).toMatchObject({ unitsInspected: 0, defects: [] });
  const wrong = resultsSchema.safeParse(
    read({ unitsInspected: "many", defects: [{ code: "dent", defectClass: "minor", count: "x" }] }),
  );
  expect(wrong.error?.issues.map(({ path }) => path)).toEqual([["unitsInspected"], ["defects", 0, "count"]]);
});
