import type { Quantities, Shipment } from "../kind";
import { cargoQuantities, quantitiesOf, times } from "../quantities";
import { chargeableWeightGrams } from "./figures";
import { isGroupage, unitOf } from "./equipment";
import type { LogisticsSpec } from "./spec";
import type { Basis, ChargeCode } from "../charge";

/**
 * Trucks, containers and wagons are those asked for; a container may be priced by the truck that brings it to the terminal,
 * one each. Waiting and storage run by the day after the free time, so they enter no total.
 */
export function logisticsQuantities(spec: LogisticsSpec, shipment: Shipment): Quantities {
  const units = times(spec.equipmentCount ?? 1);
  const unit = isGroupage(spec.haul, spec.equipment) ? "pallet" : unitOf(spec.equipment);
  return quantitiesOf({
    ...cargoQuantities(shipment),
    chargeable_kg: chargeableWeightGrams(shipment, spec.haul),
    truck: unit === "truck" || unit === "container" ? units : null,
    container: unit === "container" ? units : null,
    container_40hc: unit === "container" && spec.equipment === "40hc" ? units : null,
    container_40rf: unit === "container" && spec.equipment === "40rf" ? units : null,
    wagon: unit === "wagon" ? units : null,
    day_after_free: "contingent",
    truck_day_after_free: unit === "wagon" ? null : "contingent",
    hour: "contingent",
  });
}

type Suggestion = { readonly code: ChargeCode; readonly basis: Basis };

function unitBasis({ haul, equipment }: LogisticsSpec): Basis {
  const unit = unitOf(equipment);
  return isGroupage(haul, equipment) || unit === "pallet" ? "shipment" : unit;
}

function haulBasis(spec: LogisticsSpec): Basis {
  if (isGroupage(spec.haul, spec.equipment)) return "chargeable_kg";
  if (spec.equipment === "40hc") return "container_40hc";
  if (spec.equipment === "40rf") return "container_40rf";
  return unitBasis(spec);
}

/** The lines of a usual quotation in this mode: of a pick-up and a delivery unless the goods are handed over at a terminal, of the border only where they cross by land. */
export function suggestedLogisticsCharges(spec: LogisticsSpec, { mode }: Shipment): Suggestion[] {
  const basis = unitBasis(spec);
  const isLand = mode === "road" || mode === "rail";
  const isByTruck = mode === "road" && unitOf(spec.equipment) !== "wagon";
  const border: Suggestion[] = [
    ...(spec.isTransshipmentAllowed === false ? [] : [{ code: "TRS", basis } as const]),
    ...(isByTruck ? [{ code: "SLT", basis } as const] : []),
    { code: "BST", basis: "day_after_free" },
    ...(isByTruck ? [{ code: "WTG", basis: "truck_day_after_free" } as const] : []),
  ];
  return [
    ...(spec.pickupAt === "terminal" ? [] : [{ code: "PUP", basis } as const]),
    { code: "OLC", basis },
    { code: "OFT", basis: haulBasis(spec) },
    { code: "FSC", basis: "percent_of_OFT" },
    ...(isLand ? border : []),
    ...(spec.deliverAt === "terminal" ? [] : [{ code: "DLV", basis } as const]),
    ...(unitOf(spec.equipment) === "container" ? [{ code: "DMR", basis: "day_after_free" } as const] : []),
    { code: "INS", basis: "percent_of_value" },
  ];
}
