import { expect, test } from "vitest";
import { LINE_STATES } from "../shared/states";
import { inspectionTurn, noVisitIn } from "./inspection-turn";
import { ROUND_STATES } from "./round";

test("without a visit the provider books one as long as the order can have one, and nobody moves after that", () => {
  const turns = LINE_STATES.map((state) => [state, inspectionTurn({ rounds: [], noVisit: noVisitIn(state) })] as const);
  expect(turns.map(([state, { holder, what }]) => `${state}: ${holder} ${what}`)).toEqual([
    "placed: provider book",
    "scheduled: provider book",
    "in_progress: provider book",
    "delivered: nobody on_paper",
    "changes_requested: nobody on_paper",
    "accepted: nobody on_paper",
    "completed: nobody on_paper",
    "cancelled: nobody called_off",
  ]);
});

test("with one the last visit says whose turn it is", () => {
  const turnAfter = (state: (typeof ROUND_STATES)[number]) =>
    inspectionTurn({ rounds: [{ state: "decided" }, { state }], noVisit: null });
  expect(ROUND_STATES.map((state) => `${turnAfter(state).holder} ${turnAfter(state).what}`)).toEqual([
    "provider rebook",
    "provider arrive",
    "provider inspect",
    "provider issue",
    "buyer decide",
    "nobody decided",
  ]);
});
