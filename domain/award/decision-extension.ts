import type { BidState } from "../shared/vocabulary";
import { type DecideRefusal, mayDecide, type Request } from "../requests/request";
import { DAY_MS, type Instant, later } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";

const DECISION_MAX_DAYS = 90;

export type ExtendRefusal = Refusal<
  "wrong_state" | "decision_overdue" | "decides_earlier" | "extensions_used" | "window_too_long"
>;

type Extension = {
  readonly decideBy: Instant;
  /** How often it was moved already. */
  readonly used: number;
  /** The market's dated rule. */
  readonly maximum: number;
};

/**
 * A later time to decide, while the bids wait for the decision. Refuses before the close, once the time has passed, an earlier or equal
 * time, more than `maximum` times, and beyond 90 days from now, as for a request that is published.
 */
export function extendDecision(
  request: Pick<Request, "state" | "decideBy">,
  to: Extension,
  now: Instant,
): Result<void, ExtendRefusal> {
  if (request.state !== "closed" && request.state !== "opened")
    return refuse("wrong_state", { state: request.state, event: "extend_decision" });
  if (now >= request.decideBy) return refuse("decision_overdue", { decideBy: request.decideBy });
  if (to.used >= to.maximum) return refuse("extensions_used", { maximum: to.maximum });
  if (to.decideBy <= request.decideBy) return refuse("decides_earlier");
  if (to.decideBy - now > DECISION_MAX_DAYS * DAY_MS) return refuse("window_too_long", { days: DECISION_MAX_DAYS });
  return accept(undefined);
}

/** How long before its end a buyer is reminded of its time to decide. */
export const REMINDED_MS = DAY_MS;

/** Whether there is a reminder at all: where the request closed later than that, its close was one. */
export const needsReminder = ({ closedAt, decideBy }: { closedAt: Instant; decideBy: Instant }): boolean =>
  closedAt <= later(decideBy, -REMINDED_MS);

export type ProlongRefusal = DecideRefusal | Refusal<"bid_not_standing" | "not_longer" | "window_too_long">;

type Prolonged = { readonly id: string; readonly state: BidState; readonly validUntil: Instant };

/**
 * After the opening a bidder may hold its bid for longer, and change nothing else of it. Also of a bid whose validity has passed: until the
 * decision it may be taken up again. Refuses outside of the time to decide, a bid that no longer stands, a time that is not later, and one
 * beyond 180 days from now.
 */
export function prolong(
  request: Pick<Request, "state" | "closesAt" | "decideBy">,
  bid: Prolonged,
  validUntil: Instant,
  now: Instant,
): Result<void, ProlongRefusal> {
  const allowed = mayDecide(request, now);
  if (!allowed.ok) return allowed;
  if (bid.state !== "submitted") return refuse("bid_not_standing", { bidId: bid.id });
  if (validUntil <= bid.validUntil || validUntil <= now) return refuse("not_longer");
  const days = 2 * DECISION_MAX_DAYS;
  return validUntil - now > days * DAY_MS ? refuse("window_too_long", { days }) : accept(undefined);
}
