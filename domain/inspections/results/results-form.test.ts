import { expect, test } from "vitest";
import { type DefectCode, defectName, namesOfDefects } from "../defect-codes";
import { resultsSchema } from "./results-schema";
import { resultsOfTyped } from "./results-form";
import { typedResultsForm } from "./results-schema";

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

test("a defect that is named in the reader's language is kept under its code, and shown by it in any", () => {
  const chinese = { edge_chipped: "边角崩缺", rust: "锈蚀" } as Partial<Record<DefectCode, string>>;
  const names = namesOfDefects((code) => chinese[code] ?? code);
  const typed = (code: string) => ({ code, defectClass: "minor", count: "1" });
  const results = read({ defectNames: names, defects: ["边角崩缺", " 锈蚀 ", "绳结松脱", "Dent"].map(typed) });
  const codes = resultsSchema.parse(results).defects.map(({ code }) => code);
  expect(codes).toEqual(["edge_chipped", "rust", "绳结松脱", "dent"]);
  expect(codes.map((code) => defectName(code, (known) => `<${known}>`))).toEqual([
    ...["<edge_chipped>", "<rust>", "绳结松脱", "<dent>"],
  ]);
  expect(resultsSchema.parse(read({ defectNames: ["made_up=x"], defects: [typed("x")] })).defects[0]?.code).toBe("x");
});
