import type { DomainEvent } from "./events";
import type { BidMode } from "../requests/request-choices";

/** An event that belongs to a request, as its log keeps it. */
export type RequestHappening = Extract<DomainEvent, { requestId: string }>;

/**
 * What one who watches a request is told of an event: a word and no more. Whose bid it was, who asked, and what anything says is read
 * on the page by those who may.
 */
export type Heard =
  | "published"
  | "changed"
  | "extended"
  | "bid"
  | "bid_changed"
  | "bid_withdrawn"
  | "own_bid"
  | "ended";

/** Who watches, on which kind of request. */
export type Watching = {
  readonly organisationId: string | null;
  readonly isBuyer: boolean;
  readonly bidMode: BidMode;
};

type Rule<E> = (event: E, of: Watching) => Heard | null;
type Rules = { readonly [T in RequestHappening["type"]]: Rule<Extract<RequestHappening, { type: T }>> };

const everybody =
  (word: Heard): Rule<unknown> =>
  () =>
    word;

const isOwn = (event: { readonly providerOrganisationId: string }, { organisationId }: Watching): boolean =>
  event.providerOrganisationId === organisationId;

/** Between the buyer and one bidder; nobody else hears that there is anything. */
const betweenTwo: Rule<{ readonly providerOrganisationId: string }> = (event, of) => {
  if (isOwn(event, of)) return "own_bid";
  return of.isBuyer ? "changed" : null;
};

/** Of a bid whose number stays: open bidding tells that the order may have changed, sealed bidding nothing. */
const ofStandingBid: Rule<{ readonly providerOrganisationId: string }> = (event, of) => {
  if (isOwn(event, of)) return "own_bid";
  return of.bidMode === "open" ? "bid_changed" : null;
};

/** Who hears what, a line an event. Of sealed bids only what their number tells: a revision changes none. */
const RULES: Rules = {
  "request.published": everybody("published"),
  "request.held_for_review": (_, { isBuyer }) => (isBuyer ? "changed" : null),
  "request.changed": everybody("changed"),
  "request.extended": everybody("extended"),
  "request.decision_extended": everybody("changed"),
  "request.decision_due": (_, { isBuyer }) => (isBuyer ? "changed" : null),
  "question.asked": (_, { isBuyer }) => (isBuyer ? "changed" : null),
  "question.answered": everybody("changed"),
  "bid.scored": (_, { isBuyer }) => (isBuyer ? "changed" : null),
  "request.closed": everybody("ended"),
  "request.opened": everybody("ended"),
  "request.ended": everybody("ended"),
  "bid.submitted": (event, of) => {
    const isFirst = event.version === 1 && !isOwn(event, of);
    return isFirst ? "bid" : ofStandingBid(event, of);
  },
  "bid.went_stale": ofStandingBid,
  "bid.confirmed": ofStandingBid,
  "bid.withdrawn": (event, of) => (isOwn(event, of) ? "own_bid" : "bid_withdrawn"),
  "bid.countered": betweenTwo,
  "bid.counter_ended": betweenTwo,
  "bid.cure_asked": betweenTwo,
  "bid.cure_sent": betweenTwo,
  "bid.cure_accepted": betweenTwo,
  "bid.disqualified": betweenTwo,
  "bid.prolonged": betweenTwo,
  "bid.won": (event, of) => (isOwn(event, of) ? "own_bid" : "ended"),
  "bid.lost": (event, of) => (isOwn(event, of) ? "own_bid" : null),
};

/**
 * What this watcher hears of an event; null for nothing. It depends on nothing that changes while somebody watches, so that whoever
 * comes back hears the same of the same event. An event of a kind that is not known here is heard by nobody.
 */
export const heardOf = (event: RequestHappening, of: Watching): Heard | null =>
  Object.hasOwn(RULES, event.type) ? (RULES[event.type] as Rule<RequestHappening>)(event, of) : null;
