import type { MarketRuleName } from "../requests/market-rules";
import type { Service } from "../services/service";
import { DAY_MS, type Instant, later } from "../shared/instant";
import type { LineState } from "./order";

/** The dated rule that says after how many days a delivered order counts as accepted: a payment shows on the account, so sooner. */
export const autoAcceptRule = (service: Service): MarketRuleName =>
  service === "payment" ? "auto_accept_days_payment" : "auto_accept_days_services";

/** When acceptance follows by itself: `days` of 24 hours after the delivery was reported, since only then can the buyer look. */
export const autoAcceptAt = (reportedAt: Instant, days: number): Instant => later(reportedAt, days * DAY_MS);

/** What an acceptance at `now` changes: it ends the wait, and completes the order where its next state says so. */
export const acceptanceAt = (next: LineState, now: Instant) => ({
  state: next,
  acceptedAt: now,
  autoAcceptAt: null,
  ...(next === "completed" ? { completedAt: now } : {}),
});
