import type { Mode } from "@/domain/hubs/place";
import { divideHalfUp } from "@/domain/shared/money";
import { type Figure, type Shipment, shipmentTotals } from "../kind";
import { type Haul, isPricedByWeight } from "./equipment";
import { insuredByDefault } from "./insurance";
import type { LogisticsSpec } from "./spec";

export type FactorBasis = Mode | "express";

/**
 * Kilograms that a carrier counts for a cubic metre. Customary figures of the trade, not a standard: air 167 (1 m³ by 6 dm³ a
 * kilogram), express 200 (by 5 dm³), road 333, sea groupage 1,000. Rail groupage has no one figure and takes the road's.
 */
const KG_PER_CBM: Readonly<Record<FactorBasis, number>> = {
  air: 167,
  road: 333,
  rail: 333,
  sea: 1_000,
  express: 200,
};

/** Whose factor counts: express has its own, whichever way it goes. */
const factorBasisOf = (mode: Mode, haul: Haul | undefined): FactorBasis => (haul === "express" ? "express" : mode);

const CM3_PER_LITRE = 1_000n;

/** The greater of gross weight and volume × factor, in grams, half up; kg/m³ equals g/dm³. */
export function chargeableWeightGrams(shipment: Shipment, haul?: Haul): number {
  const { grossWeightGrams, volumeCm3 } = shipmentTotals(shipment);
  const factor = BigInt(KG_PER_CBM[factorBasisOf(shipment.mode, haul)]);
  return Math.max(grossWeightGrams, Number(divideHalfUp(BigInt(volumeCm3) * factor, CM3_PER_LITRE)));
}

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

const MILLI = 1_000;

const perCbm = (key: string, quantityMilli: number): Figure => ({
  key,
  value: { kind: "quantity", quantityMilli, unit: "kg_per_cbm" },
});

/** What a forwarder reckons before it quotes: totals, the chargeable weight with the factor it comes from where that is what is priced, density and its band. */
export function logisticsFigures({ haul, equipment, insurance }: LogisticsSpec, shipment: Shipment): Figure[] {
  const { grossWeightGrams, volumeCm3, packages } = shipmentTotals(shipment);
  const basis = factorBasisOf(shipment.mode, haul);
  const density = densityMilli(shipment);
  const band = densityBandOf(shipment);
  return [
    { key: "gross_weight", value: { kind: "weight", weightGrams: grossWeightGrams } },
    { key: "volume", value: { kind: "volume", volumeCm3 } },
    { key: "packages", value: { kind: "count", count: packages } },
    ...(isPricedByWeight({ haul, equipment }, shipment.mode)
      ? [
          {
            key: "chargeable_weight",
            value: { kind: "weight", weightGrams: chargeableWeightGrams(shipment, haul) },
          } as const,
          perCbm(`factor_${basis}`, KG_PER_CBM[basis] * MILLI),
        ]
      : []),
    ...(density === null ? [] : [perCbm("density", density)]),
    ...(insurance
      ? [
          {
            key: "insured_value",
            value: { kind: "money", money: insurance.value ?? insuredByDefault(shipment) },
          } as const,
        ]
      : []),
    ...(band === null ? [] : [{ key: "density_band", value: { kind: "text", text: bandText(band) } } as const]),
  ];
}

/** The same for programs. */
export const logisticsAnswer = ({ haul }: LogisticsSpec, shipment: Shipment) => ({
  chargeableWeightGrams: chargeableWeightGrams(shipment, haul),
  chargeableKgPerCbm: KG_PER_CBM[factorBasisOf(shipment.mode, haul)],
  densityBand: densityBandOf(shipment),
});
