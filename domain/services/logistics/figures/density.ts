import { divideHalfUp } from "@/domain/shared/rounding";
import { type Shipment, shipmentTotals } from "../../shipment";

/**
 * Where one density band ends and the next begins, in kg/m³. Groupage to Central Asia is priced by density band; every forwarder
 * draws its own, and these limits are the market's own, after the tariffs of that trade: fine steps for light goods.
 */
export const DENSITY_LIMITS = [
  100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 250, 300, 350, 400, 500, 600, 800, 1_000,
] as const;

/** From `minKgPerCbm` on and below `maxKgPerCbm`; null where the band is open. */
export type DensityBand = { readonly minKgPerCbm: number | null; readonly maxKgPerCbm: number | null };

const CENTRAL_ASIA: readonly string[] = ["KZ", "KG", "UZ", "TJ", "TM"];

/** Thousandths of kg/m³, half up. Null for cargo without volume. */
export function densityMilli(shipment: Shipment): number | null {
  const { grossWeightGrams, volumeCm3 } = shipmentTotals(shipment);
  return volumeCm3 > 0 ? Number(divideHalfUp(BigInt(grossWeightGrams) * 1_000_000n, BigInt(volumeCm3))) : null;
}

/** The band of the whole cargo's exact density; a limit belongs to the band above it. Null for cargo without volume, and off Central Asia. */
export function densityBandOf(shipment: Shipment): DensityBand | null {
  const { grossWeightGrams, volumeCm3 } = shipmentTotals(shipment);
  const isCentralAsia = [shipment.originCountry, shipment.destinationCountry].some((one) => CENTRAL_ASIA.includes(one));
  if (volumeCm3 === 0 || !isCentralAsia) return null;
  const reached = DENSITY_LIMITS.filter(
    (limit) => BigInt(grossWeightGrams) * 1_000n >= BigInt(limit) * BigInt(volumeCm3),
  );
  return { minKgPerCbm: reached.at(-1) ?? null, maxKgPerCbm: DENSITY_LIMITS[reached.length] ?? null };
}

/** `300–350`, `< 100`, `≥ 1000`: digits that every language reads. */
export const bandText = ({ minKgPerCbm: min, maxKgPerCbm: max }: DensityBand): string =>
  min === null ? `< ${max}` : max === null ? `≥ ${min}` : `${min}–${max}`;
