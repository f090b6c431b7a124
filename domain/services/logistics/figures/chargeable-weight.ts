import type { Mode } from "@/domain/hubs/place";
import { divideHalfUp } from "@/domain/shared/rounding";
import { type Shipment, shipmentTotals } from "../../shipment";
import type { Haul } from "../equipment";

export type FactorBasis = Mode | "express";

/**
 * Kilograms that a carrier counts for a cubic metre. Customary figures of the trade, not a standard: air 167 (1 m³ by 6 dm³ a
 * kilogram), express 200 (by 5 dm³), road 333, sea groupage 1,000. Rail groupage has no one figure and takes the road's.
 */
export const KG_PER_CBM: Readonly<Record<FactorBasis, number>> = {
  air: 167,
  road: 333,
  rail: 333,
  sea: 1_000,
  express: 200,
};

/** Whose factor counts: express has its own, whichever way it goes. */
export const factorBasisOf = (mode: Mode, haul: Haul | undefined): FactorBasis =>
  haul === "express" ? "express" : mode;

const CM3_PER_LITRE = 1_000n;

/** The greater of gross weight and volume × factor, in grams, half up; kg/m³ equals g/dm³. */
export function chargeableWeightGrams(shipment: Shipment, haul?: Haul): number {
  const { grossWeightGrams, volumeCm3 } = shipmentTotals(shipment);
  const factor = BigInt(KG_PER_CBM[factorBasisOf(shipment.mode, haul)]);
  return Math.max(grossWeightGrams, Number(divideHalfUp(BigInt(volumeCm3) * factor, CM3_PER_LITRE)));
}
