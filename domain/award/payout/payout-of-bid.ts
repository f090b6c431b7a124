import type { BidContent } from "../../bidding/bid";
import { effectiveCostBps } from "../../services/payment/payout/effective-cost";
import { payeeReceives, payerPays, type PayoutRefusal } from "../../services/payment/payout/payout";
import { paymentSpecSchema, type PaymentSpec, pricedAmount } from "../../services/payment/spec";
import { paymentTermsSchema } from "../../services/payment/terms";
import type { Service } from "../../shared/service";
import type { RateRefusal } from "../../shared/exchange-rate";
import type { Money } from "../../shared/money";
import { accept, type Result } from "../../shared/result";
import { chargedBy } from "./charged";
import { marketMid, type MidUsed, type RatesOfDay, statedMid } from "./mid-used";

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
  const { besideMinor, ...fees } = charged.value;
  const costs = { ...fees, mid: mid.ratio };
  const isPayers = given.currency === payerCurrency;
  const reckoned = isPayers ? payeeReceives(given, payeeCurrency, costs) : payerPays(given, payerCurrency, costs);
  if (!reckoned.ok) return reckoned;
  const amount = reckoned.value;
  const measure = market.ok ? market.value : mid;
  const moved = isPayers
    ? ({ paid: given, received: amount, fixed: "paid", besideMinor } as const)
    : ({ paid: amount, received: given, fixed: "received", besideMinor } as const);
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
