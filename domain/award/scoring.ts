import { byTieRule } from "../bidding/standing-since";
import type { Criterion, Request } from "../requests/request";
import type { Instant } from "../shared/time";
import { accept, assert, type Refusal, refuse, type Result } from "../shared/result";
import { divideHalfUp } from "../shared/money";
import type { BidState } from "../shared/vocabulary";

/** An exact ratio; the denominator is positive. */
type Fraction = { readonly over: bigint; readonly under: bigint };

const ZERO: Fraction = { over: 0n, under: 1n };

function fraction(over: bigint, under: bigint): Fraction {
  assert(under > 0n, "a ratio to a positive number");
  return { over, under };
}

const add = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/** Below zero where `a` is the lesser, above where it is the greater, zero where they are the same to the last digit. */
function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** In hundredths of one, rounded half up. */
const toHundredths = ({ over, under }: Fraction): number => Number(divideHalfUp(over * 100n, under));

export const POINTS_MAX = 5;

/** A bid with all that it is scored by. */
export type Scorable = {
  readonly bidId: string;
  /** The bidder's own price (`rankedPrice`), in minor units of the request's currency of comparison; null where no rate is known. */
  readonly priceMinor: bigint | null;
  /** The longest promised days. */
  readonly maxDays: number;
  /** Since when it has its place. */
  readonly standingSince: Instant;
  /** What each person of the panel gave, by the place of the criterion. */
  readonly points: ReadonlyMap<number, readonly number[]>;
};

export type ScorePart = {
  /** Hundredths of a point of 100, rounded half up; null where the panel has given none yet. */
  readonly score: number | null;
  readonly isBest: boolean;
};

export type RankedBid = {
  readonly bidId: string;
  /** From 1; null where a price is not known, since then nobody can say who is first. */
  readonly rank: number | null;
  /** Hundredths of a point of 100, rounded half up; what the panel has not scored counts as nothing. */
  readonly score: number | null;
  /** One a criterion, in the order of the request. */
  readonly parts: readonly ScorePart[];
};

/** Best over own where less is better; what is nothing beside nothing is as good as it gets. */
const lessIsBetter = (best: bigint, own: bigint): Fraction => (own === 0n ? fraction(1n, 1n) : fraction(best, own));

function meanOfPanel(points: readonly number[]): Fraction | null {
  if (points.length === 0) return null;
  const sum = points.reduce((all, one) => all + one, 0);
  return fraction(BigInt(sum), BigInt(points.length * POINTS_MAX));
}

const least = (values: readonly bigint[]): bigint => values.reduce((low, one) => (one < low ? one : low));

type Part = Fraction | null;

/** What each bid gets of one criterion: its weight, times how near it comes to the best. */
function partsOf(bids: readonly Scorable[], criterion: Criterion, at: number): Part[] {
  const weigh = (ratio: Part): Part => ratio && { over: ratio.over * BigInt(criterion.weight), under: ratio.under };
  if (criterion.kind === "own") return bids.map(({ points }) => weigh(meanOfPanel(points.get(at) ?? [])));
  const values = bids.map(({ priceMinor, maxDays }) => (criterion.kind === "price" ? priceMinor : BigInt(maxDays)));
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return bids.map(() => null);
  const best = least(known);
  return values.map((value) => weigh(value === null ? null : lessIsBetter(best, value)));
}

function markBest(parts: readonly Part[]): ScorePart[] {
  const known = parts.filter((part) => part !== null);
  const best = known.reduce<Part>((top, part) => (top === null || compare(part, top) > 0 ? part : top), null);
  // A word for the best says something only where bids differ.
  const isAlike = best === null || parts.every((part) => part !== null && compare(part, best) === 0);
  return parts.map((part) => ({
    score: part && toHundredths(part),
    isBest: !isAlike && part !== null && compare(part, best) === 0,
  }));
}

type Scored = { readonly bid: Scorable; readonly score: Fraction; readonly parts: readonly ScorePart[] };

const byRank = (a: Scored, b: Scored): number => compare(b.score, a.score) || byTieRule(a.bid, b.bid);

/**
 * The ranking of a request's bids, the first first. The price gives its weight times the lowest of the bidders' own prices over its own, the time its weight times
 * shortest over own longest days, an own criterion its weight times the mean of the panel's points over 5. Scores are compared as exact
 * ratios and only shown rounded, so that with the price alone the order is that of the prices. Where a price is not known nobody is ranked.
 */
export function rankBids(bids: readonly Scorable[], criteria: readonly Criterion[]): RankedBid[] {
  const columns = criteria.map((criterion, at) => partsOf(bids, criterion, at));
  const marked = columns.map(markBest);
  const scored = bids.map(
    (bid, row): Scored => ({
      bid,
      score: columns.reduce<Fraction>((sum, column) => add(sum, column[row] ?? ZERO), ZERO),
      parts: marked.map((column) => column[row] as ScorePart),
    }),
  );
  const isRanked = bids.every(({ priceMinor }) => priceMinor !== null);
  return scored.sort(byRank).map(({ bid, score, parts }, position) => ({
    bidId: bid.bidId,
    rank: isRanked ? position + 1 : null,
    score: isRanked ? toHundredths(score) : null,
    parts,
  }));
}

export type ScoreRefusal = Refusal<
  "request_not_closed" | "request_not_opened" | "wrong_state" | "bid_not_standing" | "criterion_not_own"
>;

/**
 * May the buyer's panel score this bid now? From the opening until the award, a bid that stands, at criteria that are the buyer's own; price
 * and time are computed. Refuses `request_not_closed` and `request_not_opened` before it, `wrong_state` after the award or another end,
 * `bid_not_standing`, and `criterion_not_own` with the criterion's number from 1.
 */
export function mayScore(
  request: Pick<Request, "state" | "closesAt">,
  bid: { readonly state: BidState },
  scored: { readonly criteria: readonly Criterion[]; readonly places: readonly number[] },
): Result<void, ScoreRefusal> {
  if (request.state === "open") return refuse("request_not_closed", { closesAt: request.closesAt });
  if (request.state === "closed") return refuse("request_not_opened");
  if (request.state !== "opened") return refuse("wrong_state", { state: request.state, event: "score" });
  if (bid.state !== "submitted") return refuse("bid_not_standing");
  const stray = scored.places.find((place) => scored.criteria[place]?.kind !== "own");
  return stray === undefined ? accept(undefined) : refuse("criterion_not_own", { criterion: stray + 1 });
}
