import { type Ratio, inMinorUnits } from "@/domain/shared/exchange-rate";
import { type Currency, divideHalfEven, isStorable, type Money, money } from "@/domain/shared/money";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";

/** A percentage of the amount that moves, in basis points, and the least that it comes to in the payer's minor units. */
export type PercentFee = { readonly rateBps: number; readonly minimumMinor: bigint };

/** What a provider takes for moving money. Fees are in the payer's minor units. */
export type PayoutCosts = {
  /** Units of the payee's currency for one of the payer's, before any spread. */
  readonly mid: Ratio;
  readonly spreadBps: number;
  readonly percentFees: readonly PercentFee[];
  readonly fixedFeeMinor: bigint;
};

export type PayoutRefusal = Refusal<"costs_above_amount" | "amount_too_large">;

const WHOLE_BPS = 10_000n;

/**
 * Spread and fees on `num / den` payer's minor units, exact, over the denominator `den × 10,000`. The spread is a percentage of
 * the amount like the fees: so it is charged (FXS), and so the sum is what the bid's lines say.
 */
function costsOver({ spreadBps, percentFees, fixedFeeMinor }: PayoutCosts, num: bigint, den: bigint): bigint {
  const percents = percentFees.map(({ rateBps, minimumMinor }) => {
    const share = num * BigInt(rateBps);
    const least = minimumMinor * den * WHOLE_BPS;
    return share > least ? share : least;
  });
  return percents.reduce((all, one) => all + one, num * BigInt(spreadBps) + fixedFeeMinor * den * WHOLE_BPS);
}

/**
 * The payer parts with `amount`, from which spread, percentage fees (at least their minima) and fixed fee are taken; the rest is
 * converted at the mid rate. The payee receives whole minor units of its currency, rounded once, half to even, as every
 * conversion of the market is. Refuses `costs_above_amount` where nothing would arrive.
 */
export function payeeReceives(
  amount: Money,
  payeeCurrency: Currency,
  costs: PayoutCosts,
): Result<Money, PayoutRefusal> {
  const mid = inMinorUnits(costs.mid, amount.currency, payeeCurrency);
  const left = amount.minor * WHOLE_BPS - costsOver(costs, amount.minor, 1n);
  if (left <= 0n) return refuse("costs_above_amount");
  const minor = divideHalfEven(left * mid.num, WHOLE_BPS * mid.den);
  return isStorable(minor) ? accept(money(minor, payeeCurrency)) : refuse("amount_too_large");
}

/**
 * The payee is to receive exactly `amount`. The payer pays what it is at the mid rate, with spread, percentage fees (at least
 * their minima) of that, and the fixed fee on top; whole minor units of its currency, rounded once, half to even.
 */
export function payerPays(amount: Money, payerCurrency: Currency, costs: PayoutCosts): Result<Money, PayoutRefusal> {
  const mid = inMinorUnits(costs.mid, payerCurrency, amount.currency);
  const [num, den] = [amount.minor * mid.den, mid.num];
  const minor = divideHalfEven(num * WHOLE_BPS + costsOver(costs, num, den), den * WHOLE_BPS);
  return isStorable(minor) ? accept(money(minor, payerCurrency)) : refuse("amount_too_large");
}

/** One payment as it would come about: what the payer parts with, what the payee gets, and what is billed beside it. */
export type Moved = {
  readonly paid: Money;
  readonly received: Money;
  /** Which of the two the request fixes: costs are a share of it. */
  readonly fixed: "paid" | "received";
  /** Charges that are not taken out of the payment, such as onboarding; payer's minor units. */
  readonly otherChargesMinor: bigint;
};

/**
 * All that a payment costs, in basis points of its fixed side at the mid rate: what is lost on the way, and what is billed
 * beside. Rounded half to even to a whole basis point; below zero where a bid's own rate is better than `mid`.
 */
export function effectiveCostBps({ paid, received, fixed, otherChargesMinor }: Moved, mid: Ratio): number {
  const { num, den } = inMinorUnits(mid, paid.currency, received.currency);
  // Both sides in payee's minor units times `den`, so that nothing is divided before the end.
  const paidAtMid = paid.minor * num;
  const receivedThere = received.minor * den;
  const whole = fixed === "paid" ? paidAtMid : receivedThere;
  const lost = paidAtMid - receivedThere + otherChargesMinor * num;
  return Number(divideHalfEven(lost * WHOLE_BPS, whole));
}
