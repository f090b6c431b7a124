import fc from "fast-check";
import { expect, test } from "vitest";
import { DEGREE_PLACES, parseDegrees, parseScaled, writeScaled } from "./parse-scaled";

test.each([
  ["12", 2, 1_200],
  ["0.35", 2, 35],
  ["0,35 %", 2, 35],
  ["１２．５", 2, 1_250],
  ["1 250.5", 3, 1_250_500],
  ["0.350", 2, 35],
  ["7", 0, 7],
])("%s with %d places is %d", (typed, places, value) => {
  expect(parseScaled(typed, places)).toBe(value);
});

test.each([
  ["0.355", 2],
  ["", 2],
  ["-1", 2],
  ["1.2.3", 2],
  ["1e3", 2],
  ["999999999999999", 2],
])("%s with %d places is none", (typed, places) => {
  expect(parseScaled(typed, places)).toBeNull();
});

test("what is written is read back", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(4), (value, places) => {
      expect(parseScaled(writeScaled(value, places), places)).toBe(value);
    }),
  );
});

test.each([
  ["29.31", 29_310_000],
  ["120,075°", 120_075_000],
  ["-12.5", -12_500_000],
  ["\u22120.000001", -1],
  ["0", 0],
])("%s is %d millionths of a degree, and is written so that it is read again", (typed, millionths) => {
  expect(parseDegrees(typed)).toBe(millionths);
  expect(parseDegrees(writeScaled(millionths, DEGREE_PLACES))).toBe(millionths);
});

test.each(["north", "--1", "29.3100001", ""])("%j is no position", (typed) => {
  expect(parseDegrees(typed)).toBeNull();
});
