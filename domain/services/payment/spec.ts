import { z } from "zod";
import { CURRENCIES } from "@/domain/shared/money";
import { moneySchema } from "@/domain/shared/money-schema";
import { boundedText } from "../wire-fields";

export const NEEDS = [
  "collection_account",
  "supplier_payment",
  "fx_conversion",
  "letter_of_credit",
  "documentary_collection",
  "goods_escrow",
  "mass_payout",
  "tax_refund_advance",
] as const;
export type Need = (typeof NEEDS)[number];

/** Purposes that a form offers: codes of ISO 20022's external purpose list. The API takes a bank's own words too. */
export const PURPOSES = ["GDDS", "ADVA", "SUPP", "SCVE", "GDSV", "TRAD", "VATX"] as const;

/** Lock periods that a form offers, in minutes; 0 is the spot rate. */
export const LOCK_MINUTES = [0, 15, 30, 60, 240, 480, 1_440] as const;
export const LOCK_MINUTES_MAX = 1_440;

export const CREDIT_TYPES = ["sight", "usance", "transferable", "confirmed"] as const;

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
