import { CURRENCIES } from "@/domain/shared/money";
import { type TypeOfList, choice, country, list, money, number, text, time } from "../member-list";
import {
  CHANNELS,
  ESCROW_RELEASES,
  KYC_DOCUMENTS,
  LOCK_MINUTES_MAX,
  REPORT_FREQUENCIES,
  RETURN_COST_BEARERS,
} from "./choices";

const option = <const Group extends string>(group: Group) => `service-payment.option.${group}` as const;
const CHANNEL = { values: CHANNELS, words: option("channel") } as const;
const PAYOUT_HOURS = { min: 0, max: 720, unit: "hours" } as const;

/**
 * What a payment bid promises beside its prices, in the order of its form. What costs money is no term but a charge line, so that it is in the
 * total: the spread is FXS, the fixed fee PAY by payout, the percentage fee PAY of the amount with its `minimum`. The mid rate is the one that the
 * bid's own price is built on: 1 `midBase` is `midRate` of the other currency of the payment. Without `expiresAt` the quote holds as long as
 * the bid is valid.
 */
export const paymentTermsFields = [
  choice("channel", { ...CHANNEL, box: 1 }),
  number("hoursToPayout", { ...PAYOUT_HOURS, box: 5 }, "Typical, from funds received"),
  number("lockMinutes", { min: 0, max: LOCK_MINUTES_MAX, box: 3 }),
  time("expiresAt", { box: 4 }, "From then on the quote cannot be awarded"),
  text(
    "midRate",
    { max: 24, fold: "rate", width: 4, box: 11 },
    "Decimal digits such as `74.05`; the market's rate of the day where not given",
  ),
  choice("midBase", { values: CURRENCIES, fold: "rate", width: 4, box: 12 }, "The payer's currency where not given"),
  time("midAt", { fold: "rate", width: 4, box: 13 }),
  text(
    "midSource",
    { max: 80, fold: "rate", width: 12, box: 2 },
    "Whose mid rate the spread is added to, and of what time",
  ),
  choice("fallbackChannel", { ...CHANNEL, fold: "payout", box: 10 }, "Another one than `channel`"),
  number("hoursToPayoutP90", { ...PAYOUT_HOURS, fold: "payout", box: 14 }, "Nine payments of ten are faster"),
  money("amountMax", { isPositive: true, fold: "payout", box: 15 }, "Largest amount of one payment"),
  choice("reportFrequency", { values: REPORT_FREQUENCIES, words: option("reportFrequency"), fold: "payout", box: 17 }),
  choice("returnCostBorneBy", {
    values: RETURN_COST_BEARERS,
    words: option("returnCostBorneBy"),
    fold: "payout",
    width: 4,
    box: 7,
  }),
  number("returnDays", { min: 0, max: 180, unit: "days", fold: "payout", width: 4, box: 6 }),
  choice("escrowRelease", {
    values: ESCROW_RELEASES,
    words: option("escrowRelease"),
    fold: "payout",
    width: 4,
    box: 16,
  }),
  list(
    "kycDocuments",
    { values: KYC_DOCUMENTS, words: option("kycDocument"), fold: "onboarding", width: 12, box: 18, span: "all" },
    "Needed before the first payment",
  ),
  text("licenceNumber", { max: 60, fold: "onboarding", box: 8 }),
  country("licenceCountry", { fold: "onboarding", box: 9 }),
] as const;
export type PaymentTerms = TypeOfList<typeof paymentTermsFields>;
