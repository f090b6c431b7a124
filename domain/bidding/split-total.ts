import { CHARGE_GROUP, type ChargeCode } from "../services/charge";
import { type Money, money } from "../shared/money";
import type { BidContent } from "./bid";

export type SplitTotal = { readonly own: Money; readonly passThrough: Money };

type Passed = { readonly code: ChargeCode; readonly isPassThrough?: boolean };

/** Duty, tax and state fees are never a bidder's income, whether it marked the line or not. */
export const isPassedThrough = ({ isPassThrough = false, code }: Passed): boolean =>
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

/**
 * The amount by which bids are compared and ranked, wherever that is done: the bidder's own price. Duty, tax and what else is paid at cost
 * come to the same whoever does the work, so that an estimate of them decides nothing.
 */
export const rankedPrice = (content: Pick<BidContent, "lines" | "currency">): Money => splitTotal(content).own;

/** What a bid holds of duty, tax and fees of the state, each an estimate until the customs have assessed them. */
export const stateCharges = ({ lines, currency }: Pick<BidContent, "lines" | "currency">): Money =>
  splitTotal({ currency, lines: lines.filter(({ code }) => CHARGE_GROUP[code] === "duty_tax") }).passThrough;
