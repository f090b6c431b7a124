import { expect, test } from "vitest";
import { runOf } from "./row-keys";

const ROWS = ["a", "b", "c", "d"];

test.each([
  ["from above to below", "b", "d", ["b", "c", "d"]],
  ["from below to above", "c", "a", ["a", "b", "c"]],
  ["the row itself where it was pressed last", "b", "b", ["b"]],
  ["the row alone where none was pressed before", null, "c", ["c"]],
  ["the row alone where the last one is gone", "x", "c", ["c"]],
] as const)("a press with Shift chooses the run %s", (_, last, pressed, run) => {
  expect(runOf<string>(ROWS, last, pressed)).toEqual(run);
});
