import { isEmbargoed } from "../../tariff/trade-bans";
import type { Shipment } from "../shipment";
import { type SpecIssue, specIssue } from "../spec-issue";
import { missingOf } from "../requirement";
import { countryOfBic } from "./payee-account";
import { checkPayee } from "./check-payee";
import { checkCredit } from "./check-credit";
import { paymentRequired } from "./required";
import type { PaymentSpec } from "./spec";

/**
 * What `paymentRequired` names; neither side sits in an embargoed country; one amount, or for a collection account a monthly volume in its place; either in the payer's or the payee's currency; an
 * exchange needs two currencies, and so does a rate lock; several payouts belong to a mass payout; a balance to a deposit
 * below 100 percent, and days to what makes it due. Letters of credit: see `checkCredit`.
 */
export function checkPayment(spec: PaymentSpec, shipment: Pick<Shipment, "readyDate">): SpecIssue[] {
  const issues = [
    ...missingOf(paymentRequired, spec, {}),
    ...checkCountries(spec),
    ...checkAmount(spec),
    ...checkPayee(spec),
  ];
  const { need, payerCurrency, payeeCurrency } = spec;
  const isExchange = payerCurrency !== payeeCurrency;
  if (need === "fx_conversion" && !isExchange) issues.push(specIssue("payeeCurrency", "one_currency"));
  if (!isExchange && (spec.lockMinutes ?? 0) > 0) issues.push(specIssue("lockMinutes", "lock_without_exchange"));
  if ((spec.payouts ?? 1) > 1 && need !== "mass_payout")
    issues.push(specIssue("payouts", "payouts_without_mass_payout"));
  const hasBalance = spec.depositPercent !== undefined && spec.depositPercent < 100;
  if (spec.balanceDue !== undefined && !hasBalance) issues.push(specIssue("balanceDue", "balance_without_deposit"));
  if (spec.balanceDueDays !== undefined && spec.balanceDue === undefined)
    issues.push(specIssue("balanceDueDays", "balance_days_without_due"));
  return [...issues, ...checkCredit(spec, shipment)];
}

function checkCountries(spec: PaymentSpec): SpecIssue[] {
  const named = {
    payerCountry: spec.payerCountry,
    payeeCountry: spec.payeeCountry,
    "payee.bic": countryOfBic(spec.payee?.bic ?? ""),
  };
  return Object.entries(named).flatMap(([name, country]) =>
    isEmbargoed(country ?? "") ? [specIssue(name, "embargoed_country")] : [],
  );
}

function checkAmount(spec: PaymentSpec): SpecIssue[] {
  const { need, payerCurrency, payeeCurrency, amount, monthlyVolume } = spec;
  if (amount !== undefined && monthlyVolume !== undefined) return [specIssue("monthlyVolume", "amount_and_volume")];
  const issues: SpecIssue[] = [];
  if (monthlyVolume !== undefined && need !== "collection_account")
    issues.push(specIssue("monthlyVolume", "volume_without_collection"));
  for (const [name, given] of Object.entries({ amount, monthlyVolume }))
    if (given !== undefined && given.currency !== payerCurrency && given.currency !== payeeCurrency)
      issues.push(specIssue(name, "amount_currency", { payerCurrency, payeeCurrency }));
  return issues;
}
