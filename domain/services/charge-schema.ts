import { z } from "zod";
import { priceSchema } from "../shared/wire-fields";
import { RATE_BPS_MAX } from "../shared/parse-scaled";
import { CHARGE_CODES, CHARGE_NOTE_MAX, CHARGE_LINES_MAX, PERCENT_BASES, QUANTITY_BASES, TIERS_MAX } from "./charge";

const FROM_MAX = 1_000_000_000;

export const tiersSchema = z
  .array(z.strictObject({ from: z.int().min(1).max(FROM_MAX), unitPrice: priceSchema }))
  .min(1)
  .max(TIERS_MAX)
  .refine((tiers) => tiers.every(({ from }, place) => place === 0 || from > (tiers[place - 1]?.from ?? 0)), {
    message: "tiers_not_ascending",
  })
  .meta({
    description: "Prices by quantity in whole units of the basis, ascending: the last one reached prices all of it",
  });

const common = {
  code: z.enum(CHARGE_CODES),
  isPassThrough: z.boolean().optional(),
  note: z.string().trim().max(CHARGE_NOTE_MAX).optional(),
};

/**
 * One priced line: a unit price on a quantity basis, or a rate in basis points on a percentage basis, never both. A unit price may
 * have tiers by quantity, and a percentage the least amount that it comes to.
 */
export const chargeLineSchema = z.discriminatedUnion("basis", [
  z.strictObject({
    ...common,
    basis: z.enum(QUANTITY_BASES),
    unitPrice: priceSchema,
    tiers: tiersSchema.optional(),
  }),
  z.strictObject({
    ...common,
    basis: z.enum(PERCENT_BASES),
    rateBps: z.int().min(0).max(RATE_BPS_MAX),
    minimum: priceSchema.optional().meta({ description: "The least that the percentage comes to" }),
  }),
]);
export type ChargeLine = z.output<typeof chargeLineSchema>;

export const chargeLinesSchema = z.array(chargeLineSchema).min(1).max(CHARGE_LINES_MAX);
