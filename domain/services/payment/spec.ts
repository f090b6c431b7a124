import { z } from "zod";
import { CURRENCIES } from "@/domain/shared/money";
import { moneySchema } from "@/domain/shared/money-schema";
import { boundedText } from "../wire-fields";
import { CREDIT_TYPES, LOCK_MINUTES_MAX, NEEDS } from "./choices";

export const paymentSpecSchema = z.strictObject({
  need: z.enum(NEEDS),
  payerCurrency: z.enum(CURRENCIES),
  payeeCurrency: z.enum(CURRENCIES),
  amount: moneySchema.refine(({ minor }) => minor > 0n, "amount_not_positive"),
  purpose: boundedText(140).optional().meta({ description: "An ISO 20022 purpose code or the bank's own words" }),
  lockMinutes: z
    .int()
    .min(0)
    .max(LOCK_MINUTES_MAX)
    .optional()
    .meta({ description: "How long the rate must hold; 0 is spot" }),
  payouts: z.int().min(1).max(10_000).optional().meta({ description: "1 where not given" }),
  settleWithinDays: z.int().min(0).max(3).optional().meta({ description: "T+0 to T+3, business days" }),
  depositPercent: z.int().min(0).max(100).optional(),
  creditType: z.enum(CREDIT_TYPES).optional(),
  tenorDays: z
    .int()
    .min(1)
    .max(720)
    .optional()
    .meta({ description: "Validity of a credit or collection; 90 where not given" }),
  remarks: boundedText(1_000).optional(),
});
export type PaymentSpec = z.output<typeof paymentSpecSchema>;
