import { unreachable } from "../shared/result";
import type { OrderTask } from "../orders/order";
import type { LineState } from "../shared/vocabulary";
import type { RoundState } from "./round";

/** Whose move an inspection on site is, and what they do. */
export type InspectionTurn =
  | { readonly holder: "provider"; readonly what: "book" | "rebook" | "arrive" | "inspect" | "issue" }
  | { readonly holder: "buyer"; readonly what: "decide" }
  | { readonly holder: "nobody"; readonly what: "decided" | "on_paper" | "called_off" };

/** Why no visit is booked any more where none was: the report was told on paper, or the order was called off. */
export type NoVisit = "on_paper" | "called_off";

const CLOSED: Readonly<Partial<Record<LineState, NoVisit>>> = {
  ...{ delivered: "on_paper", changes_requested: "on_paper", accepted: "on_paper", completed: "on_paper" },
  cancelled: "called_off",
};

/** Whether an order in this state can still have a first visit; null where it can. */
export const noVisitIn = (state: LineState): NoVisit | null => CLOSED[state] ?? null;

/** What a visit asks of one side beside the order's steps, which a re-inspection tells anew from the report on: to decide by a report, or to book and make the next visit. */
export function taskOfRound({
  number,
  state,
}: {
  readonly number: number;
  readonly state: RoundState;
}): OrderTask | null {
  if (state === "reported") return { side: "buyer", code: "inspections.decide", by: null };
  if (number === 1) return null;
  if (state === "asked") return { side: "provider", code: "inspections.book_again", by: null };
  return state === "booked" ? { side: "provider", code: "inspections.visit_again", by: null } : null;
}

type Visits = { readonly rounds: readonly { readonly state: RoundState }[]; readonly noVisit: NoVisit | null };

/** By the last round: the inspection company moves until its report, then the buyer decides; without a round it books one as long as it may. */
export function inspectionTurn({ rounds, noVisit }: Visits): InspectionTurn {
  const last = rounds.at(-1);
  switch (last?.state) {
    case undefined:
      return noVisit ? { holder: "nobody", what: noVisit } : { holder: "provider", what: "book" };
    case "asked":
      return { holder: "provider", what: "rebook" };
    case "booked":
      return { holder: "provider", what: "arrive" };
    case "on_site":
      return { holder: "provider", what: "inspect" };
    case "left":
      return { holder: "provider", what: "issue" };
    case "reported":
      return { holder: "buyer", what: "decide" };
    case "decided":
      return { holder: "nobody", what: "decided" };
    default:
      return unreachable(last as never);
  }
}
