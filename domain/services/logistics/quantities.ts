import type { Quantities } from "../kind";
import { cargoQuantities, quantitiesOf, times } from "../quantities";
import type { Shipment } from "../shipment";
import { chargeableWeightGrams } from "./figures/chargeable-weight";
import { isGroupage, unitOf } from "./equipment";
import type { LogisticsSpec } from "./spec";

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
