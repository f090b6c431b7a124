import type { Position } from "@/domain/shared/position";
import { type Instant, instant } from "../../domain/shared/instant";
import { MARKET_ZONE, parseWallClock } from "../../domain/shared/local-date";
import sharp from "sharp";
import type { FileKind } from "../../domain/files/file-kind";
import { GREY_SIDE, type PhotoPrints, printsOf } from "../../domain/inspections/photo-print";

/** What a camera wrote beside a picture; null where it did not, or nobody can read it. */
export type Taken = { readonly at: Instant | null; readonly isZoneTold: boolean; readonly position: Position | null };

export const NOT_TOLD: Taken = { at: null, isZoneTold: false, position: null };

const HEAD = "Exif\0\0";
const [EXIF_BLOCK, GPS_BLOCK] = [0x8769, 0x8825];
const [DATE_TIME, DATE_TIME_ORIGINAL, OFFSET, OFFSET_ORIGINAL] = [0x0132, 0x9003, 0x9010, 0x9011];
const [LAT_REF, LAT, LON_REF, LON] = [1, 2, 3, 4];
const [ASCII, SHORT, LONG, RATIONAL] = [2, 3, 4, 5];
const SIZES: Readonly<Record<number, number>> = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8 };
const [ENTRY_BYTES, ENTRIES_MAX, VALUES_MAX] = [12, 200, 64];

type Block = ReadonlyMap<number, string | readonly number[]>;

/** Reads numbers of a TIFF in its own byte order; a place beyond its end is a RangeError, which makes the whole unreadable. */
function readerOf(tiff: Buffer) {
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const one = (kind: number, at: number): number => {
    if (kind === SHORT) return u16(at);
    return kind === LONG ? u32(at) : u32(at) / u32(at + 4);
  };
  const block = (from: number): Block => {
    const found = new Map<number, string | readonly number[]>();
    const count = Math.min(u16(from), ENTRIES_MAX);
    for (let entry = 0; entry < count; entry++) {
      const at = from + 2 + entry * ENTRY_BYTES;
      const [tag, kind, length] = [u16(at), u16(at + 2), u32(at + 4)];
      const size = SIZES[kind];
      if (size === undefined || length > VALUES_MAX) continue;
      const place = size * length <= 4 ? at + 8 : u32(at + 8);
      if (kind === ASCII) found.set(tag, tiff.toString("latin1", place, place + length).split("\0")[0] ?? "");
      else
        found.set(
          tag,
          Array.from({ length }, (_, index) => one(kind, place + index * size)),
        );
    }
    return found;
  };
  return { u32, block };
}

const textOf = (block: Block, tag: number): string => {
  const found = block.get(tag);
  return typeof found === "string" ? found.trim() : "";
};
const numbersOf = (block: Block, tag: number): readonly number[] => {
  const found = block.get(tag);
  return Array.isArray(found) ? (found as readonly number[]) : [];
};

/** `2026:11:24 10:00:00` by a wall clock, in the zone that is told beside it or else in the market's. */
function timeOf(first: Block, exif: Block): Pick<Taken, "at" | "isZoneTold"> {
  const written = textOf(exif, DATE_TIME_ORIGINAL) || textOf(first, DATE_TIME);
  const [, day, time] = /^(\d{4}:\d{2}:\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(written) ?? [];
  if (!day || !time) return NOT_TOLD;
  const wall = `${day.replaceAll(":", "-")}T${time}`;
  const offset = textOf(exif, OFFSET_ORIGINAL) || textOf(exif, OFFSET);
  if (!/^[+-]\d{2}:\d{2}$/.test(offset)) return { at: parseWallClock(wall, MARKET_ZONE), isZoneTold: false };
  const ms = Date.parse(`${wall}${offset}`);
  return Number.isFinite(ms) ? { at: instant(ms), isZoneTold: true } : NOT_TOLD;
}

const MILLION = 1_000_000;

/** Degrees, minutes and seconds as millionths of a degree; null where they are none. */
function degreesE6(parts: readonly number[], isBehind: boolean, most: number): number | null {
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = parts;
  const value = Math.round((degrees + minutes / 60 + seconds / 3_600) * MILLION);
  return Number.isFinite(value) && Math.abs(value) <= most * MILLION ? (isBehind ? -value : value) : null;
}

function positionOf(gps: Block): Position | null {
  const latE6 = degreesE6(numbersOf(gps, LAT), textOf(gps, LAT_REF) === "S", 90);
  const lonE6 = degreesE6(numbersOf(gps, LON), textOf(gps, LON_REF) === "W", 180);
  return latE6 === null || lonE6 === null ? null : { latE6, lonE6 };
}

/** When and where a picture says that it was taken, of its EXIF as it came. It is what the camera wrote, or whoever wanted it to be read. */
export function readExif(exif: Buffer | undefined): Taken {
  if (!exif) return NOT_TOLD;
  const tiff = exif.toString("latin1", 0, HEAD.length) === HEAD ? exif.subarray(HEAD.length) : exif;
  try {
    const { u32, block } = readerOf(tiff);
    const first = block(u32(4));
    const inside = (tag: number): Block => {
      const [at] = numbersOf(first, tag);
      return at === undefined ? new Map() : block(at);
    };
    return { ...timeOf(first, inside(EXIF_BLOCK)), position: positionOf(inside(GPS_BLOCK)) };
  } catch (error) {
    if (error instanceof RangeError) return NOT_TOLD;
    throw error;
  }
}

/** What is known of a picture beside the picture: what it says of itself, and by what it is found again. */
export type PhotoFacts = { readonly taken: Taken; readonly prints: PhotoPrints | null };

const PICTURES: readonly FileKind[] = ["jpeg", "png", "webp"];

/** The prints of a picture, of its colours mixed to grey and its sides pressed to one square. */
export async function printsOfPicture(content: Buffer): Promise<PhotoPrints | null> {
  const grey = await sharp(content)
    .flatten({ background: "white" })
    .greyscale()
    .resize(GREY_SIDE, GREY_SIDE, { fit: "fill" })
    .raw()
    .toBuffer();
  return printsOf(grey);
}

/** Of a picture as it came, which still says when and where it was taken, and as it was drawn anew; null for what is no picture. */
export async function photoFacts(
  kind: FileKind,
  { received, drawn }: { readonly received: Buffer; readonly drawn: Buffer },
): Promise<PhotoFacts | null> {
  if (!PICTURES.includes(kind)) return null;
  const { exif } = await sharp(received).metadata();
  return { taken: readExif(exif), prints: await printsOfPicture(drawn) };
}
