import { type RequestTerms, termsOf } from "../requests/request";
import type { BidMode, Feedback } from "../requests/request-choices";
import { convert, type ExchangeRate, type RateRefusal } from "../shared/exchange-rate";
import { accept, type Result } from "../shared/result";
import { type Currency, divideHalfUp, type Money } from "../shared/money";
import { byTieRule } from "./standing-since";
import type { Instant, LocalDate } from "../shared/time";

export const LIGHTS = ["green", "yellow", "red"] as const;

/** Green is the best bid, yellow one at most 5 percent above it, red any other. */
export type Light = (typeof LIGHTS)[number];

/** What a bidder is told of its own place. `gapBps` is its distance to the best in basis points of the best. */
export type BidFeedback =
  | { readonly kind: "amounts" | "gap"; readonly rank: number; readonly count: number; readonly gapBps: number }
  | { readonly kind: "rank"; readonly rank: number; readonly count: number }
  | { readonly kind: "traffic_light"; readonly light: Light }
  /** A rate is missing, so that nobody's place is known. */
  | { readonly kind: "unknown" };

const YELLOW_PERCENT = 5n;
const GAP_BPS_MAX = 1_000_000n;

/**
 * Rounded to the nearest, half up, as everybody reckons it; who is behind by less than that is told one basis point, and not that it is level. A
 * best bid that rounds to nothing is infinitely far away.
 */
function gapBps(own: bigint, best: bigint): number {
  if (own <= best) return 0;
  if (best <= 0n) return Number(GAP_BPS_MAX);
  const bps = divideHalfUp((own - best) * 10_000n, best) || 1n;
  return Number(bps < GAP_BPS_MAX ? bps : GAP_BPS_MAX);
}

function lightOf(rank: number, own: bigint, best: bigint): Light {
  if (rank === 1) return "green";
  return own * 100n <= best * (100n + YELLOW_PERCENT) ? "yellow" : "red";
}

/**
 * What the organisation is told of its own bid's place among those that stand, in the way the request was published with. Null where
 * no bid of its own stands. No answer holds a rival's amount; a colour holds no number at all.
 */
export function feedbackOf(
  ranking: Result<readonly Ranked[], RateRefusal>,
  { feedback, organisationId }: { readonly feedback: Feedback; readonly organisationId: string },
): BidFeedback | null {
  if (!ranking.ok) return { kind: "unknown" };
  const ranked = ranking.value;
  const at = ranked.findIndex(({ providerOrganisationId }) => providerOrganisationId === organisationId);
  const [best, own] = [ranked[0], ranked[at]];
  if (!best || !own) return null;
  const place = { rank: at + 1, count: ranked.length };
  switch (feedback) {
    case "rank":
      return { kind: feedback, ...place };
    case "traffic_light":
      return { kind: feedback, light: lightOf(place.rank, own.comparedMinor, best.comparedMinor) };
    default:
      return { kind: feedback, ...place, gapBps: gapBps(own.comparedMinor, best.comparedMinor) };
  }
}

type Published = { readonly bidMode: BidMode; readonly terms: RequestTerms | null };

/** What bidders know of each other while bids come: nothing, each its own place, or all totals. */
export function disclosureOf(request: Published): "sealed" | "place" | "open" {
  if (request.bidMode === "sealed") return "sealed";
  return termsOf(request).feedback === "amounts" ? "open" : "place";
}

/** Whether a bidder may read what its rivals ask: only in open bidding that was published so. */
export const maySeeRivals = (request: Published): boolean => disclosureOf(request) === "open";

/** A bid that stands in open bidding, as far as its place depends on it. */
export type Standing = {
  readonly bidId: string;
  readonly providerOrganisationId: string;
  /** The bidder's own price (`rankedPrice`). */
  readonly price: Money;
  /** Since when it has its place, which is not when the bid first came. */
  readonly standingSince: Instant;
};

/** A standing bid with what its own price comes to in the currency of comparison. */
export type Ranked = Standing & { readonly comparedMinor: bigint };

/** In which currency bids are compared, and at which dated rates. */
export type Comparing = {
  readonly currency: Currency;
  readonly rates: readonly ExchangeRate[];
  readonly day: LocalDate;
};

/** What the own price of the standing bid comes to in the currency of comparison. Refuses where a rate is missing or too old. */
export function compared(standing: Standing, { currency, rates, day }: Comparing): Result<Ranked, RateRefusal> {
  const converted = convert(standing.price, currency, rates, day);
  return converted.ok ? accept({ ...standing, comparedMinor: converted.value.amount.minor }) : converted;
}

/** The market's order of two bids: the lower own price in the currency of comparison, then the tie rule. */
function byPlace(a: Ranked, b: Ranked): number {
  if (a.comparedMinor !== b.comparedMinor) return a.comparedMinor < b.comparedMinor ? -1 : 1;
  return byTieRule(a, b);
}

/**
 * All standing bids, the best first. Refuses with the first rate that is missing: a place among bids of which one cannot be compared
 * would be a guess.
 */
export function rank(standings: readonly Standing[], comparing: Comparing): Result<readonly Ranked[], RateRefusal> {
  const ranked: Ranked[] = [];
  for (const standing of standings) {
    const one = compared(standing, comparing);
    if (!one.ok) return one;
    ranked.push(one.value);
  }
  return accept(ranked.sort(byPlace));
}

/** The bid that is handed in, what stood of the same bidder before, and the standing bids of all others. */
export type Placing = {
  readonly own: Ranked;
  readonly before: Ranked | null;
  readonly rivals: readonly Ranked[];
};

const isFirst = (bid: Ranked, rivals: readonly Ranked[]): boolean => rivals.every((rival) => byPlace(bid, rival) < 0);

/**
 * Whether the bid takes the first place, or betters the first place that its bidder has. A bid that is worse than the best, and one
 * that only says something else at the same price, improves nothing.
 */
export function isImproving({ own, before, rivals }: Placing): boolean {
  if (!isFirst(own, rivals)) return false;
  const wasFirst = before !== null && isFirst(before, rivals);
  return !wasFirst || own.comparedMinor < before.comparedMinor;
}
