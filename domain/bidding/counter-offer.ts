import { type Request, termsOf } from "../requests/request";
import type { BidState } from "../shared/vocabulary";
import { type Instant, later, toIso } from "../shared/time";
import { accept, advance, type Lifecycle, type Refusal, refuse, type Result } from "../shared/result";

export const COUNTER_STATES = ["open", "answered", "accepted", "declined", "lapsed"] as const;
/** `answered` is a counter-offer that the other side met with one of its own. */
export type CounterState = (typeof COUNTER_STATES)[number];
export type CounterEvent = "answer" | "accept" | "decline" | "lapse";

export const COUNTER_LIFECYCLE = {
  open: { answer: "answered", accept: "accepted", decline: "declined", lapse: "lapsed" },
  answered: {},
  accepted: {},
  declined: {},
  lapsed: {},
} as const satisfies Lifecycle<CounterState, CounterEvent>;

export type NegotiationSide = "buyer" | "provider";

/** One offer across the table. A round is the buyer's counter-offer and what the bidder says to it. */
export type CounterOffer = {
  readonly id: string;
  readonly requestId: string;
  readonly bidId: string;
  readonly round: number;
  readonly by: NegotiationSide;
  readonly state: CounterState;
  readonly expiresAt: Instant;
};

type Negotiated = Pick<Request, "state" | "decideBy" | "terms">;
type Standing = { readonly id: string; readonly state: BidState; readonly validUntil: Instant | null };

type TableRefusal = Refusal<"not_negotiable" | "not_in_negotiation" | "decision_overdue">;

/**
 * Whether anything may be offered or answered on this request now: rounds were published, its bids are opened, and the time to
 * decide is not over. Refuses `not_negotiable`, `not_in_negotiation` and `decision_overdue`.
 */
function atTheTable(request: Negotiated, now: Instant): Result<void, TableRefusal> {
  if (termsOf(request).negotiationRounds === 0) return refuse("not_negotiable");
  if (request.state !== "opened") return refuse("not_in_negotiation", { state: request.state });
  if (now >= request.decideBy) return refuse("decision_overdue", { decideBy: request.decideBy });
  return accept(undefined);
}

/** An offer that still waits for its answer at `now`; one past its time waits for nothing, whether the clock has marked it or not. */
export const isPending = (offer: Pick<CounterOffer, "state" | "expiresAt">, now: Instant): boolean =>
  offer.state === "open" && now < offer.expiresAt;

export type CounterRefusal =
  | TableRefusal
  | Refusal<"bid_not_standing" | "bid_expired" | "counter_pending" | "rounds_used">;

/**
 * The round in which the buyer may make this bid a counter-offer now; one that the bidder has put on the table is thereby answered.
 * Refuses where there is no negotiation, for a bid that no longer stands or has expired, while the buyer's own last offer waits
 * (`counter_pending`), and beyond the published number of rounds (`rounds_used`).
 */
export function nextRound(
  request: Negotiated,
  bid: Standing,
  history: readonly CounterOffer[],
  now: Instant,
): Result<number, CounterRefusal> {
  const table = atTheTable(request, now);
  if (!table.ok) return table;
  if (bid.state !== "submitted") return refuse("bid_not_standing", { bidId: bid.id });
  if (bid.validUntil !== null && now >= bid.validUntil) return refuse("bid_expired", { bidId: bid.id });
  const pending = history.find((offer) => offer.by === "buyer" && isPending(offer, now));
  if (pending) return refuse("counter_pending", { expiresAt: toIso(pending.expiresAt) });
  const used = Math.max(0, ...history.map(({ round }) => round));
  const rounds = termsOf(request).negotiationRounds;
  return used < rounds ? accept(used + 1) : refuse("rounds_used", { rounds });
}

export const COUNTER_ANSWERS = ["accept", "decline", "answer"] as const;
/** `answer` is an offer of one's own; the buyer's is the next round's counter-offer instead. */
export type CounterAnswer = (typeof COUNTER_ANSWERS)[number];

export type AnswerRefusal = TableRefusal | Refusal<"own_counter" | "counter_expired" | "wrong_state">;

/**
 * What becomes of an offer when `side` answers it. Refuses one's own offer (`own_counter`), one past its time (`counter_expired`),
 * one that has its answer, and where nothing may be negotiated any more.
 */
export function answerCounter(
  request: Negotiated,
  offer: CounterOffer,
  answer: { readonly side: NegotiationSide; readonly as: CounterAnswer },
  now: Instant,
): Result<CounterState, AnswerRefusal> {
  const next = advance<CounterState, CounterEvent>(COUNTER_LIFECYCLE, offer.state, answer.as);
  if (!next.ok) return next;
  const table = atTheTable(request, now);
  if (!table.ok) return table;
  if (offer.by === answer.side) return refuse("own_counter");
  return isPending(offer, now) ? next : refuse("counter_expired", { expiresAt: toIso(offer.expiresAt) });
}

/**
 * Until when an offer made now stands: so many hours, and neither beyond the time to decide nor beyond what it offers, whose validity or quote
 * ends at `offerEndsAt`. `standsMs` is the market's dated rule.
 */
export function counterExpiresAt(
  of: Pick<Request, "decideBy"> & { readonly offerEndsAt: Instant },
  standsMs: number,
  now: Instant,
): Instant {
  return [of.decideBy, of.offerEndsAt].reduce((first, end) => (end < first ? end : first), later(now, standsMs));
}
