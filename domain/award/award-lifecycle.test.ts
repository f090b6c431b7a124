import { expect, test } from "vitest";
import { advance } from "../shared/result";
import { AWARD_LIFECYCLE, AWARD_STATES, type AwardEvent, type AwardState } from "./award";

const step = (state: AwardState, event: AwardEvent) => {
  const next = advance<AwardState, AwardEvent>(AWARD_LIFECYCLE, state, event);
  return next.ok ? next.value : null;
};

test.each<[AwardState, AwardEvent, AwardState | null]>([
  ["proposed", "take_effect", "effective"],
  ["proposed", "ask_approval", "awaiting_approval"],
  ["proposed", "void", null],
  ["awaiting_approval", "reject", "rejected"],
  ["awaiting_approval", "approve", "standstill"],
  ["standstill", "void", "challenged_and_voided"],
  ["standstill", "take_effect", "effective"],
  ["effective", "void", null],
])("an award that is %s and meets %s becomes %s", (state, event, expected) => {
  expect(step(state, event)).toBe(expected);
});

test("what has an end stays ended", () => {
  const events: AwardEvent[] = ["ask_approval", "approve", "reject", "stand_still", "take_effect", "void"];
  const ends = AWARD_STATES.filter((state) => events.every((event) => step(state, event) === null));
  expect(ends).toEqual(["effective", "rejected", "challenged_and_voided"]);
});
