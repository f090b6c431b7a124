import { type SpecIssue, specIssue } from "../spec-issue";
import type { PaymentSpec } from "./spec";

/**
 * The amount is in the payer's or the payee's currency; an exchange needs two currencies, and so does a rate lock; type of
 * credit belongs to a letter of credit, a tenor to a credit or a collection, several payouts to a mass payout.
 */
export function checkPayment(spec: PaymentSpec): SpecIssue[] {
  const issues: SpecIssue[] = [];
  const { need, payerCurrency, payeeCurrency, amount } = spec;
  if (amount.currency !== payerCurrency && amount.currency !== payeeCurrency)
    issues.push(specIssue("amount", "amount_currency", { payerCurrency, payeeCurrency }));
  const isExchange = payerCurrency !== payeeCurrency;
  if (need === "fx_conversion" && !isExchange) issues.push(specIssue("payeeCurrency", "one_currency"));
  if (!isExchange && (spec.lockMinutes ?? 0) > 0) issues.push(specIssue("lockMinutes", "lock_without_exchange"));
  if (spec.creditType !== undefined && need !== "letter_of_credit")
    issues.push(specIssue("creditType", "credit_type_without_credit"));
  const hasTenor = need === "letter_of_credit" || need === "documentary_collection";
  if (spec.tenorDays !== undefined && !hasTenor) issues.push(specIssue("tenorDays", "tenor_without_credit"));
  if ((spec.payouts ?? 1) > 1 && need !== "mass_payout")
    issues.push(specIssue("payouts", "payouts_without_mass_payout"));
  return issues;
}
