import type { MarketRuleName } from "../requests/market-rules";
import type { LineState, Service } from "../shared/vocabulary";
import { DAY_MS, type Instant, later } from "../shared/time";
import { accept, advance, type Refusal, refuse, type Result } from "../shared/result";
import { ORDER_LIFECYCLE, type OrderEvent } from "./order";

/** The dated rule that says after how many days a delivered order counts as accepted: a payment shows on the account, so sooner. */
export const autoAcceptRule = (service: Service): MarketRuleName =>
  service === "payment" ? "auto_accept_days_payment" : "auto_accept_days_services";

/** When acceptance follows by itself: `days` of 24 hours after the delivery was reported, since only then can the buyer look. */
export const autoAcceptAt = (reportedAt: Instant, days: number): Instant => later(reportedAt, days * DAY_MS);

type Clock = { readonly autoAcceptAt: Instant | null; readonly disputedSince: Instant | null };

/**
 * What the end of a dispute at `now` changes of it, where the order goes on: its clock stood still since the dispute was opened, so what was
 * left then is left now, to the millisecond. Nothing where no acceptance was awaited.
 */
export function acceptanceGoesOn(order: Clock, now: Instant): { readonly autoAcceptAt?: Instant } {
  if (order.autoAcceptAt === null || order.disputedSince === null) return {};
  // Of a time that was over when the dispute was opened, and that the market's clock had not come to yet, nothing is left.
  return { autoAcceptAt: later(now, Math.max(0, order.autoAcceptAt - order.disputedSince)) };
}

/** What an acceptance at `now` changes: it ends the wait, and completes the order where its next state says so. */
export const acceptanceAt = (next: LineState, now: Instant) => ({
  state: next,
  acceptedAt: now,
  autoAcceptAt: null,
  ...(next === "completed" ? { completedAt: now } : {}),
});

/** So often a buyer may ask for changes of one order; what is still not right then is for a dispute. */
export const CHANGE_ROUNDS_MAX = 3;

/** The buyer does not take the delivery yet and says what is to be changed. Refuses `wrong_state` unless it is delivered, and a fourth round. */
export function requestChanges(
  order: { readonly state: LineState },
  rounds: number,
): Result<LineState, Refusal<"wrong_state" | "too_many_rounds">> {
  const next = advance<LineState, OrderEvent>(ORDER_LIFECYCLE, order.state, "request_changes");
  if (!next.ok) return next;
  return rounds >= CHANGE_ROUNDS_MAX ? refuse("too_many_rounds", { maximum: CHANGE_ROUNDS_MAX }) : accept(next.value);
}
