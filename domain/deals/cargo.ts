import type { CargoLine } from "./deal";
import type { CargoLineInput } from "./deal-schema";

const MM3_PER_CM3 = 1000n;

/** The volume of `packages` equal packages in whole cm³, rounded up: a carrier never measures less than there is. */
export function volumeOf(dimensionsMm: { length: number; width: number; height: number }, packages: number): number {
  const mm3 = BigInt(dimensionsMm.length) * BigInt(dimensionsMm.width) * BigInt(dimensionsMm.height) * BigInt(packages);
  return Number((mm3 + MM3_PER_CM3 - 1n) / MM3_PER_CM3);
}

export type CargoTotals = { readonly packages: number; readonly grossWeightGrams: number; readonly volumeCm3: number };

/** Sums over the lines: packages, grams, cm³. */
export const cargoTotals = (cargo: readonly CargoLine[]): CargoTotals => ({
  packages: cargo.reduce((all, line) => all + line.packages, 0),
  grossWeightGrams: cargo.reduce((all, line) => all + line.grossWeightGrams, 0),
  volumeCm3: cargo.reduce((all, line) => all + line.volumeCm3, 0),
});

/** The whole line's volume in cm³: as given, or from the sides of one package. */
export const volumeOfLine = (line: Pick<CargoLineInput, "volumeCm3" | "dimensionsMm" | "packages">): number =>
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

/** Whether a cargo line says more than its figures: net weight, origin, dangerous goods, stacking or marks. */
export const hasNotes = ({ netWeightGrams, originCountry, dangerousGoods, isStackable, marks }: CargoLine): boolean =>
  [netWeightGrams, originCountry, dangerousGoods, isStackable, marks].some((note) => note !== null);

/** Cargo as visitors read it: marks may name the buyer or its brand, and like addresses they are for those with an account. */
export const withoutMarks = (cargo: readonly CargoLine[]): CargoLine[] =>
  cargo.map((line) => ({ ...line, marks: null }));
