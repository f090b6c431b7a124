import type { Instant } from "@/domain/shared/instant";
import { accept, type Result, refuse } from "@/domain/shared/result";
import type { TermsRefusal } from "../kind";
import type { PaymentSpec } from "./spec";
import type { PaymentTerms } from "./terms";

/**
 * Terms against the request at the time of bidding: a quote that has expired already binds nobody (`quote_expires_in_past`),
 * and a mid rate is one of the request's two currencies, of which there must be two (`mid_not_of_pair`).
 */
export function checkPaymentTerms(
  terms: PaymentTerms,
  { spec, now }: { readonly spec: PaymentSpec; readonly now: Instant },
): Result<void, TermsRefusal> {
  if (terms.expiresAt !== undefined && terms.expiresAt <= now) return refuse("quote_expires_in_past");
  const { payerCurrency, payeeCurrency } = spec;
  const hasPair = payerCurrency !== payeeCurrency;
  const isOfPair = terms.midBase === undefined || [payerCurrency, payeeCurrency].includes(terms.midBase);
  const hasMid = terms.midRate !== undefined || terms.midBase !== undefined;
  if (hasMid && !(hasPair && isOfPair)) return refuse("mid_not_of_pair", { payerCurrency, payeeCurrency });
  return accept(undefined);
}
