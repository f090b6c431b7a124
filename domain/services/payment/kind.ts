import { money } from "@/domain/shared/money";
import type { Figure, ServiceKind } from "../kind";
import { afterWork } from "../earliest";
import { ONE, quantitiesOf, times } from "../quantities";
import { checkPayment, checkPaymentTerms } from "./check";
import { channelsFor } from "./choices";
import { paymentDaysEnd, paymentDue } from "./due";
import { paymentRequired, paymentSpecForm, paymentTermsForm } from "./form";
import { KYC_STEPS } from "./known-client";
import { paymentSpecSchema, paymentTermsSchema } from "./schema";
import { type PaymentSpec, pricedAmount } from "./spec";
import type { PaymentTerms } from "./terms";

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
  askedBy: String.raw`付汇|付款给|支付给|\bpayment to (?:the |our )?(?:supplier|seller|factory)|оплат\p{L}+ поставщик\p{L}*|thanh toan cho nha cung cap|жеткизушиге толем`,
  specSchema: paymentSpecSchema,
  specForm: paymentSpecForm,
  termsSchema: paymentTermsSchema,
  termsForm: paymentTermsForm,
  required: paymentRequired,
  privateMembers: ["payee.name", "payee.account"],
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
  daysEnd: paymentDaysEnd,
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
