import type { Reader } from "../../db/database";
import { bidsOfRequest, findVersion, type StoredBid } from "../../db/repositories/bidding";
import { scoresOf } from "../../db/repositories/panel-scores";
import type { StoredRequest } from "../../db/repositories/requests";
import { expiresAtOf, isExpired } from "../../domain/award/quote-expiry";
import { type RankedBid, rankBids, type Scorable } from "../../domain/award/score/rank-bids";
import type { BidState } from "../../domain/bidding/bid";
import { isOpened } from "../../domain/requests/request";
import { termsOf } from "../../domain/requests/terms";
import { convert, type ExchangeRate } from "../../domain/shared/exchange-rate";
import { type Instant, instant } from "../../domain/shared/instant";
import type { LocalDate } from "../../domain/shared/local-date";
import { money } from "../../domain/shared/money";

/** Bids that stand, and those that stood when it was decided. */
const RANKED: ReadonlySet<BidState> = new Set(["submitted", "won", "lost"]);

type At = { readonly now: Instant; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] };

type Points = Awaited<ReturnType<typeof scoresOf>>;

function pointsOf(given: Points, bidId: string): Scorable["points"] {
  const points = new Map<number, number[]>();
  for (const one of given)
    if (one.bidId === bidId) points.set(one.criterion, [...(points.get(one.criterion) ?? []), one.points]);
  return points;
}

type Ranking = { readonly request: StoredRequest; readonly given: Points; readonly at: At };

async function scorableOf(db: Reader, bid: StoredBid, { request, given, at }: Ranking): Promise<Scorable | null> {
  const version = await findVersion(db, { bidId: bid.id, version: bid.version });
  const content = version?.content;
  if (!version || !content) return null;
  if (isExpired({ state: bid.state, expiresAt: expiresAtOf(request.service, content) }, at.now)) return null;
  const total = money(BigInt(content.totalMinor), content.currency);
  const converted = convert(total, request.comparisonCurrency, at.rates, at.day);
  return {
    bidId: bid.id,
    totalMinor: converted.ok ? converted.value.amount.minor : null,
    maxDays: content.transitDays.max,
    standingSince: instant(version.submittedAt),
    points: pointsOf(given, bid.id),
  };
}

/**
 * The ranking of a request's opened bids by its own criteria, in its own currency of comparison at the rates of `day`, with what the panel has
 * given so far. Empty before the opening. Bids that ended before the decision, or whose time is over, are not ranked.
 */
export async function rankRequest(db: Reader, request: StoredRequest, at: At): Promise<RankedBid[]> {
  if (!isOpened(request)) return [];
  const given = await scoresOf(db, request.id);
  const scorables: Scorable[] = [];
  for (const bid of await bidsOfRequest(db, request.id)) {
    const one = RANKED.has(bid.state) ? await scorableOf(db, bid, { request, given, at }) : null;
    if (one) scorables.push(one);
  }
  return rankBids(scorables, termsOf(request).criteria);
}
