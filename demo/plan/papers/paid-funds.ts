import type { Funds } from "../../../domain/services/payment/funds";
import { type PaymentSpec, pricedAmount } from "../../../domain/services/payment/spec";
import { leastPaid } from "../../../domain/remittance/rate-lock";
import type { Ratio } from "../../../domain/shared/exchange-rate";
import type { Instant } from "../../../domain/shared/instant";
import { dayOf } from "../../../domain/shared/local-date";
import { type WireMoney, toWireMoney } from "../../../domain/shared/money-schema";
import { tradersOf } from "../customs-spec";
import type { PlannedDeal } from "../plan-deal";

type Paid = {
  /** As banks write it. */
  readonly remitter: string;
  readonly at: Instant;
  /** Units of the payee's currency for one of the payer's, as locked; null where nothing is exchanged. */
  readonly perPayer: Ratio | null;
};

/** Whose account goods are paid from, by the name that its bank writes: the importer's, a Chinese one's in Chinese. */
export function remitterOf({ movement, buyer, partner }: Pick<PlannedDeal, "movement" | "buyer" | "partner">): string {
  const { country, name } = tradersOf(movement, buyer, partner).importer;
  return country === "CN" ? name.own : name.latin;
}

/** What the payer transfers so that all of the amount is there: an amount in the payee's currency at the locked rate, rounded up. */
function duePaid(spec: PaymentSpec, perPayer: Ratio | null): WireMoney {
  const due = pricedAmount(spec);
  const { payerCurrency } = spec;
  if (due.currency === payerCurrency || !perPayer) return toWireMoney(due);
  return toWireMoney(leastPaid(due, perPayer, payerCurrency));
}

/** What the bank's advice says of the transfer from the payer's own account, which it credits on the day on which it comes. */
export const paidFunds = (
  spec: PaymentSpec,
  { remitter, at, perPayer }: Paid,
): Omit<Funds["receipts"][number], "thirdPartyReason"> => ({
  amount: duePaid(spec, perPayer),
  valueDate: dayOf(at),
  remitter,
});
