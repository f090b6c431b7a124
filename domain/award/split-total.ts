import { CHARGE_GROUP } from "../services/charge";
import { type Money, money } from "../shared/money";
import type { BidContent } from "../bidding/bid";
import type { PricedLine } from "../bidding/price-charges";

export type SplitTotal = { readonly own: Money; readonly passThrough: Money };

/** Duty, tax and state fees are never a bidder's income, whether it marked the line or not. */
export const isPassedThrough = ({ isPassThrough, code }: PricedLine): boolean =>
  isPassThrough || CHARGE_GROUP[code] === "duty_tax";

/**
 * A bid's total in its two parts: the bidder's own price, and what is paid for the buyer at cost (lines marked so, and duty, tax and
 * state fees), which is an estimate. Both in the bid's currency; together they are the total, to the minor unit.
 */
export function splitTotal({ lines, currency }: Pick<BidContent, "lines" | "currency">): SplitTotal {
  let own = 0n;
  let passThrough = 0n;
  for (const line of lines) {
    const minor = BigInt(line.amountMinor ?? "0");
    if (isPassedThrough(line)) passThrough += minor;
    else own += minor;
  }
  return { own: money(own, currency), passThrough: money(passThrough, currency) };
}
