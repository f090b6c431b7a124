import type { Instant } from "@/domain/shared/instant";
import { accept, type Result, refuse } from "@/domain/shared/result";
import type { TermsRefusal } from "../kind";
import { channelsFor } from "./choices";
import type { PaymentSpec } from "./spec";
import type { PaymentTerms } from "./terms";

/**
 * Terms against the request at the time of bidding: a quote that has expired already binds nobody (`quote_expires_in_past`),
 * a mid rate is one of the request's two currencies, of which there must be two (`mid_not_of_pair`), and CIPS carries yuan alone: to a payee
 * who gets another currency it is no channel (`cips_not_in_yuan`) and none to fall back on (`fallback_not_in_yuan`).
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
  const isCarried = (channel: PaymentTerms["channel"]) =>
    channel === undefined || channelsFor(payeeCurrency).includes(channel);
  if (!isCarried(terms.channel)) return refuse("cips_not_in_yuan", { payeeCurrency });
  if (!isCarried(terms.fallbackChannel)) return refuse("fallback_not_in_yuan", { payeeCurrency });
  return accept(undefined);
}
