import { type BidContent, isPassedThrough, splitTotal } from "../bidding/bid";
import { type Money, money } from "../shared/money";
import { priceAfter, type ReachedDiscount } from "./package-discounts";
import { isSpread } from "./payout";

/** What is contracted, and what of it counts as what; all in the bid's currency. */
export type ContractParts = {
  readonly price: Money;
  /** Of the price what the provider pays for the buyer at cost. */
  readonly passThrough: Money;
  /** Of the rest what is a margin on an exchange of money, and no fee that is charged by itself. */
  readonly margin: Money;
};

/**
 * What an offer comes to when it is awarded, less what a package takes off, which comes off its fees first: a margin is at most what is the
 * provider's own. A spread by the amount is a margin; with a minimum it is a fee.
 */
export function contractParts(
  content: Pick<BidContent, "lines" | "currency" | "totalMinor">,
  discount: ReachedDiscount | null,
): ContractParts {
  const price = priceAfter(content, discount);
  const { passThrough } = splitTotal(content);
  const own = price.minor - passThrough.minor;
  const spread = content.lines
    .filter((line) => isSpread(line) && !isPassedThrough(line))
    .reduce((all, line) => all + BigInt(line.amountMinor ?? "0"), 0n);
  const most = own > 0n ? own : 0n;
  return { price, passThrough, margin: money(spread < most ? spread : most, price.currency) };
}
