import type { Instant } from "@/domain/shared/time";
import { accept, checkAll, refuse, type Result } from "@/domain/shared/result";
import type { Figure, ServiceKind, TermsRefusal } from "../kind";
import { channelsFor } from "./choices";
import { type PaymentSpec, pricedAmount } from "./spec";
import type { PaymentTerms } from "./terms";
import { isEmbargoed } from "../../tariff/trade-bans";
import { specIssue } from "../spec-issue";
import { ruleOf, specCheck } from "../spec-rule";
import { checkAccount } from "./payee-account";
import { countryOfBic, isBic, isBik, isMfo } from "./bank-codes";
import { paymentRequired, paymentSpecForm } from "./form";
import { paymentTermsForm } from "./terms-form";
import { money } from "@/domain/shared/money";
import { afterWork } from "../earliest";
import { ONE, quantitiesOf, times } from "../quantities";
import { paymentDue } from "./due";
import { KYC_STEPS } from "./known-client";
import { paymentSpecSchema, paymentTermsSchema } from "./schema";

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

/**
 * BIC, BIK or MFO, and account of the payee as far as they are given, each by its own rule. A BIK or MFO is judged by the country of the bank, while
 * no BIC says it by that of the payee; the account by the country of the bank and the currency that it gets.
 */
const PAYEE = [
  rule(["payee.bic", "payee.bik", "payeeCountry"], ({ payee: { bic, bik } = {}, payeeCountry }) => {
    if (bik === undefined) return [];
    const country = bic === undefined ? payeeCountry : countryOfBic(bic);
    if (country === "UZ") return isMfo(bik) ? [] : [specIssue("payee.bik", "mfo_malformed")];
    const isJudged = bic !== undefined || country === "RU";
    return !isJudged || isBik(bik) ? [] : [specIssue("payee.bik", "bik_malformed")];
  }),
  rule(["payee.bic"], ({ payee: { bic } = {} }) =>
    bic !== undefined && !isBic(bic) ? [specIssue("payee.bic", "bic_malformed")] : [],
  ),
  rule(
    ["payee.bic", "payee.bik", "payee.account", "payee.isAccountChecked", "payeeCurrency"],
    ({ payee: { bic, bik, account, isAccountChecked: isChecked } = {}, payeeCurrency: currency }) => {
      if (bic === undefined || !isBic(bic) || account === undefined) return [];
      const wrong = checkAccount(account, { country: countryOfBic(bic), bik, currency, isChecked });
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

const DAYS_PER_QUARTER = 90;
const TENOR_DAYS = 90;

/** Banks charge a credit by the quarter begun. */
export const quartersOf = ({ tenorDays }: PaymentSpec): number =>
  Math.ceil((tenorDays ?? TENOR_DAYS) / DAYS_PER_QUARTER);

const isExchange = (spec: PaymentSpec): boolean => spec.payerCurrency !== spec.payeeCurrency;
const isCredit = (spec: PaymentSpec): boolean => spec.need === "letter_of_credit";

function figures(spec: PaymentSpec): Figure[] {
  return [
    { key: spec.amount ? "amount" : "monthlyVolume", value: { kind: "money", money: pricedAmount(spec) } },
    ...(isExchange(spec)
      ? ([
          { key: "pair", value: { kind: "text", text: `${spec.payerCurrency} → ${spec.payeeCurrency}` } },
          // Nothing where no lock is asked for: none is wished, and none is refused.
          ...(spec.lockMinutes
            ? ([{ key: "lock", value: { kind: "duration", minutes: spec.lockMinutes } }] as const)
            : []),
        ] as const)
      : []),
    ...(isCredit(spec) ? ([{ key: "quarters", value: { kind: "count", count: quartersOf(spec) } }] as const) : []),
  ];
}

/** Payment is priced as a spread on the amount and a fee a payout; a letter of credit by the quarter. */
export const payment: ServiceKind<PaymentSpec, PaymentTerms> = {
  service: "payment",
  askedBy: String.raw`付汇|付款给|支付给|付给(?:工厂|厂家|供应商|卖家)|\bpay(?:ment to)? (?:the |our |my )?(?:supplier|seller|factory)|оплат\p{L}+ поставщик\p{L}*|(?:thanh toan|chuyen (?:tien|[\d.,]+ ?\p{L}+)) cho (?:nha cung cap|nha may|xuong)|(?:жеткизушиге|зауытка|фабрикага) (?:[^.\n]{0,30})?толе\p{L}+`,
  specSchema: paymentSpecSchema,
  specForm: paymentSpecForm,
  termsSchema: paymentTermsSchema,
  termsForm: paymentTermsForm,
  required: paymentRequired,
  privateMembers: ["payee.name", "payee.account", "payee.isAccountChecked"],
  checkSpec: checkPayment,
  plannedDays: ["latestShipment", "creditExpiry"],
  chargeCodes: ["FXS", "PAY", "LCO", "LCA", "KYC"],
  stopReasons: ["bank_compliance", "account_details", "funds"],
  lateReasons: ["bank_compliance"],
  milestones: [
    { code: KYC_STEPS[0], counterpart: "funds_received" },
    { code: KYC_STEPS[1], isRequired: true, counterpart: "funds_received" },
    { code: "rate_locked", counterpart: "funds_received" },
    { code: "funds_received", startsDays: true, isRequired: true },
    { code: "compliance_cleared", isRequired: true },
    { code: "sent", brings: ["document"] },
    // The money is checked, sent and booked by two banks at least. Our choice.
    {
      code: "received_by_payee",
      isDelivery: true,
      earliest: afterWork("funds_received", 10),
      brings: ["credit_advice"],
    },
    { code: "control_documents_delivered", brings: ["document"], isHandover: true },
  ],
  clientApproval: KYC_STEPS[1],
  stepsLeftOut: ({ spec, isClientKnown }) => [
    ...(isClientKnown ? KYC_STEPS : []),
    ...(isExchange(spec) ? [] : ["rate_locked"]),
  ],
  deliverables: [
    "rate_confirmation",
    "payment_order",
    "bank_message",
    "agent_report",
    "acceptance_act",
    "statement",
    "credit_documents",
  ],
  deliverableSteps: { payment_order: "sent" },
  // Reports, acts and statements come by agreement; a rate is confirmed where money is exchanged.
  owed: (spec) => [
    "payment_order",
    ...(isExchange(spec) ? ["rate_confirmation"] : []),
    ...(isCredit(spec) ? ["credit_documents"] : []),
  ],
  dueTimes: paymentDue,
  suggestedCharges(spec) {
    return [
      ...(isExchange(spec) ? ([{ code: "FXS", basis: "bps_of_amount" }] as const) : []),
      ...(isCredit(spec)
        ? ([
            { code: "LCO", basis: "percent_of_amount_per_quarter" },
            { code: "LCA", basis: "amendment" },
          ] as const)
        : []),
      { code: "PAY", basis: "payout" },
      { code: "KYC", basis: "organisation" },
    ];
  },
  quantities: (spec) =>
    quantitiesOf({ payout: times(spec.payouts ?? 1), organisation: ONE, amendment: "contingent", page: "contingent" }),
  basisAmounts(spec) {
    const amount = pricedAmount(spec);
    return {
      percent_of_amount: amount,
      bps_of_amount: amount,
      ...(isCredit(spec)
        ? { percent_of_amount_per_quarter: money(amount.minor * BigInt(quartersOf(spec)), amount.currency) }
        : {}),
    };
  },
  figures,
  answerFields: () => ({}),
  checkTerms: checkPaymentTerms,
  termChoices({ payeeCurrency }) {
    const channels = channelsFor(payeeCurrency);
    return { channel: channels, fallbackChannel: channels };
  },
  quoteExpiresAt: ({ expiresAt }) => expiresAt ?? null,
};
