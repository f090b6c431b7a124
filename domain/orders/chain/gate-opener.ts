import type { ChainFacts } from "./chain-facts";
import type { StandingGate } from "./holds";
import type { LineState, Service } from "../../shared/vocabulary";
import { unreachable } from "../../shared/result";

/** Who can open a closed gate by doing its part: the provider of a service of the deal, its buyer, or whoever brings the deal's papers. */
export type Lifter = Service | "buyer" | "parties";

/** A closed gate with who can open it. */
export type OpenableGate = StandingGate & { readonly lifter: Lifter };

/** What the provider of an inspection has delivered on paper waits for the buyer's acceptance, which is its decision on the goods. */
const isOnTheBuyer = ({ orders }: Pick<ChainFacts, "orders">): boolean =>
  orders.some(({ service, state }) => service === "inspection" && state === "delivered");

/** States of an inspection whose next report is still to come; of goods that failed it is that of another visit. */
const BEFORE_REPORT: readonly LineState[] = ["changes_requested", "in_progress"];

/** Goods that failed and that the buyer has looked at again are the inspection company's until its next report. */
const isLookedAtAgain = ({ orders }: Pick<ChainFacts, "orders">): boolean =>
  orders.some(({ service, state }) => service === "inspection" && BEFORE_REPORT.includes(state));

/**
 * Who can open the gate by what it waits for; the buyer can waive every gate beside that, and state a release. Null where it is open. What was called off,
 * failed or was refused is the buyer's to decide unless it is looked at again, a slot the carrier's, papers those of several.
 */
export function lifterOf({ gate, state }: StandingGate, facts: Pick<ChainFacts, "orders">): Lifter | null {
  if (!("why" in state)) return null;
  switch (state.why) {
    case "not_yet":
      if (gate.need.kind === "step") return gate.need.step.service;
      return isOnTheBuyer(facts) ? "buyer" : "inspection";
    case "papers_missing":
    case "papers_blocked":
      return "parties";
    case "no_slot":
    case "slots_missing":
    case "slot_lost":
      return "logistics";
    case "no_order":
    case "not_stated":
    case "undecided":
    case "verdict_pending":
    case "order_cancelled":
    case "goods_refused":
      return "buyer";
    case "visit_asked":
    case "visit_booked":
    case "on_site":
    case "report_awaited":
      return "inspection";
    case "inspection_failed":
      return isLookedAtAgain(facts) ? "inspection" : "buyer";
    default:
      return unreachable(state);
  }
}

/** Closed gates, each with who can open it. */
export const openableGates = (gates: readonly StandingGate[], facts: Pick<ChainFacts, "orders">): OpenableGate[] =>
  gates.flatMap((standing) => {
    const lifter = lifterOf(standing, facts);
    return lifter === null ? [] : [{ ...standing, lifter }];
  });
