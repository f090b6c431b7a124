import { inMinorUnits, type Ratio } from "@/domain/shared/exchange-rate";
import type { Money } from "@/domain/shared/money";
import { divideHalfEven } from "@/domain/shared/rounding";

/** One payment as it would come about: what the payer parts with, what the payee gets, and what is billed beside it. */
export type Moved = {
  readonly paid: Money;
  readonly received: Money;
  /** Which of the two the request fixes: costs are a share of it. */
  readonly fixed: "paid" | "received";
  /** Charges that are not taken out of the payment, such as onboarding; payer's minor units. */
  readonly besideMinor: bigint;
};

const WHOLE_BPS = 10_000n;

/**
 * All that a payment costs, in basis points of its fixed side at the mid rate: what is lost on the way, and what is billed
 * beside. Rounded half to even to a whole basis point; below zero where a bid's own rate is better than `mid`.
 */
export function effectiveCostBps({ paid, received, fixed, besideMinor }: Moved, mid: Ratio): number {
  const { num, den } = inMinorUnits(mid, paid.currency, received.currency);
  // Both sides in payee's minor units times `den`, so that nothing is divided before the end.
  const paidAtMid = paid.minor * num;
  const receivedThere = received.minor * den;
  const whole = fixed === "paid" ? paidAtMid : receivedThere;
  const lost = paidAtMid - receivedThere + besideMinor * num;
  return Number(divideHalfEven(lost * WHOLE_BPS, whole));
}
