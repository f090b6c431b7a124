import fc from "fast-check";
import { expect, test } from "vitest";
import { FIRST_STEPS, type FirstStep, firstStepsOf, SIDES } from "./first-steps";

const done = (...steps: FirstStep[]): ReadonlySet<FirstStep> => new Set(steps);

test.each([
  ["buyer", done(), ["next", "open", "locked", "locked"]],
  ["buyer", done("confirm_mail"), ["done", "next", "locked", "locked"]],
  ["buyer", done("name_organisation"), ["next", "done", "open", "open"]],
  ["provider", done("confirm_mail", "name_organisation"), ["done", "done", "next", "open", "open"]],
  ["provider", done("confirm_mail", "name_organisation", "first_bid"), ["done", "done", "next", "open", "done"]],
] as const)("the steps of a %s stand in their order, the first that is not done is next", (side, made, states) => {
  expect(firstStepsOf(side, made).map(({ state }) => state)).toEqual(states);
});

test("the list is empty exactly when every step of the side is done, and otherwise one step is next", () => {
  const all = [...new Set(SIDES.flatMap((side) => FIRST_STEPS[side]))];
  fc.assert(
    fc.property(fc.constantFrom(...SIDES), fc.subarray<FirstStep>(all), (side, made) => {
      const shown = firstStepsOf(side, new Set(made));
      const isWhole = FIRST_STEPS[side].every((step) => made.includes(step));
      expect(shown.length === 0).toBe(isWhole);
      expect(shown.filter(({ state }) => state === "next")).toHaveLength(isWhole ? 0 : 1);
      expect(shown.filter(({ state }) => state === "done").every(({ step }) => made.includes(step))).toBe(true);
    }),
  );
});
