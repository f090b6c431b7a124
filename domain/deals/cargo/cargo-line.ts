import type { CargoLine } from "../deal";
import type { CargoLineInput } from "../deal-schema";
import { volumeOf } from "./cargo-totals";

/** The whole line's volume in cm³: as given, or from the sides of one package. */
export const volumeOfLine = (line: CargoLineInput): number =>
  line.volumeCm3 ?? (line.dimensionsMm ? volumeOf(line.dimensionsMm, line.packages) : 0);

/** A line as it is kept: its volume reckoned, and null for everything that was not given. */
export const cargoLineOf = (line: CargoLineInput): CargoLine => ({
  ...line,
  volumeCm3: volumeOfLine(line),
  dimensionsMm: line.dimensionsMm ?? null,
  value: line.value ?? null,
  netWeightGrams: line.netWeightGrams ?? null,
  originCountry: line.originCountry ?? null,
  dangerousGoods: line.dangerousGoods ?? null,
  isStackable: line.isStackable ?? null,
  marks: line.marks ?? null,
});
