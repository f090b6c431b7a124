import type { Reader } from "@/db/database";
import { bidsOfRequest, findVersion, type StoredBid } from "@/db/repositories/bidding";
import { scoresOf } from "@/db/repositories/panel-scores";
import type { StoredRequest } from "@/db/repositories/requests";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import type { Scorable } from "@/domain/award/score/rank-bids";
import { rankedPrice } from "@/domain/bidding/split-total";
import type { BidState } from "@/domain/shared/states";
import { convert, type ExchangeRate } from "@/domain/shared/exchange-rate";
import { type Instant, instant } from "@/domain/shared/instant";
import type { LocalDate } from "@/domain/shared/local-date";
import { basisPointsOf, money } from "@/domain/shared/money";
import { placesSince } from "../../bidding/standings/places-since";

/** A bid that is chosen together with others of its bidder: its price is what would be contracted, with so much less than its own price. */
export type WithPackage = { readonly bidId: string; readonly discountBps: number };

export type ScoredAt = {
  readonly now: Instant;
  readonly day: LocalDate;
  readonly rates: readonly ExchangeRate[];
  /** Left out where bids are ranked as they were made, before package discounts. */
  readonly withPackage?: WithPackage | null;
};

type Points = Awaited<ReturnType<typeof scoresOf>>;

function pointsOf(given: Points, bidId: string): Scorable["points"] {
  const points = new Map<number, number[]>();
  for (const one of given)
    if (one.bidId === bidId) points.set(one.criterion, [...(points.get(one.criterion) ?? []), one.points]);
  return points;
}

export type ReadScorable = Scorable & {
  /** Whether the bid's time is over, so that it can win no more. */
  readonly isExpired: boolean;
};

type Scoring = {
  readonly request: StoredRequest;
  readonly given: Points;
  readonly since: Awaited<ReturnType<typeof placesSince>>;
  readonly at: ScoredAt;
};

async function scorableOf(db: Reader, bid: StoredBid, scoring: Scoring): Promise<ReadScorable | null> {
  const { request, given, since, at } = scoring;
  const version = await findVersion(db, { bidId: bid.id, version: bid.version });
  const content = version?.content;
  if (!version || !content) return null;
  const own = rankedPrice(content);
  const off = at.withPackage?.bidId === bid.id ? basisPointsOf(own, at.withPackage.discountBps).minor : 0n;
  const converted = convert(money(own.minor - off, own.currency), request.comparisonCurrency, at.rates, at.day);
  return {
    bidId: bid.id,
    priceMinor: converted.ok ? converted.value.amount.minor : null,
    maxDays: content.transitDays.max,
    standingSince: since({ bidId: bid.id, submittedAt: instant(version.submittedAt) }),
    points: pointsOf(given, bid.id),
    isExpired: isExpired({ state: bid.state, expiresAt: expiresAtOf(request.service, content) }, at.now),
  };
}

/** What a request's readable bids in these states are scored by; amounts in its own currency of comparison at the rates of `day`. */
export async function readScorables(
  db: Reader,
  request: StoredRequest,
  { states, ...at }: ScoredAt & { readonly states: readonly BidState[] },
): Promise<ReadScorable[]> {
  const scoring = { request, at, given: await scoresOf(db, request.id), since: await placesSince(db, request) };
  const scorables: ReadScorable[] = [];
  for (const bid of await bidsOfRequest(db, request.id)) {
    const one = states.includes(bid.state) ? await scorableOf(db, bid, scoring) : null;
    if (one) scorables.push(one);
  }
  return scorables;
}
