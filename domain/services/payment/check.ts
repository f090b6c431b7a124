import type { Instant } from "@/domain/shared/instant";
import { type Result, accept, checkAll, refuse } from "@/domain/shared/result";
import type { TermsRefusal } from "../kind";
import { channelsFor } from "./choices";
import type { PaymentSpec } from "./spec";
import type { PaymentTerms } from "./terms";
import { isEmbargoed } from "../../tariff/trade-bans";
import { type SpecIssue, specIssue } from "../spec-issue";
import { type DealSoFar, missingOf } from "../requirement";
import { checkAccount, countryOfBic, isBic, isBik } from "./payee-account";
import { paymentRequired } from "./form";

/**
 * Terms against the request at the time of bidding: a quote that has expired already binds nobody (`quote_expires_in_past`),
 * a mid rate is one of the request's two currencies, of which there must be two (`mid_not_of_pair`), and CIPS carries yuan alone: to a payee
 * who gets another currency it is no channel (`cips_not_in_yuan`) and none to fall back on (`fallback_not_in_yuan`).
 */
export function checkPaymentTerms(
  terms: PaymentTerms,
  { spec, now }: { readonly spec: PaymentSpec; readonly now: Instant },
): Result<void, TermsRefusal> {
  const isExpired = terms.expiresAt !== undefined && terms.expiresAt <= now;
  const { payerCurrency, payeeCurrency } = spec;
  const hasPair = payerCurrency !== payeeCurrency;
  const isOfPair = terms.midBase === undefined || [payerCurrency, payeeCurrency].includes(terms.midBase);
  const hasMid = terms.midRate !== undefined || terms.midBase !== undefined;
  const isMidOfPair = !hasMid || (hasPair && isOfPair);
  const isCarried = (channel: PaymentTerms["channel"]) =>
    channel === undefined || channelsFor(payeeCurrency).includes(channel);
  return checkAll<TermsRefusal>([
    isExpired ? refuse("quote_expires_in_past", { field: "terms.expiresAt" }) : accept(undefined),
    isMidOfPair
      ? accept(undefined)
      : refuse("mid_not_of_pair", { field: "terms.midBase", payerCurrency, payeeCurrency }),
    isCarried(terms.channel)
      ? accept(undefined)
      : refuse("cips_not_in_yuan", { field: "terms.channel", payeeCurrency }),
    isCarried(terms.fallbackChannel)
      ? accept(undefined)
      : refuse("fallback_not_in_yuan", { field: "terms.fallbackChannel", payeeCurrency }),
  ]);
}

/** BIC, BIK and account of the payee as far as they are given, each by its own rule; the account by the country of its bank and the currency that it gets. */
function checkPayee({ payee, payeeCurrency: currency }: Pick<PaymentSpec, "payee" | "payeeCurrency">): SpecIssue[] {
  const { bic, bik, account } = payee ?? {};
  const issues: SpecIssue[] = [];
  if (bik !== undefined && !isBik(bik)) issues.push(specIssue("payee.bik", "bik_malformed"));
  if (bic === undefined) return issues;
  if (!isBic(bic)) return [...issues, specIssue("payee.bic", "bic_malformed")];
  const wrong = account === undefined ? null : checkAccount(account, { country: countryOfBic(bic), bik, currency });
  return wrong ? [...issues, wrong] : issues;
}

/** Members that only a letter of credit has. */
const CREDIT_ONLY = [
  "issuingBank",
  "creditExpiry",
  "latestShipment",
  "tolerancePercent",
  "arePartialShipmentsAllowed",
] as const satisfies readonly (keyof PaymentSpec)[];

/**
 * What is said of a credit belongs to a letter of credit; a tenor and documents to a collection too. Goods must be able to
 * ship in time, and documents to be presented: ready date, latest shipment, expiry, in this order (the same day will do).
 */
function checkCredit(spec: PaymentSpec, { readyDate }: DealSoFar): SpecIssue[] {
  const issues: SpecIssue[] = [];
  const { need, creditExpiry, latestShipment } = spec;
  const isCredit = need === "letter_of_credit";
  const isAgainstDocuments = isCredit || need === "documentary_collection";
  if (spec.creditType !== undefined && !isCredit) issues.push(specIssue("creditType", "credit_type_without_credit"));
  for (const name of CREDIT_ONLY)
    if (spec[name] !== undefined && !isCredit) issues.push(specIssue(name, "credit_term_without_credit"));
  if (spec.tenorDays !== undefined && !isAgainstDocuments) issues.push(specIssue("tenorDays", "tenor_without_credit"));
  if (spec.creditDocuments !== undefined && !isAgainstDocuments)
    issues.push(specIssue("creditDocuments", "documents_without_credit"));
  if (latestShipment !== undefined && readyDate && latestShipment < readyDate)
    issues.push(specIssue("latestShipment", "shipment_before_ready", { readyDate }));
  if (latestShipment !== undefined && creditExpiry !== undefined && latestShipment > creditExpiry)
    issues.push(specIssue("latestShipment", "shipment_after_expiry", { creditExpiry }));
  if (creditExpiry !== undefined && readyDate && creditExpiry < readyDate)
    issues.push(specIssue("creditExpiry", "credit_expires_before_ready", { readyDate }));
  return issues;
}

/**
 * What `paymentRequired` names; neither side sits in an embargoed country; one amount, or for a collection account a monthly volume in its place; either in the payer's or the payee's currency; an
 * exchange needs two currencies, and so does a rate lock; several payouts belong to a mass payout; a balance to a deposit
 * below 100 percent, and days to what makes it due. Letters of credit: see `checkCredit`.
 */
export function checkPayment(spec: PaymentSpec, deal: DealSoFar): SpecIssue[] {
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
  return [...issues, ...checkCredit(spec, deal)];
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
