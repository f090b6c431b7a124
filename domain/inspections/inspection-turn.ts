import { unreachable } from "../shared/assert";
import type { LineState } from "../shared/states";
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
