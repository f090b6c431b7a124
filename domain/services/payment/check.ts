import type { Instant } from "@/domain/shared/instant";
import { type Result, accept, checkAll, refuse } from "@/domain/shared/result";
import type { TermsRefusal } from "../kind";
import { channelsFor } from "./choices";
import type { PaymentSpec } from "./spec";
import type { PaymentTerms } from "./terms";
import { isEmbargoed } from "../../tariff/trade-bans";
import { specIssue } from "../spec-issue";
import { ruleOf, specCheck } from "../spec-rule";
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

const rule = ruleOf<PaymentSpec>();

/** BIC, BIK and account of the payee as far as they are given, each by its own rule; the account by the country of its bank and the currency that it gets. */
const PAYEE = [
  rule(["payee.bik"], ({ payee: { bik } = {} }) =>
    bik !== undefined && !isBik(bik) ? [specIssue("payee.bik", "bik_malformed")] : [],
  ),
  rule(["payee.bic"], ({ payee: { bic } = {} }) =>
    bic !== undefined && !isBic(bic) ? [specIssue("payee.bic", "bic_malformed")] : [],
  ),
  rule(
    ["payee.bic", "payee.bik", "payee.account", "payeeCurrency"],
    ({ payee: { bic, bik, account } = {}, payeeCurrency: currency }) => {
      if (bic === undefined || !isBic(bic) || account === undefined) return [];
      const wrong = checkAccount(account, { country: countryOfBic(bic), bik, currency });
      return wrong ? [wrong] : [];
    },
  ),
];

/** Members that only a letter of credit has. */
const CREDIT_ONLY = [
  "issuingBank",
  "creditExpiry",
  "latestShipment",
  "tolerancePercent",
  "arePartialShipmentsAllowed",
] as const satisfies readonly (keyof PaymentSpec)[];

const isAgainstDocuments = ({ need }: Pick<PaymentSpec, "need">): boolean =>
  need === "letter_of_credit" || need === "documentary_collection";

/**
 * What is said of a credit belongs to a letter of credit; a tenor and documents to a collection too. Goods must be able to
 * ship in time, and documents to be presented: ready date, latest shipment, expiry, in this order (the same day will do).
 */
const CREDIT = [
  rule(["need", "creditType"], ({ need, creditType }) =>
    creditType !== undefined && need !== "letter_of_credit"
      ? [specIssue("creditType", "credit_type_without_credit")]
      : [],
  ),
  ...CREDIT_ONLY.map((name) =>
    rule(["need", name], (spec) =>
      spec[name] !== undefined && spec.need !== "letter_of_credit"
        ? [specIssue(name, "credit_term_without_credit")]
        : [],
    ),
  ),
  rule(["need", "tenorDays"], (spec) =>
    spec.tenorDays !== undefined && !isAgainstDocuments(spec) ? [specIssue("tenorDays", "tenor_without_credit")] : [],
  ),
  rule(["need", "creditDocuments"], (spec) =>
    spec.creditDocuments !== undefined && !isAgainstDocuments(spec)
      ? [specIssue("creditDocuments", "documents_without_credit")]
      : [],
  ),
  rule(["latestShipment", "deal.readyDate"], ({ latestShipment }, { readyDate }) =>
    latestShipment !== undefined && latestShipment < readyDate
      ? [specIssue("latestShipment", "shipment_before_ready", { readyDate })]
      : [],
  ),
  rule(["latestShipment", "creditExpiry"], ({ latestShipment, creditExpiry }) =>
    latestShipment !== undefined && creditExpiry !== undefined && latestShipment > creditExpiry
      ? [specIssue("latestShipment", "shipment_after_expiry", { creditExpiry })]
      : [],
  ),
  rule(["creditExpiry", "deal.readyDate"], ({ creditExpiry }, { readyDate }) =>
    creditExpiry !== undefined && creditExpiry < readyDate
      ? [specIssue("creditExpiry", "credit_expires_before_ready", { readyDate })]
      : [],
  ),
];

const COUNTRIES = [
  ...(["payerCountry", "payeeCountry"] as const).map((name) =>
    rule([name], (spec) => (isEmbargoed(spec[name] ?? "") ? [specIssue(name, "embargoed_country")] : [])),
  ),
  rule(["payee.bic"], ({ payee }) =>
    isEmbargoed(countryOfBic(payee?.bic ?? "") ?? "") ? [specIssue("payee.bic", "embargoed_country")] : [],
  ),
];

const AMOUNT = [
  rule(["amount", "monthlyVolume"], ({ amount, monthlyVolume }) =>
    amount !== undefined && monthlyVolume !== undefined ? [specIssue("monthlyVolume", "amount_and_volume")] : [],
  ),
  rule(["need", "monthlyVolume"], ({ need, monthlyVolume }) =>
    monthlyVolume !== undefined && need !== "collection_account"
      ? [specIssue("monthlyVolume", "volume_without_collection")]
      : [],
  ),
  ...(["amount", "monthlyVolume"] as const).map((name) =>
    rule([name, "payerCurrency", "payeeCurrency"], ({ payerCurrency, payeeCurrency, ...spec }) => {
      const given = spec[name];
      return given !== undefined && given.currency !== payerCurrency && given.currency !== payeeCurrency
        ? [specIssue(name, "amount_currency", { payerCurrency, payeeCurrency })]
        : [];
    }),
  ),
];

const EXCHANGE = [
  rule(["need", "payerCurrency", "payeeCurrency"], ({ need, payerCurrency, payeeCurrency }) =>
    need === "fx_conversion" && payerCurrency === payeeCurrency ? [specIssue("payeeCurrency", "one_currency")] : [],
  ),
  rule(["payerCurrency", "payeeCurrency", "lockMinutes"], ({ payerCurrency, payeeCurrency, lockMinutes = 0 }) =>
    payerCurrency === payeeCurrency && lockMinutes > 0 ? [specIssue("lockMinutes", "lock_without_exchange")] : [],
  ),
];

const PARTS = [
  rule(["need", "payouts"], ({ need, payouts = 1 }) =>
    payouts > 1 && need !== "mass_payout" ? [specIssue("payouts", "payouts_without_mass_payout")] : [],
  ),
  rule(["depositPercent", "balanceDue"], ({ depositPercent = 100, balanceDue }) =>
    balanceDue !== undefined && depositPercent >= 100 ? [specIssue("balanceDue", "balance_without_deposit")] : [],
  ),
  rule(["balanceDue", "balanceDueDays"], ({ balanceDue, balanceDueDays }) =>
    balanceDueDays !== undefined && balanceDue === undefined
      ? [specIssue("balanceDueDays", "balance_days_without_due")]
      : [],
  ),
];

/**
 * What `paymentRequired` names; neither side sits in an embargoed country; one amount, or for a collection account a monthly volume in its place; either in the payer's or the payee's currency; an
 * exchange needs two currencies, and so does a rate lock; several payouts belong to a mass payout; a balance to a deposit
 * below 100 percent, and days to what makes it due. Letters of credit: see `CREDIT`.
 */
export const checkPayment = specCheck(paymentRequired, [
  ...COUNTRIES,
  ...AMOUNT,
  ...PAYEE,
  ...EXCHANGE,
  ...PARTS,
  ...CREDIT,
]);
