import { type PaymentSpec, pricedAmount } from "../services/payment/spec";
import type { PaymentTerms } from "../services/payment/terms";
import {
  convert,
  crossRate,
  type ExchangeRate,
  parseRate,
  type RateRefusal,
  type Ratio,
} from "../shared/exchange-rate";
import type { Instant, LocalDate } from "../shared/time";
import { type Currency, type Money, money } from "../shared/money";
import { accept, type Result } from "../shared/result";
import type { BidContent } from "../bidding/bid";
import type { PricedLine } from "../bidding/price-charges";
import {
  effectiveCostBps,
  payeeReceives,
  payerPays,
  type PayoutCosts,
  type PayoutRefusal,
} from "../services/payment/payout";
import { paymentSpecSchema, paymentTermsSchema } from "../services/payment/schema";
import type { Service } from "../shared/vocabulary";

export type RatesOfDay = { readonly rates: readonly ExchangeRate[]; readonly day: LocalDate };

/** A rate as a screen names it: 1 `base` is `rate` `quote`; of a day of the market, or of a bid's own time where it says one. */
export type NamedRate = {
  readonly base: Currency;
  readonly quote: Currency;
  readonly rate: string;
  readonly source: string | null;
  readonly day: LocalDate | null;
  readonly at: Instant | null;
};

/** Whose mid rate a payment is reckoned at, and that rate; none where nothing is exchanged. */
export type MidUsed = { readonly source: "bid" | "market" | "none"; readonly rates: readonly NamedRate[] };

export type Mid = { readonly ratio: Ratio; readonly used: MidUsed };

type Pair = Pick<PaymentSpec, "payerCurrency" | "payeeCurrency">;

/** The market's dated rate from the payer's currency to the payee's; refuses where it has none, or only an old one. */
export function marketMid({ payerCurrency, payeeCurrency }: Pair, at: RatesOfDay): Result<Mid, RateRefusal> {
  const cross = crossRate(payerCurrency, payeeCurrency, at);
  if (!cross.ok) return cross;
  const rates = cross.value.rates.map((rate) => ({ ...rate, at: null }));
  const source = payerCurrency === payeeCurrency ? "none" : "market";
  return accept({ ratio: cross.value.ratio, used: { source, rates } });
}

/** The mid rate that the bid itself states, whichever of the two currencies it is for; null where it states none. */
export function statedMid(pair: Pair, terms: PaymentTerms): Mid | null {
  const ratio = terms.midRate === undefined ? null : parseRate(terms.midRate);
  if (ratio === null || terms.midRate === undefined || pair.payerCurrency === pair.payeeCurrency) return null;
  const base = terms.midBase ?? pair.payerCurrency;
  const isForPayer = base === pair.payerCurrency;
  const quote = isForPayer ? pair.payeeCurrency : pair.payerCurrency;
  const { midSource: source = null, midAt: at = null } = terms;
  const rates = [{ base, quote, rate: terms.midRate, source, day: null, at }];
  return { ratio: isForPayer ? ratio : { num: ratio.den, den: ratio.num }, used: { source: "bid", rates } };
}

/** What a bid's lines take out of a payment, and what they bill beside it; payer's minor units. */
export type Charged = Omit<PayoutCosts, "mid"> & { readonly otherChargesMinor: bigint };

const OF_AMOUNT: ReadonlySet<string> = new Set(["percent_of_amount", "bps_of_amount"]);

/** The charges of moving the money itself; opening a credit or an account is billed beside. */
const MOVING: ReadonlySet<string> = new Set(["FXS", "PAY"]);

const isMovingShare = (line: PricedLine): boolean => MOVING.has(line.code) && OF_AMOUNT.has(line.basis);

const minorOf = (lines: readonly PricedLine[]): bigint =>
  lines.reduce((all, line) => all + BigInt(line.amountMinor ?? "0"), 0n);

/** A line that takes a margin on the exchange by the amount; with a minimum it is a fee. */
export const isSpread = (line: PricedLine): boolean =>
  isMovingShare(line) && line.code === "FXS" && line.minimumMinor === undefined;

/**
 * Sorts a bid's lines: FXS by the amount is the spread, other lines of FXS and PAY by the amount are percentage fees (so is a
 * spread with a minimum), the rest of FXS and PAY is the fixed fee, and all other lines that are due stand beside. What is in
 * the bid's currency is brought to the payer's at the day's rates, each figure rounded half to even; refuses a missing rate.
 */
