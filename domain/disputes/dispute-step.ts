import type { DisputeStep } from "../orders/order-task";
import type { Instant } from "../shared/instant";
import type { DisputeState } from "./dispute";

type Known = {
  readonly state: DisputeState;
  readonly openedBy: "buyer" | "provider";
  readonly escalatesAt: Instant;
  readonly evidenceEndsAt: Instant | null;
  readonly decideBy: Instant | null;
};

/**
 * Who does what next in a dispute, and by when: the other party answers and then both talk, until the dispute goes to the market by itself;
 * before the market both bring evidence until its time is over, and then the market decides. Null once it is decided or settled.
 */
export function disputeStep(
  { state, openedBy, escalatesAt, evidenceEndsAt, decideBy }: Known,
  now: Instant,
): DisputeStep | null {
  switch (state) {
    case "opened":
      return { who: openedBy === "buyer" ? "provider" : "buyer", what: "answer", by: escalatesAt };
    case "talk":
      return { who: "parties", what: "talk", by: escalatesAt };
    case "escalated":
    case "evidence":
      return evidenceEndsAt !== null && now < evidenceEndsAt
        ? { who: "parties", what: "evidence", by: evidenceEndsAt }
        : { who: "market", what: "decide", by: decideBy };
    case "decided":
    case "executed":
    case "closed":
      return null;
  }
}
