import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Ratio, ZERO, apportion, compare, floor, plus, ratio, roundingOf, shownBps } from "./share-ratio";

const parts = fc.array(
  fc.tuple(fc.bigInt(-500n, 500n), fc.bigInt(1n, 60n)).map(([over, under]) => ratio(over, under)),
  { maxLength: 8 },
);
const one = ratio(1n, 1n);
const sumOf = (some: readonly Ratio[]) => some.reduce(plus, ZERO);

describe("apportioning a printed total", () => {
  it("gives what is left to the largest remainders, the first of equals", () => {
    const thirds = [ratio(1n, 3n), ratio(1n, 3n), ratio(1n, 3n)];
    expect(apportion(thirds, 1n)).toEqual([1n, 0n, 0n]);
    expect(apportion([ratio(5n, 4n), ratio(7n, 4n)], 3n)).toEqual([1n, 2n]);
    expect(apportion([ratio(-5n, 4n), ratio(1n, 4n)], -1n)).toEqual([-1n, 0n]);
  });

  it("sums to the total, and no part is off by one or more", () => {
    fc.assert(
      fc.property(parts, fc.boolean(), (some, isUp) => {
        const exact = sumOf(some);
        const total = isUp ? -floor(ratio(-exact.over, exact.under)) : floor(exact);
        const whole = apportion(some, total);
        expect(whole.reduce((all, part) => all + part, 0n)).toBe(total);
        for (const [index, part] of whole.entries()) {
          const exactPart = some[index] as Ratio;
          expect(compare(ratio(part, 1n), plus(exactPart, one))).toBeLessThan(0);
          expect(compare(exactPart, plus(ratio(part, 1n), one))).toBeLessThan(0);
        }
      }),
    );
  });

  it("a total that is not the rounded sum is a fault", () => {
    expect(() => apportion([ratio(1n, 3n)], 2n)).toThrow();
    expect(() => apportion([ratio(4n, 1n)], 3n)).toThrow();
  });
});

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
