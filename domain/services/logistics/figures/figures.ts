import type { Figure } from "../../figure";
import { type Shipment, shipmentTotals } from "../../shipment";
import { insuredByDefault } from "../insurance";
import type { LogisticsSpec } from "../spec";
import { isPricedByWeight } from "../equipment";
import { chargeableWeightGrams, factorBasisOf, KG_PER_CBM } from "./chargeable-weight";
import { bandText, densityBandOf, densityMilli } from "./density";

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
