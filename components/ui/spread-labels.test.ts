import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "./spread-labels";

test("labels never cover each other and keep their order", () => {
  const GAP = 14;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (wanted) => {
      const placed = spreadLabels(wanted, GAP, 300);
      const order = wanted
        .map((y, index) => ({ y, at: placed[index] as number }))
        .sort((a, b) => a.y - b.y || a.at - b.at);
      for (let i = 1; i < order.length; i++) {
        expect((order[i]?.at ?? 0) - (order[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(GAP);
      }
    }),
  );
});

test("labels with room stay where they were wanted", () => {
  expect(spreadLabels([100, 20, 60], 14, 200)).toEqual([100, 20, 60]);
});
