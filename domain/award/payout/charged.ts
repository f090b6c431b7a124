import type { BidContent } from "../../bidding/bid";
import type { PricedLine } from "../../bidding/price-charges";
import type { PayoutCosts } from "../../services/payment/payout/payout";
import { convert, type RateRefusal } from "../../shared/exchange-rate";
import { type Currency, money } from "../../shared/money";
import { accept, type Result } from "../../shared/result";
import type { RatesOfDay } from "./mid-used";

/** What a bid's lines take out of a payment, and what they bill beside it; payer's minor units. */
export type Charged = Omit<PayoutCosts, "mid"> & { readonly besideMinor: bigint };

const OF_AMOUNT: ReadonlySet<string> = new Set(["percent_of_amount", "bps_of_amount"]);

/** The charges of moving the money itself; opening a credit or an account is billed beside. */
const MOVING: ReadonlySet<string> = new Set(["FXS", "PAY"]);

const isMovingShare = (line: PricedLine): boolean => MOVING.has(line.code) && OF_AMOUNT.has(line.basis);

const minorOf = (lines: readonly PricedLine[]): bigint =>
  lines.reduce((all, line) => all + BigInt(line.amountMinor ?? "0"), 0n);

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
  const isSpread = (line: PricedLine) => line.code === "FXS" && line.minimumMinor === undefined;
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
  const [fixedFeeMinor = 0n, besideMinor = 0n, ...minima] = inPayers;
  return accept({
    spreadBps: shares.filter(isSpread).reduce((all, line) => all + (line.rateBps ?? 0), 0),
    percentFees: fees.map((line, position) => ({
      rateBps: line.rateBps ?? 0,
      minimumMinor: minima[position] ?? 0n,
    })),
    fixedFeeMinor,
    besideMinor,
  });
}
