import { expect, test } from "vitest";
import { LINE_STATES } from "../shared/vocabulary";
import { inspectionTurn, noVisitIn, taskOfRound } from "./inspection-turn";
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

test("a re-inspection asks for its day and its visit, a first visit for neither, and each report for a decision", () => {
  const asked = (number: number) => ROUND_STATES.map((state) => taskOfRound({ number, state })?.code ?? null);
  expect(asked(1)).toEqual([null, null, null, null, "inspections.decide", null]);
  expect(asked(2)).toEqual([
    "inspections.book_again",
    "inspections.visit_again",
    null,
    null,
    "inspections.decide",
    null,
  ]);
});
