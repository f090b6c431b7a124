import type { Reader } from "@/db/database";
import { countriesOf } from "@/db/repositories/bidding";
import { findDeal } from "@/db/repositories/deals";
import { originOfOrder } from "@/db/repositories/order-lists";
import type { StoredOrder } from "@/db/repositories/orders";
import { findRequest } from "@/db/repositories/requests";
import { paymentCountries } from "@/domain/remittance/payment-countries";
import { type LockTerms, payeePerPayer, type RateLock } from "@/domain/remittance/rate-lock";
import type { PaymentSpec } from "@/domain/services/payment/spec";
import { payment } from "@/domain/services/payment/kind";
import type { PaymentTerms } from "@/domain/services/payment/terms";
import { assert } from "@/domain/shared/assert";

/** What a payment order is held to: what was asked for, what its bid says, and from which country to which the money goes. */
export type PaymentGround = {
  /** Null for an order of a request that says too little to be held to: no currencies, no lock. */
  readonly spec: PaymentSpec | null;
  readonly terms: PaymentTerms;
  readonly payerCountry: string;
  readonly payeeCountry: string;
};

export async function paymentGround(
  db: Reader,
  order: Pick<StoredOrder, "requestId" | "dealId" | "bidId" | "awardId">,
): Promise<PaymentGround> {
  const request = await findRequest(db, order.requestId);
  const deal = await findDeal(db, order.dealId);
  assert(request && deal, "an order has its request and its deal");
  const spec = payment.specSchema.safeParse(request.spec).data ?? null;
  const content = (await originOfOrder(db, order))?.content;
  const terms = payment.termsSchema.safeParse(content?.terms).data ?? {};
  return { spec, terms, ...paymentCountries(spec ?? {}, await countriesOf(db, deal)) };
}

export const isExchange = ({ spec }: PaymentGround): boolean =>
  spec !== null && spec.payerCurrency !== spec.payeeCurrency;

/** What a new lock is held to: the bid's lock period and rate; without a rate of the bid's own, that of the first lock. */
export function lockTermsOf({ spec, terms }: PaymentGround, locks: readonly RateLock[]): LockTerms | null {
  if (!spec) return null;
  const { payerCurrency, payeeCurrency } = spec;
  const stated = terms.midRate === undefined ? null : { base: terms.midBase ?? payerCurrency, rate: terms.midRate };
  const agreed = stated ?? locks[0] ?? null;
  return {
    ...{ payerCurrency, payeeCurrency, locks },
    promisedMinutes: terms.lockMinutes ?? spec.lockMinutes ?? null,
    contractRate: agreed && payeePerPayer(agreed, payerCurrency),
  };
}
