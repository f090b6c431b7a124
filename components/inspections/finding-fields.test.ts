import { expect, test } from "vitest";
import { findingsOf } from "./finding-fields";

test("findings that were typed are shown again, each row in its place", () => {
  const found = findingsOf({
    round: "1",
    "results.openedCartons": ["3", "17"],
    "results.unitsInspected": "60",
    "results.defects[0].code": "scratch",
    "results.defects[0].defectClass": "minor",
    "results.defects[0].count": "2",
    "results.defects[1].code": "",
    "results.checklist[2].outcome": "fail",
    "results.checklist[2].measured": "4.1 mm",
    "results.tests[1].unitsTested": "5",
    "results.tests[1].failed": "1",
    "results.quantities[0].presented": "900",
    "results.quantities[0].packed": "810",
    "results.remarks": "Half of the sample",
  });
  expect(found).toEqual({
    openedCartons: [3, 17],
    unitsInspected: 60,
    defects: [{ code: "scratch", defectClass: "minor", count: 2 }],
    checklist: [{ point: 2, outcome: "fail", measured: "4.1 mm" }],
    tests: [{ test: 1, unitsTested: 5, failed: 1 }],
    quantities: [{ line: 0, presented: 900, packed: 810 }],
    remarks: "Half of the sample",
  });
});

test("what is no figure is not lost", () => {
  expect(findingsOf({ "results.unitsInspected": "about 60" }).unitsInspected).toBe("about 60");
});
