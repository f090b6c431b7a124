import { byTieRule } from "./standing-since";
import { type ExchangeRate, type RateRefusal, convert } from "../shared/exchange-rate";
import type { Instant } from "../shared/instant";
import type { LocalDate } from "../shared/local-date";
import type { Currency, Money } from "../shared/money";
import { type Result, accept } from "../shared/result";

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
