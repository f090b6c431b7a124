import type { LocalDate } from "@/domain/shared/local-date";
import type { Money } from "@/domain/shared/money";

export const DIRECTIONS = ["export", "import"] as const;
/** Seen from China: `export` leaves it, `import` enters it. */
export type Direction = (typeof DIRECTIONS)[number];

export const MODES = ["road", "rail", "sea", "air"] as const;
export type Mode = (typeof MODES)[number];

/** A cargo line as far as prices and rules of a service need it. */
export type ShipmentCargo = {
  readonly hsCode: string;
  readonly packages: number;
  readonly packageType: string;
  readonly grossWeightGrams: number;
  readonly volumeCm3: number;
  readonly value: Money | null;
};

/** What a service kind may know of the deal it serves; countries are ISO 3166-1 alpha-2. */
export type Shipment = {
  readonly direction: Direction;
  readonly mode: Mode;
  readonly goodsValue: Money;
  readonly readyDate: LocalDate;
  readonly originCountry: string;
  readonly destinationCountry: string;
  readonly cargo: readonly ShipmentCargo[];
};

/** Totals over the cargo lines: weight in grams, volume in cm³, packages, and distinct HS codes. */
export function shipmentTotals(shipment: Shipment) {
  let grossWeightGrams = 0;
  let volumeCm3 = 0;
  let packages = 0;
  for (const line of shipment.cargo) {
    grossWeightGrams += line.grossWeightGrams;
    volumeCm3 += line.volumeCm3;
    packages += line.packages;
  }
  const hsLines = new Set(shipment.cargo.map((line) => line.hsCode)).size;
  return { grossWeightGrams, volumeCm3, packages, hsLines };
}
