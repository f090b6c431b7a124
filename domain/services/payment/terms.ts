import { z } from "zod";
import { boundedText, countryField, instantField } from "../wire-fields";
import { CHANNELS, LOCK_MINUTES_MAX, RETURN_COST_BEARERS } from "./choices";

/**
 * What a payment bid promises beside its prices. The spread is no term: it is the charge FXS, so that it is in the total.
 * Without `expiresAt` the quote holds as long as the bid is valid.
 */
export const paymentTermsSchema = z.strictObject({
  channel: z.enum(CHANNELS).optional(),
  licenceNumber: boundedText(60).optional(),
  licenceCountry: countryField.optional(),
  midSource: boundedText(80)
    .optional()
    .meta({ description: "Whose mid rate the spread is added to, and of what time" }),
  lockMinutes: z.int().min(0).max(LOCK_MINUTES_MAX).optional(),
  expiresAt: instantField.optional(),
  hoursToPayout: z.int().min(0).max(720).optional().meta({ description: "Typical, from funds received" }),
  returnCostBorneBy: z.enum(RETURN_COST_BEARERS).optional(),
  returnDays: z.int().min(0).max(180).optional(),
});
export type PaymentTerms = z.output<typeof paymentTermsSchema>;
