import { divideHalfUp } from "@/domain/shared/money";
import { QUANTITY_BASES } from "./charge";
import { type Quantities, type Shipment, shipmentTotals } from "./kind";

/** Quantities are whole thousandths of their basis. */
export const ONE = 1000;

export const times = (count: number): number => count * ONE;

/** Exact `numerator / denominator`, half up, as a safe integer. */
export const ratio = (numerator: number, denominator: number): number =>
  Number(divideHalfUp(BigInt(numerator), BigInt(denominator)));

const GRAMS_PER_TONNE_MILLI = 1000;
const CM3_PER_CBM_MILLI = 1000;

/** Weight, volume and packages of the whole cargo, as thousandths of kg, tonne, m³ and package. */
export function cargoQuantities(shipment: Shipment) {
  const { grossWeightGrams, volumeCm3, packages } = shipmentTotals(shipment);
  return {
    kg: grossWeightGrams,
    tonne: ratio(grossWeightGrams, GRAMS_PER_TONNE_MILLI),
    cbm: ratio(volumeCm3, CM3_PER_CBM_MILLI),
    package: times(packages),
  };
}

const IMPOSSIBLE = Object.fromEntries(QUANTITY_BASES.map((basis) => [basis, null])) as Quantities;

/** Every basis, those not named being impossible for the request. One shipment is always possible. */
export const quantitiesOf = (possible: Partial<Quantities>): Quantities => ({
  ...IMPOSSIBLE,
  shipment: ONE,
  ...possible,
});
