import { z } from "zod";
import { CURRENCIES, type Money } from "@/domain/shared/money";
import { moneySchema } from "@/domain/shared/money-schema";
import { assert } from "@/domain/shared/assert";
import { boundedText, countryField, localDateField, setOf } from "../../shared/wire-fields";
import {
  BALANCE_DUE,
  CREDIT_DOCUMENTS,
  CREDIT_TYPES,
  LOCK_MINUTES_MAX,
  NEEDS,
  TOLERANCE_PERCENT_MAX,
  TRADE_DOCUMENTS,
} from "./choices";

const positiveMoney = moneySchema.refine(({ minor }) => minor > 0n, "amount_not_positive");

const creditFields = {
  creditType: z.enum(CREDIT_TYPES).optional(),
  tenorDays: z
    .int()
    .min(1)
    .max(720)
    .optional()
    .meta({ description: "Validity of a credit or collection; 90 where not given" }),
  issuingBank: boundedText(160).optional(),
  creditExpiry: localDateField.optional().meta({ description: "Last day on which documents may be presented" }),
  latestShipment: localDateField.optional().meta({ description: "Not before the ready date, not after the expiry" }),
  tolerancePercent: z
    .int()
    .min(0)
    .max(TOLERANCE_PERCENT_MAX)
    .optional()
    .meta({ description: "By which the amount drawn may be more or less" }),
  arePartialShipmentsAllowed: z.boolean().optional(),
  creditDocuments: setOf(CREDIT_DOCUMENTS).optional().meta({ description: "Paid against these" }),
};

export const payeeSchema = z.strictObject({
  name: boundedText(160).optional().meta({ description: "As its bank knows it; only the contracted provider is told" }),
  bank: boundedText(160).optional(),
  bic: boundedText(11).optional().meta({ description: "ISO 9362" }),
  bik: boundedText(9).optional().meta({ description: "Of a Russian bank" }),
  account: boundedText(48).optional().meta({
    description:
      "An IBAN where the bank's country uses it; 20 digits that agree with the BIK and the payee's currency in Russia. Only the contracted provider is told",
  }),
});

export const paymentSpecSchema = z.strictObject({
  need: z.enum(NEEDS),
  payerCountry: countryField.optional(),
  payerCurrency: z.enum(CURRENCIES),
  payeeCountry: countryField.optional(),
  payeeCurrency: z.enum(CURRENCIES),
  payee: payeeSchema.optional().meta({
    description:
      "Required for a payment to a supplier and for the collection of one amount, with payeeCountry: all but the BIK, which a Russian bank has",
  }),
  amount: positiveMoney
    .optional()
    .meta({ description: "Required, but for a collection account with a monthly volume" }),
  monthlyVolume: positiveMoney
    .optional()
    .meta({ description: "Of a collection account, in place of one amount; bids are priced by one month" }),
  purpose: boundedText(140).optional().meta({ description: "An ISO 20022 purpose code or the bank's own words" }),
  tradeDocuments: setOf(TRADE_DOCUMENTS).optional().meta({ description: "At hand already" }),
  lockMinutes: z
    .int()
    .min(0)
    .max(LOCK_MINUTES_MAX)
    .optional()
    .meta({ description: "How long the rate must hold; 0 is spot" }),
  payouts: z.int().min(1).max(10_000).optional().meta({ description: "1 where not given" }),
  settleWithinDays: z.int().min(0).max(3).optional().meta({ description: "T+0 to T+3, business days" }),
  depositPercent: z.int().min(0).max(100).optional(),
  balanceDue: z.enum(BALANCE_DUE).optional().meta({ description: "What makes the balance after a deposit fall due" }),
  balanceDueDays: z.int().min(0).max(180).optional().meta({ description: "Days after that; at once where not given" }),
  counterpartyBanks: boundedText(300).optional(),
  declaresNoSanctions: z
    .boolean()
    .optional()
    .meta({ description: "The buyer's own word that no party, bank or good of this payment is under sanctions" }),
  hadReturns: z.boolean().optional().meta({ description: "Whether banks have returned such a payment before" }),
  ...creditFields,
  remarks: boundedText(1_000).optional(),
});
export type PaymentSpec = z.output<typeof paymentSpecSchema>;

/** What bids are priced by: the one amount, or a month's volume. Every published request has one of them, by `checkPayment`. */
export function pricedAmount({ amount, monthlyVolume }: PaymentSpec): Money {
  const priced = amount ?? monthlyVolume;
  assert(priced, "a payment request has an amount or a monthly volume");
  return priced;
}
