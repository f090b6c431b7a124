import type { NamedRate } from "../../domain/award/payout/mid-used";
import type { PayoutOutcome } from "../../domain/award/payout/payout-of-bid";
import { toIso } from "../../domain/shared/instant";
import { toDecimal } from "../../domain/shared/money";

/** The columns of a payment bid, as `award.csv` words them. */
export const PAYOUT_HEADS = ["payeeReceives", "payerPays", "payoutCurrency", "effectiveCost", "mid"] as const;

const midText = ({ base, quote, rate, source, day, at }: NamedRate): string =>
  [`${base}/${quote}`, rate, day ?? (at === null ? null : toIso(at)), source].filter((part) => part !== null).join(" ");

/** Empty for other services, and where nobody can say what arrives. */
export function payoutCells(payout: PayoutOutcome | null): (string | number)[] {
  if (!payout?.ok) return PAYOUT_HEADS.map(() => "");
  const { side, amount, effectiveCostBps, mid } = payout.value;
  const decimal = toDecimal(amount);
  return [
    side === "payee_receives" ? decimal : "",
    side === "payer_pays" ? decimal : "",
    amount.currency,
    effectiveCostBps,
    [mid.source, ...mid.rates.map(midText)].join("; "),
  ];
}
