import { convert, type ExchangeRate, type RateRefusal } from "../shared/exchange-rate";
import type { Instant } from "../shared/instant";
import type { LocalDate } from "../shared/local-date";
import { type Currency, type Money, sum } from "../shared/money";
import { accept, type Result } from "../shared/result";

export type Comparable = {
  readonly bidId: string;
  readonly requestId: string;
  readonly providerOrganisationId: string;
  readonly total: Money;
  readonly transitDays: { readonly min: number; readonly max: number };
  readonly validUntil: Instant;
};

/** A bid in the currency of the comparison, with the dated rates that brought it there and what it is best at. */
export type Compared<B extends Comparable = Comparable> = B & {
  readonly amount: Money;
  readonly rates: readonly ExchangeRate[];
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

const least = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
const leastMinor = (amounts: readonly Money[]): bigint =>
  amounts.reduce((low, { minor }) => (minor < low ? minor : low), amounts[0]?.minor ?? 0n);

/** A word for the best only says something where there is more than one; equal bests share it. */
function mark<B extends Comparable>(
  converted: readonly (B & { amount: Money; rates: readonly ExchangeRate[] })[],
): Compared<B>[] {
  const isContest = converted.length > 1;
  const low = leastMinor(converted.map((bid) => bid.amount));
  const fast = least(converted.map((bid) => bid.transitDays.max));
  const long = -least(converted.map((bid) => -bid.validUntil));
  return converted.map((bid) => ({
    ...bid,
    isLowest: isContest && bid.amount.minor === low,
    isFastest: isContest && bid.transitDays.max === fast,
    isLongestValid: isContest && bid.validUntil === long,
  }));
}

/**
 * Brings bids to one currency at the rates of `day` and marks, request by request, the lowest, the fastest (by its longest promised
 * days) and the one valid longest. One missing rate refuses the whole comparison: a bid that cannot be compared is never left out.
 */
export function compareBids<B extends Comparable>(
  bids: readonly B[],
  to: { readonly currency: Currency; readonly day: LocalDate; readonly rates: readonly ExchangeRate[] },
): Result<Comparison<B>, RateRefusal> {
  const converted: (B & { amount: Money; rates: readonly ExchangeRate[] })[] = [];
  for (const bid of bids) {
    const result = convert(bid.total, to.currency, to.rates, to.day);
    if (!result.ok) return result;
    converted.push({ ...bid, amount: result.value.amount, rates: result.value.rates });
  }
  const requestIds = new Set(converted.map((bid) => bid.requestId));
  const marked = [...requestIds].flatMap((id) => mark(converted.filter((bid) => bid.requestId === id)));
  const used = new Map(
    converted.flatMap((bid) => bid.rates).map((rate) => [`${rate.base}${rate.quote}${rate.day}`, rate]),
  );
  return accept({ currency: to.currency, day: to.day, bids: marked, rates: [...used.values()] });
}

/** The exact sum of chosen bids in the currency of the comparison. */
export const sumOf = (bids: readonly Pick<Compared, "amount">[], currency: Currency): Money =>
  sum(
    bids.map((bid) => bid.amount),
    currency,
  );

/** A dated rate as the award keeps it: `USD/CNY 7.1642 2026-11-24 source`. */
export const rateText = ({ base, quote, rate, day, source }: ExchangeRate): string =>
  `${base}/${quote} ${rate} ${day} ${source}`;
