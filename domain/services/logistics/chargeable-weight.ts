import type { Mode } from "@/domain/hubs/place";
import { divideHalfUp } from "@/domain/shared/rounding";
import { ratio } from "../quantities";
import { type Shipment, shipmentTotals } from "../shipment";

/**
 * Kilograms that a carrier counts for a cubic metre. Customary figures of the trade (air 167, road 333, sea groupage 1,000),
 * not a standard; rail groupage has no one figure and takes the road's.
 */
export const KG_PER_CBM: Record<Mode, number> = { air: 167, road: 333, rail: 333, sea: 1_000 };

const CM3_PER_LITRE = 1_000;

/** The greater of gross weight and volume × factor, in grams; kg/m³ equals g/dm³. */
export function chargeableWeightGrams(shipment: Shipment): number {
  const { grossWeightGrams, volumeCm3 } = shipmentTotals(shipment);
  return Math.max(grossWeightGrams, ratio(volumeCm3 * KG_PER_CBM[shipment.mode], CM3_PER_LITRE));
}

/** Thousandths of kg/m³; groupage prices go by density band. Null for cargo without volume. */
export function densityMilli(shipment: Shipment): number | null {
  const { grossWeightGrams, volumeCm3 } = shipmentTotals(shipment);
  return volumeCm3 > 0 ? Number(divideHalfUp(BigInt(grossWeightGrams) * 1_000_000n, BigInt(volumeCm3))) : null;
}
