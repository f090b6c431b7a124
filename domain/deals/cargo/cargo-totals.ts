import type { CargoLine } from "../deal";

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