export function chargedBy(
  { lines, currency }: Pick<BidContent, "lines" | "currency">,
  payerCurrency: Currency,
  at: RatesOfDay,
): Result<Charged, RateRefusal> {
  const shares = lines.filter(isMovingShare);
  const fees = shares.filter((line) => !isSpread(line));
  const fixed = lines.filter((line) => MOVING.has(line.code) && !isMovingShare(line));
  const beside = lines.filter((line) => !MOVING.has(line.code));
  const inBid = [minorOf(fixed), minorOf(beside), ...fees.map((line) => BigInt(line.minimumMinor ?? "0"))];
  const inPayers: bigint[] = [];
  for (const minor of inBid) {
    const converted = convert(money(minor, currency), payerCurrency, at.rates, at.day);
    if (!converted.ok) return converted;
    inPayers.push(converted.value.amount.minor);
  }
  const [fixedFeeMinor = 0n, otherChargesMinor = 0n, ...minima] = inPayers;
  return accept({
    spreadBps: shares.filter(isSpread).reduce((all, line) => all + (line.rateBps ?? 0), 0),
    percentFees: fees.map((line, position) => ({
      rateBps: line.rateBps ?? 0,
      minimumMinor: minima[position] ?? 0n,
    })),
    fixedFeeMinor,
    otherChargesMinor,
  });
}

/** What a payment bid comes to: one side is fixed by the request, `amount` is the other. */
export type Payout = {
  readonly side: "payee_receives" | "payer_pays";
  readonly amount: Money;
  readonly effectiveCostBps: number;
  /** The mid rate that `amount` was reckoned at. */
  readonly mid: MidUsed;
  /** Whose mid rate the cost is measured by: the market's where it has one, so that a bid cannot hide a margin in its own. */
  readonly costAgainst: MidUsed["source"];
};

export type PayoutOutcome = Result<Payout, RateRefusal | PayoutRefusal>;

type Content = Pick<BidContent, "lines" | "currency" | "terms">;

/**
 * What the payee receives where the request fixes what the payer parts with, and what the payer pays where it fixes what is to
 * arrive: by the bid's own mid rate if it states one, else by the market's dated rate. Between equal currencies the amount is
 * the payer's. Refuses where a rate is missing or old, and where the costs leave nothing.
 */
export function payoutOf(spec: PaymentSpec, content: Content, at: RatesOfDay): PayoutOutcome {
  const { payerCurrency, payeeCurrency } = spec;
  const given = pricedAmount(spec);
  const market = marketMid(spec, at);
  const stated = statedMid(spec, paymentTermsSchema.parse(content.terms));
  const chosen = stated ? accept(stated) : market;
  if (!chosen.ok) return chosen;
  const mid = chosen.value;
  const charged = chargedBy(content, payerCurrency, at);
  if (!charged.ok) return charged;
  const { otherChargesMinor, ...fees } = charged.value;
  const costs = { ...fees, mid: mid.ratio };
  const isPayers = given.currency === payerCurrency;
  const reckoned = isPayers ? payeeReceives(given, payeeCurrency, costs) : payerPays(given, payerCurrency, costs);
  if (!reckoned.ok) return reckoned;
  const amount = reckoned.value;
  const measure = market.ok ? market.value : mid;
  const moved = isPayers
    ? ({ paid: given, received: amount, fixed: "paid", otherChargesMinor } as const)
    : ({ paid: amount, received: given, fixed: "received", otherChargesMinor } as const);
  return accept({
    side: isPayers ? "payee_receives" : "payer_pays",
    amount,
    effectiveCostBps: effectiveCostBps(moved, measure.ratio),
    mid: mid.used,
    costAgainst: measure.used.source,
  });
}

/** The same for a bid as it is kept; null for services that move no money, and where request or terms were kept in a form that is read no longer. */
export const payoutOfBid = (
  request: { readonly service: Service; readonly spec: unknown },
  content: Content,
  at: RatesOfDay,
): PayoutOutcome | null => {
  if (request.service !== "payment") return null;
  const spec = paymentSpecSchema.safeParse(request.spec).data;
  const areTermsRead = paymentTermsSchema.safeParse(content.terms).success;
  return spec && areTermsRead ? payoutOf(spec, content, at) : null;
};

type Marked = {
  readonly isLowest: boolean;
  readonly isExpired: boolean;
  readonly payout: PayoutOutcome | null;
};

/**
 * The bids of one payment request with "lowest" on those that leave the payee the most, or cost the payer the least where the
 * payee's side is fixed. Expired quotes do not take part; where they all arrive at the same, or one of them at nothing that is
 * known, none is marked.
 */
export function markByPayout<B extends Marked>(bids: readonly B[]): B[] {
  const standing = bids.filter((bid) => !bid.isExpired);
  const known = standing.flatMap((bid) => (bid.payout?.ok ? [bid.payout.value] : []));
  const best = known.reduce<bigint | null>((found, { side, amount }) => {
    const isBetter = found === null || (side === "payee_receives" ? amount.minor > found : amount.minor < found);
    return isBetter ? amount.minor : found;
  }, null);
  const isBest = (bid: B) => !bid.isExpired && bid.payout?.ok === true && bid.payout.value.amount.minor === best;
  const isTold = known.length === standing.length && !standing.every(isBest);
  return bids.map((bid) => ({ ...bid, isLowest: isTold && isBest(bid) }));
}
