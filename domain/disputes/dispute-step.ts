import type { DisputeStep } from "../orders/order";
import type { Instant } from "../shared/time";
import type { DisputeState } from "./dispute";

type Known = {
  readonly state: DisputeState;
  readonly openedBy: Party;
  readonly escalatesAt: Instant;
  readonly evidenceEndsAt: Instant | null;
  readonly decideBy: Instant | null;
  /** What was written in it, in its order. */
  readonly entries: readonly Written[];
};

type Party = "buyer" | "provider";
type Written = { readonly by: Party; readonly offer: object | null };

/** Whose offer the other party has not answered yet; null where nobody has offered, or the other has written since. */
function unansweredOffer(entries: readonly Written[]): Party | null {
  const offered = entries.findLastIndex(({ offer }) => offer !== null);
  const by = entries[offered]?.by ?? null;
  return entries.slice(offered + 1).some((later) => later.by !== by) ? null : by;
}

const otherThan = (party: Party): Party => (party === "buyer" ? "provider" : "buyer");

/**
 * Who does what next in a dispute, and by when: the other party answers and then both talk, and whoever is made an offer accepts or
 * answers it, until the dispute goes to the market by itself;
 * before the market both bring evidence until its time is over, and then the market decides. Null once it is decided or settled.
 */
export function disputeStep(
  { state, openedBy, escalatesAt, evidenceEndsAt, decideBy, entries }: Known,
  now: Instant,
): DisputeStep | null {
  switch (state) {
    case "opened":
      return { who: otherThan(openedBy), what: "answer", by: escalatesAt };
    case "talk": {
      const offeredBy = unansweredOffer(entries);
      return offeredBy === null
        ? { who: "parties", what: "talk", by: escalatesAt }
        : { who: otherThan(offeredBy), what: "offer", by: escalatesAt };
    }
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
