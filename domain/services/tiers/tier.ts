import { z } from "zod";
import { priceSchema } from "../../shared/money-schema";

export const TIERS_MAX = 5;
const FROM_MAX = 1_000_000_000;

/** From this quantity on, in whole units of the line's basis, all of it costs this much a unit; minor units of the bid's currency as digits. */
export type KeptTier = { readonly from: number; readonly unitPriceMinor: string };

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

const PER_UNIT = 1000;

/** The last tier that a quantity in thousandths reaches; null below the first, and where there is no quantity. */
export function tierAt<One extends { readonly from: number }>(
  tiers: readonly One[] | undefined,
  quantityMilli: number | null,
): One | null {
  if (quantityMilli === null) return null;
  return tiers?.findLast(({ from }) => from * PER_UNIT <= quantityMilli) ?? null;
}
