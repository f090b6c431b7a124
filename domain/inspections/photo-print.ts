import { assert } from "../shared/result";

/** Side of the grey picture that a print is made of, by whoever draws it: one byte a pixel, row by row. */
export const GREY_SIDE = 64;

/** A print: 64 bits in hexadecimal. Pictures of the same scene differ in few of them, others in about half. */
export type Print = string;

/** The prints of one picture: of the whole first, then of parts of it, so that a trimmed copy meets the part that it is. */
export type PhotoPrints = readonly [whole: Print, ...parts: Print[]];

const SIDE = 32;
const LOW = 8;
// So much of each side is left out in the parts; a copy that is trimmed by up to twice as much still lies near one of them.
const TRIM = 0.03;
const REST = 1 - TRIM;
const WHOLE = { left: 0, top: 0, side: 1 };
const PARTS = [
  { left: TRIM / 2, top: TRIM / 2, side: REST },
  { left: 0, top: 0, side: REST },
  { left: TRIM, top: 0, side: REST },
  { left: 0, top: TRIM, side: REST },
  { left: TRIM, top: TRIM, side: REST },
] as const;

/** A picture whose brightness spreads less than this (of 255) shows nothing: the dark, a wall, a finger before the lens. */
const SPREAD_MIN = 6;

type Part = { readonly left: number; readonly top: number; readonly side: number };

const COSINES = Float64Array.from({ length: LOW * SIDE }, (_, at) => {
  const [frequency, place] = [Math.floor(at / SIDE), at % SIDE];
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / (2 * SIDE));
});

const within = (value: number): number => Math.max(0, Math.min(GREY_SIDE - 1, value));

/** The brightness between four pixels, by how near each is. */
function between(grey: Uint8Array, x: number, y: number): number {
  const left = within(Math.floor(x));
  const top = within(Math.floor(y));
  const right = within(left + 1);
  const below = within(top + 1) * GREY_SIDE;
  const row = top * GREY_SIDE;
  const byX = Math.max(0, Math.min(1, x - left));
  const byY = Math.max(0, Math.min(1, y - top));
  const upper = (grey[row + left] as number) * (1 - byX) + (grey[row + right] as number) * byX;
  const lower = (grey[below + left] as number) * (1 - byX) + (grey[below + right] as number) * byX;
  return upper * (1 - byY) + lower * byY;
}

/** A part of the picture in 32 by 32 means of four points each. */
function sampled(grey: Uint8Array, { left, top, side }: Part): Float64Array {
  const fine = SIDE * 2;
  const place = (origin: number, at: number) => (origin + (side * (at + 0.5)) / fine) * GREY_SIDE - 0.5;
  const small = new Float64Array(SIDE * SIDE);
  for (let row = 0; row < fine; row++)
    for (let column = 0; column < fine; column++) {
      const at = (row >> 1) * SIDE + (column >> 1);
      small[at] = (small[at] as number) + between(grey, place(left, column), place(top, row)) / 4;
    }
  return small;
}

/** Eight waves along one side, of values that lie `step` apart from `from` on: the sums of a discrete cosine transform (type II), unscaled. */
function waves(values: Float64Array, from: number, step: number): number[] {
  const sums: number[] = [];
  for (let frequency = 0; frequency < LOW; frequency++) {
    let sum = 0;
    for (let at = 0; at < SIDE; at++)
      sum += (COSINES[frequency * SIDE + at] as number) * (values[from + at * step] as number);
    sums.push(sum);
  }
  return sums;
}

/** The eight by eight lowest frequencies: what a picture is like from afar. */
function lowFrequencies(small: Float64Array): number[] {
  const rows = new Float64Array(SIDE * LOW);
  for (let row = 0; row < SIDE; row++) rows.set(waves(small, row * SIDE, 1), row * LOW);
  const columns = Array.from({ length: LOW }, (_, frequency) => waves(rows, frequency, LOW));
  return Array.from({ length: LOW * LOW }, (_, at) => columns[at % LOW]?.[Math.floor(at / LOW)] ?? 0);
}

function printOfPart(grey: Uint8Array, part: Part): Print {
  const frequencies = lowFrequencies(sampled(grey, part));
  // The first is the mean brightness, which a copy may change.
  const others = frequencies.slice(1).sort((one, two) => one - two);
  const middle = others[Math.floor(others.length / 2)] as number;
  const bits = frequencies.map((value, at) => (at > 0 && value > middle ? 1 : 0));
  let print = "";
  for (let at = 0; at < bits.length; at += 4)
    print += bits
      .slice(at, at + 4)
      .reduce<number>((nibble, bit) => nibble * 2 + bit, 0)
      .toString(16);
  return print;
}

/** How far brightness spreads about its mean (standard deviation, of 255). */
function spreadOf(grey: Uint8Array): number {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  return Math.sqrt(grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length);
}

/**
 * The prints of a grey picture, which survive resizing, recompression, a slight trim and a change of brightness (perceptual hash by the
 * discrete cosine transform, after Zauner 2010). Null where the picture shows too little to tell it from others.
 */
export function printsOf(grey: Uint8Array): PhotoPrints | null {
  assert(grey.length === GREY_SIDE * GREY_SIDE, "a print is made of a square of grey");
  if (spreadOf(grey) < SPREAD_MIN) return null;
  return [printOfPart(grey, WHOLE), ...PARTS.map((part) => printOfPart(grey, part))];
}

const ONES = Array.from({ length: 16 }, (_, nibble) => nibble.toString(2).replaceAll("0", "").length);

/** In how many of their 64 bits two prints differ. */
export function distanceOf(one: Print, two: Print): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++)
    sum += ONES[Number.parseInt(one.charAt(at), 16) ^ Number.parseInt(two.charAt(at), 16)] as number;
  return sum;
}

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
