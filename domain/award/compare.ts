import { convert, type ExchangeRate, type RateRefusal } from "../shared/exchange-rate";
import type { Instant, LocalDate } from "../shared/time";
import { type Currency, type Money, sum } from "../shared/money";

export type Comparable = {
  readonly bidId: string;
  readonly requestId: string;
  readonly total: Money;
  /** By what it is compared (`rankedPrice`). */
  readonly ownPrice: Money;
  readonly transitDays: { readonly min: number; readonly max: number };
  readonly validUntil: Instant;
};

type Converted<B> = B & {
  /** Its own price in the currency of the comparison; null where a rate is missing, which `missing` names. */
  readonly amount: Money | null;
  /** The same of its total, with what is paid at cost: what would be contracted. */
  readonly contract: Money | null;
  readonly missing: RateRefusal | null;
  readonly rates: readonly ExchangeRate[];
};

/** A bid in the currency of the comparison, with the dated rates that brought it there and what it is best at. */
export type Compared<B extends Comparable = Comparable> = Converted<B> & {
  readonly isLowest: boolean;
  readonly isFastest: boolean;
  readonly isLongestValid: boolean;
};

export type Comparison<B extends Comparable = Comparable> = {
  readonly currency: Currency;
  readonly day: LocalDate;
  readonly bids: readonly Compared<B>[];
  /** Every rate that was used, each once. */
  readonly rates: readonly ExchangeRate[];
};

type Target = { readonly currency: Currency; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] };

function convertBid<B extends Comparable>(bid: B, to: Target): Converted<B> {
  const own = convert(bid.ownPrice, to.currency, to.rates, to.day);
  const total = convert(bid.total, to.currency, to.rates, to.day);
  const none = { amount: null, contract: null, rates: [] };
  if (!own.ok) return { ...bid, ...none, missing: own.refusal };
  if (!total.ok) return { ...bid, ...none, missing: total.refusal };
  return { ...bid, amount: own.value.amount, contract: total.value.amount, missing: null, rates: own.value.rates };
}

/** The least of the amounts; null where one of them is not known, since then nobody can say which is lowest. */
function lowest(bids: readonly { readonly amount: Money | null }[]): bigint | null {
  let low: bigint | null = null;
  for (const { amount } of bids) {
    if (amount === null) return null;
    if (low === null || amount.minor < low) low = amount.minor;
  }
  return low;
}

/** A word for the best says something only where bids differ; equal bests share it. */
function mark<B extends Comparable>(bids: readonly Converted<B>[]): Compared<B>[] {
  const low = lowest(bids);
  const fast = Math.min(...bids.map((bid) => bid.transitDays.max));
  const long = Math.max(...bids.map((bid) => bid.validUntil));
  const differs = (isBest: (bid: Converted<B>) => boolean) => !bids.every(isBest);
  const isLowest = (bid: Converted<B>) => low !== null && bid.amount?.minor === low;
  const isFastest = (bid: Converted<B>) => bid.transitDays.max === fast;
  const isLongestValid = (bid: Converted<B>) => bid.validUntil === long;
  return bids.map((bid) => ({
    ...bid,
    isLowest: differs(isLowest) && isLowest(bid),
    isFastest: differs(isFastest) && isFastest(bid),
    isLongestValid: differs(isLongestValid) && isLongestValid(bid),
  }));
}

/**
 * Brings bids to one currency at the rates of `day` and marks, request by request, the lowest by their own prices, the fastest (by its longest promised
 * days) and the one valid longest. A bid whose rate is missing stays in the comparison without an amount, and then none is lowest.
 */
export function compareBids<B extends Comparable>(bids: readonly B[], to: Target): Comparison<B> {
  const converted = bids.map((bid) => convertBid(bid, to));
  const requestIds = new Set(converted.map((bid) => bid.requestId));
  const marked = [...requestIds].flatMap((id) => mark(converted.filter((bid) => bid.requestId === id)));
  const used = new Map(
    converted.flatMap((bid) => bid.rates).map((rate) => [`${rate.base}${rate.quote}${rate.day}`, rate]),
  );
  return { currency: to.currency, day: to.day, bids: marked, rates: [...used.values()] };
}

/** The exact sum of what chosen bids would be contracted at, in the currency of the comparison; null where one of them has no amount in it. */
export function sumOf(bids: readonly Pick<Compared, "contract">[], currency: Currency): Money | null {
  const amounts = bids.map((bid) => bid.contract);
  return amounts.every((amount) => amount !== null) ? sum(amounts, currency) : null;
}

/** A dated rate as the award keeps it: `USD/CNY 7.1642 2026-11-24 source`. */
export const rateText = ({ base, quote, rate, day, source }: ExchangeRate): string =>
  `${base}/${quote} ${rate} ${day} ${source}`;
