import { type Request, REQUEST_LIFECYCLE, type RequestEvent, type RequestState } from "../requests/request";
import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";
import type { BidState } from "../shared/vocabulary";
import { type Disqualification, isCuring } from "../bidding/disqualification";
import { type Instant, toIso } from "../shared/time";

/**
 * One bid per request, all requests of one deal. Refuses a choice of two bids for one request, of none, and across deals.
 */
export function choose<B extends { readonly requestId: string }>(
  requests: readonly Pick<Request, "id" | "dealId">[],
  bids: readonly B[],
): Result<void, Refusal<"nothing_chosen" | "two_for_one_request" | "deals_mixed">> {
  if (bids.length === 0) return refuse("nothing_chosen");
  if (new Set(bids.map((bid) => bid.requestId)).size !== bids.length) return refuse("two_for_one_request");
  if (new Set(requests.map((request) => request.dealId)).size > 1) return refuse("deals_mixed");
  return accept(undefined);
}

export const AWARD_STATES = [
  "proposed",
  "awaiting_approval",
  "standstill",
  "effective",
  "rejected",
  "challenged_and_voided",
] as const;
export type AwardState = (typeof AWARD_STATES)[number];
export type AwardEvent = "ask_approval" | "approve" | "reject" | "stand_still" | "take_effect" | "void";

export const AWARD_LIFECYCLE = {
  proposed: { ask_approval: "awaiting_approval", stand_still: "standstill", take_effect: "effective" },
  awaiting_approval: { approve: "standstill", reject: "rejected", take_effect: "effective" },
  standstill: { take_effect: "effective", void: "challenged_and_voided" },
  effective: {},
  rejected: {},
  challenged_and_voided: {},
} as const satisfies Lifecycle<AwardState, AwardEvent>;

/** An award without approval and standstill takes effect at once. */
export const takeEffect = (): Result<AwardState, Refusal<"wrong_state">> =>
  advance<AwardState, AwardEvent>(AWARD_LIFECYCLE, "proposed", "take_effect");

export type AwardRefusal = Refusal<
  | "request_not_closed"
  | "request_not_opened"
  | "wrong_state"
  | "bid_not_standing"
  | "alternative_unknown"
  | "bid_expired"
  | "quote_expired"
  | "decision_overdue"
  | "cure_pending"
  | "bidder_barred"
>;

type Candidate = {
  readonly id: string;
  readonly requestId: string;
  readonly state: BidState;
  readonly validUntil: Instant | null;
  /** Whether the market has restricted or suspended its bidder. */
  readonly isBarred: boolean;
  /** Which offer of it is wanted, 0 for the main one, and how many alternatives it has. */
  readonly wanted?: { readonly alternative: number; readonly of: number };
  /** Of a service that quotes rates, whose quote may end long before the bid does. */
  readonly quoteExpiresAt: Instant | null;
  /** All disqualifications of its request. */
  readonly disqualifications: readonly Disqualification[];
};

type Cure = Pick<Disqualification, "bidId" | "state" | "cureEndsAt">;

/** Out by the clock, though the clock has not come to it yet. */
const isRunOut = (one: Cure, now: Instant): boolean => one.state === "curing" && !isCuring(one, now);

/**
 * Whether this bid may be awarded as far as the disqualifications of its request say. Refuses a bid whose own time to mend is
 * over with nothing sent (`bid_not_standing`), and while another's papers are being mended all but that one: `cure_pending` says until when,
 * and whether what was sent can be judged (`judge_cure`) or is still to come (`wait_for_cure`).
 */
export function passesCures(
  bidId: string,
  all: readonly Cure[],
  now: Instant,
): Result<void, Refusal<"bid_not_standing" | "cure_pending">> {
  if (all.some((one) => one.bidId === bidId && isRunOut(one, now))) return refuse("bid_not_standing", { bidId });
  const pending = all.find((one) => one.bidId !== bidId && isCuring(one, now));
  if (!pending?.cureEndsAt) return accept(undefined);
  const next = pending.state === "answered" ? "judge_cure" : "wait_for_cure";
  return refuse("cure_pending", { bidId: pending.bidId, cureEndsAt: toIso(pending.cureEndsAt), next });
}

/**
 * Whether this bid may win this request now. Refuses before the close (`request_not_closed`), before the opening
 * (`request_not_opened`), after `decideBy`, for a bid that no longer stands, for one whose bidder the market has restricted or suspended (`bidder_barred`), for an alternative that it has not, for a quote that has
 * ended (`quote_expired`: only a new one can be awarded), and for a bid past its validity (`bid_expired`). While another bid's papers
 * are being mended only that bid may win (`cure_pending`): paperwork is no way to pass over it.
 */
export function award(request: Request, bid: Candidate, now: Instant): Result<RequestState, AwardRefusal> {
  if (request.state === "open") return refuse("request_not_closed", { closesAt: request.closesAt });
  if (request.state === "closed") return refuse("request_not_opened");
  const next = advance<RequestState, RequestEvent>(REQUEST_LIFECYCLE, request.state, "award");
  if (!next.ok) return next;
  if (now >= request.decideBy) return refuse("decision_overdue", { decideBy: request.decideBy });
  if (bid.requestId !== request.id || bid.state !== "submitted") return refuse("bid_not_standing", { bidId: bid.id });
  if (bid.isBarred) return refuse("bidder_barred", { bidId: bid.id });
  const passes = passesCures(bid.id, bid.disqualifications, now);
  if (!passes.ok) return passes;
  const { quoteExpiresAt: ends, wanted } = bid;
  if (wanted && wanted.alternative > wanted.of)
    return refuse("alternative_unknown", { bidId: bid.id, alternative: wanted.alternative });
  if (ends !== null && now >= ends)
    return refuse("quote_expired", { bidId: bid.id, expiresAt: toIso(ends), next: "ask_for_new_quote" });
  if (bid.validUntil !== null && now >= bid.validUntil) return refuse("bid_expired", { bidId: bid.id });
  return accept(next.value);
}
