import { distanceOf, type PhotoPrints, type Print } from "./photo-print";

/**
 * Two pictures are taken for the same where a print of one differs from the whole of the other in so many bits at the most. Measured on
 * 48 made-up scenes and twelve copies of each (photo-corpus.test.ts): copies lie within 6, strangers from 14 on.
 */
export const SAME_DISTANCE_MAX = 7;

const BANDS = 4;
const BAND_BITS = 16;
const BAND_DIGITS = BAND_BITS / 4;
const BAND_VALUES = 2 ** BAND_BITS;

const bandsOf = (print: Print): number[] =>
  Array.from({ length: BANDS }, (_, band) =>
    Number.parseInt(print.slice(band * BAND_DIGITS, (band + 1) * BAND_DIGITS), 16),
  );

const keyOf = (band: number, value: number): number => band * BAND_VALUES + value;

/** The four keys under which a print is kept: its quarters, each in a range of its own. */
export const bandKeys = (print: Print): number[] => bandsOf(print).map((value, band) => keyOf(band, value));

/**
 * Keys of which every print within seven bits has at least one: seven differing bits leave one of four quarters with one at the most, so
 * each quarter is looked up as it is and with each of its sixteen bits turned. 68 keys a print.
 */
export const keysNear = (print: Print): number[] =>
  bandsOf(print).flatMap((value, band) => [
    keyOf(band, value),
    ...Array.from({ length: BAND_BITS }, (_, bit) => keyOf(band, value ^ (1 << bit))),
  ]);

/** A print as it is kept: of the whole picture (part 0) or of a part. */
export type KeptPrint = { readonly part: number; readonly print: Print };

/** The least distance between two pictures: of the whole of either to the whole or a part of the other; null where they are strangers. */
export function sameDistance(prints: PhotoPrints, kept: KeptPrint): number | null {
  const [whole, ...parts] = prints;
  const compared = kept.part === 0 ? [whole, ...parts] : [whole];
  const least = Math.min(...compared.map((print) => distanceOf(print, kept.print)));
  return least <= SAME_DISTANCE_MAX ? least : null;
}
