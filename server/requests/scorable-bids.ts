import { type Reader, together } from "@/db/database";
import { type BidWithContent, bidsWithContent } from "@/db/repositories/bidding";
import { insertDebriefs, scoresOf } from "@/db/repositories/award";
import type { StoredRequest } from "@/db/repositories/requests";
import { expiresAtOf, isExpired } from "@/domain/award/quote-expiry";
import { type Scorable, rankBids } from "@/domain/award/scoring";
import { rankedPrice } from "@/domain/bidding/bid";
import type { BidState } from "@/domain/shared/vocabulary";
import { type ExchangeRate, convert } from "@/domain/shared/exchange-rate";
import { dayOf, type Instant, instant, type LocalDate } from "@/domain/shared/time";
import { basisPointsOf, money } from "@/domain/shared/money";
import { placesSince } from "../bidding/place-bid";
import { disqualificationsOf } from "@/db/repositories/decisions";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { type EndedBid, type LosingEnd, debriefsOf } from "@/domain/bidding/debrief";
import { termsOf } from "@/domain/requests/request";
import type { CommandContext } from "../platform/command";

/** A bid that is chosen together with others of its bidder: its price is what would be contracted, with so much less than its own price. */
export type WithPackage = { readonly bidId: string; readonly discountBps: number };

export type ScoredAt = {
  readonly now: Instant;
  readonly day: LocalDate;
  readonly rates: readonly ExchangeRate[];
  /** What the request's bids are scored by, where it was read before. */
  readonly scoring?: ReadScoring;
  /** Left out where bids are ranked as they were made, before package discounts. */
  readonly withPackage?: WithPackage | null;
};

type Points = Awaited<ReturnType<typeof scoresOf>>;

/** What the panel gave the bids of a request, and since when each has its place. */
export async function readScoring(db: Reader, request: StoredRequest) {
  const [given, since] = await together([scoresOf(db, request.id), placesSince(db, request)]);
  return { given, since };
}

export type ReadScoring = Awaited<ReturnType<typeof readScoring>>;

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

type Scoring = ReadScoring & { readonly request: StoredRequest; readonly at: ScoredAt };

function scorableOf(bid: BidWithContent, { request, given, since, at }: Scoring): ReadScorable | null {
  const { content } = bid;
  if (!content) return null;
  const own = rankedPrice(content);
  const off = at.withPackage?.bidId === bid.id ? basisPointsOf(own, at.withPackage.discountBps).minor : 0n;
  const converted = convert(money(own.minor - off, own.currency), request.comparisonCurrency, at.rates, at.day);
  return {
    bidId: bid.id,
    priceMinor: converted.ok ? converted.value.amount.minor : null,
    maxDays: content.transitDays.max,
    standingSince: since({ bidId: bid.id, submittedAt: instant(bid.sentAt) }),
    points: pointsOf(given, bid.id),
    isExpired: isExpired({ state: bid.state, expiresAt: expiresAtOf(request.service, content) }, at.now),
  };
}

type Scored = ScoredAt & { readonly bids: readonly BidWithContent[]; readonly states: readonly BidState[] };

/** What those of a request's bids are scored by that are readable and in these states; amounts in its own currency of comparison at the rates of `day`. */
export async function readScorables(
  db: Reader,
  request: StoredRequest,
  { bids, states, ...at }: Scored,
): Promise<ReadScorable[]> {
  const scoring = { request, at, ...(at.scoring ?? (await readScoring(db, request))) };
  return bids.filter(({ state }) => states.includes(state)).flatMap((bid) => scorableOf(bid, scoring) ?? []);
}

type Losing = {
  readonly withPackage?: WithPackage | null;
  /** Rates of the day and what bids are scored by, where they were read before. */
  readonly read?: Pick<ScoredAt, "rates"> & { readonly scoring: ReadScoring };
};

/**
 * Writes down for each bidder that did not win what it is told of its place and why. It comes before the bids are ended, since it tells those
 * that stood from those that did not; one whose time is over keeps the place that it had.
 */
export async function debriefLosers(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  request: StoredRequest,
  { withPackage = null, read, ...end }: LosingEnd & Losing,
): Promise<void> {
  const day = dayOf(now);
  const [rates, scoring, bids, disqualifications] = await together([
    read?.rates ?? ratesUpTo(tx, day),
    read?.scoring ?? readScoring(tx, request),
    bidsWithContent(tx, request.id),
    disqualificationsOf(tx, request.id),
  ]);
  const at = { now, day, rates, scoring, withPackage };
  const scorables = await readScorables(tx, request, { ...at, bids, states: ["submitted"] });
  const scored = new Map(scorables.map((one) => [one.bidId, one]));
  const ranks = new Map(rankBids(scorables, termsOf(request).criteria).map(({ bidId, rank }) => [bidId, rank]));
  const out = new Map(disqualifications.map((one) => [one.bidId, one]));
  const ended = bids.map(({ id, state }): EndedBid => {
    const reason = out.get(id);
    return {
      id,
      state,
      amountMinor: scored.get(id)?.priceMinor ?? null,
      daysMax: scored.get(id)?.maxDays ?? null,
      rank: ranks.get(id) ?? null,
      disqualified:
        reason?.state === "effective" ? { code: reason.code, words: reason.endWords || reason.words } : null,
    };
  });
  await insertDebriefs(tx, debriefsOf(ended, end), now);
}
