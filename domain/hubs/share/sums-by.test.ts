import fc from "fast-check";
import { expect, test } from "vitest";
import { shownBps, shownParts } from "./sums-by";

test("a part is rounded half up to a tenth of a percent", () => {
  expect([shownBps(4_469n, 10_000n), shownBps(4_464n, 10_000n), shownBps(1n, 2_000n), shownBps(0n, 0n)]).toEqual([
    4_470, 4_460, 10, 0,
  ]);
});

test("the parts of a whole add up as they are shown, and none is off by a tenth", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 20 }), (parts) => {
      const whole = parts.reduce((all, part) => all + part, 0n);
      const shown = shownParts(parts);
      expect(shown.reduce((all, part) => all + part, 0)).toBe(whole === 0n ? 0 : 10_000);
      for (const [at, part] of parts.entries())
        expect(Math.abs((shown[at] ?? 0) * Number(whole) - Number(part) * 10_000)).toBeLessThanOrEqual(
          10 * Number(whole),
        );
    }),
  );
});
