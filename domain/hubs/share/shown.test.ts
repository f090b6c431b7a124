import { expect, test } from "vitest";
import { roundedSum, shownBps } from "./shown";

test("a part is rounded half up to a tenth of a percent", () => {
  expect([shownBps(4_469n, 10_000n), shownBps(4_464n, 10_000n), shownBps(1n, 2_000n), shownBps(0n, 0n)]).toEqual([
    4_470, 4_460, 10, 0,
  ]);
});

test.each([
  ["three thirds", [1n, 1n, 1n], 9_990],
  ["six sixths", [1n, 1n, 1n, 1n, 1n, 1n], 10_020],
  ["two halves", [1n, 1n], null],
  ["one", [7n], null],
  ["nothing", [0n, 0n], null],
])("%s, each rounded by itself, say what they come to where that is not the whole", (_, parts, sum) => {
  const whole = parts.reduce((all, part) => all + part, 0n);
  expect(roundedSum(parts.map((part) => shownBps(part, whole)))).toBe(sum);
});

test("parts of another whole are held against that", () => {
  expect([roundedSum([1_230, 2_340], 3_570), roundedSum([1_230, 2_340], 3_580)]).toEqual([null, 3_570]);
});
