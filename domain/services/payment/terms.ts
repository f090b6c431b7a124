import { z } from "zod";
import { parseRate } from "@/domain/shared/exchange-rate";
import { CURRENCIES } from "@/domain/shared/money";
import { moneySchema } from "@/domain/shared/money-schema";
import { AMONG_OTHERS, boundedText, countryField, instantField, setOf } from "../../shared/wire-fields";
import {
  CHANNELS,
  ESCROW_RELEASES,
  KYC_DOCUMENTS,
  LOCK_MINUTES_MAX,
  REPORT_FREQUENCIES,
  RETURN_COST_BEARERS,
} from "./choices";

/** The mid rate that a bid's own price is built on: 1 `midBase` is `midRate` of the other currency of the payment. */
const midFields = {
  midSource: boundedText(80)
    .optional()
    .meta({ description: "Whose mid rate the spread is added to, and of what time" }),
  midRate: z
    .string()
    .trim()
    .refine((text) => parseRate(text) !== null, "rate_malformed")
    .optional()
    .meta({ description: "Decimal digits such as `74.05`; the market's rate of the day where not given" }),
  midBase: z.enum(CURRENCIES).optional().meta({ description: "The payer's currency where not given" }),
  midAt: instantField.optional(),
};

/** Paying out: how long, how much, and what happens to money that comes back. */
const payoutFields = {
  hoursToPayout: z.int().min(0).max(720).optional().meta({ description: "Typical, from funds received" }),
  hoursToPayoutP90: z.int().min(0).max(720).optional().meta({ description: "Nine payments of ten are faster" }),
  amountMax: moneySchema
    .refine(({ minor }) => minor > 0n, "amount_not_positive")
    .optional()
    .meta({ description: "Largest amount of one payment" }),
  returnCostBorneBy: z.enum(RETURN_COST_BEARERS).optional(),
  returnDays: z.int().min(0).max(180).optional(),
  escrowRelease: z.enum(ESCROW_RELEASES).optional(),
  reportFrequency: z.enum(REPORT_FREQUENCIES).optional(),
};

/**
 * What a payment bid promises beside its prices. What costs money is no term but a charge line, so that it is in the total:
 * the spread is FXS, the fixed fee PAY by payout, the percentage fee PAY of the amount with its `minimum`. The fallback is
 * another channel than the first, and nine payments of ten are not faster than the typical one. Without `expiresAt` the
 * quote holds as long as the bid is valid.
 */
export const paymentTermsSchema = z
  .strictObject({
    channel: z.enum(CHANNELS).optional(),
    fallbackChannel: z.enum(CHANNELS).optional().meta({ description: "Another one than `channel`" }),
    licenceNumber: boundedText(60).optional(),
    licenceCountry: countryField.optional(),
    ...midFields,
    lockMinutes: z.int().min(0).max(LOCK_MINUTES_MAX).optional(),
    expiresAt: instantField.optional().meta({ description: "From then on the quote cannot be awarded" }),
    ...payoutFields,
    kycDocuments: setOf(KYC_DOCUMENTS).optional().meta({ description: "Needed before the first payment" }),
  })
  .refine(({ channel, fallbackChannel }) => fallbackChannel === undefined || fallbackChannel !== channel, {
    ...AMONG_OTHERS,
    message: "fallback_same_channel",
    path: ["fallbackChannel"],
  })
  .refine(({ hoursToPayout: typical, hoursToPayoutP90: p90 }) => p90 === undefined || p90 >= (typical ?? 0), {
    message: "p90_below_typical",
    path: ["hoursToPayoutP90"],
  });
export type PaymentTerms = z.output<typeof paymentTermsSchema>;
