import { expect, test } from "vitest";
import { roundingOf, shownBps } from "./shown";

test("a part is rounded half up to a tenth of a percent", () => {
  expect([shownBps(4_469n, 10_000n), shownBps(4_464n, 10_000n), shownBps(1n, 2_000n), shownBps(0n, 0n)]).toEqual([
    4_470, 4_460, 10, 0,
  ]);
});

test.each([
  ["three thirds", [1n, 1n, 1n], 10],
  ["six sixths", [1n, 1n, 1n, 1n, 1n, 1n], -20],
  ["two halves", [1n, 1n], 0],
  ["one", [7n], 0],
  ["nothing", [0n, 0n], 0],
])("%s, each rounded by itself, make the whole with their rounding", (_, parts, rounding) => {
  const whole = parts.reduce((all, part) => all + part, 0n);
  expect(roundingOf(parts.map((part) => shownBps(part, whole)))).toBe(rounding);
});

test("parts of another whole are held against that", () => {
  expect([roundingOf([1_230, 2_340], 3_570), roundingOf([1_230, 2_340], 3_580)]).toEqual([0, 10]);
});
