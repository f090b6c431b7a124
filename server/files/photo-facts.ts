import type { Position } from "@/domain/shared/position";
import { type Instant, instant, MARKET_ZONE } from "../../domain/shared/time";
import { parseWallClock } from "../../domain/shared/zones";
import ExifReader from "exifreader";
import sharp from "sharp";
import type { FileKind } from "../../domain/files/file-kind";
import { GREY_SIDE, type PhotoPrints, printsOf } from "../../domain/inspections/photo-print";

/** What a camera wrote beside a picture; null where it did not, or nobody can read it. */
export type Taken = { readonly at: Instant | null; readonly isZoneTold: boolean; readonly position: Position | null };

export const NOT_TOLD: Taken = { at: null, isZoneTold: false, position: null };

/** Those that are read of what a camera wrote; whatever else it wrote is passed over. */
const TAGS = [
  ...["DateTime", "DateTimeOriginal", "OffsetTime", "OffsetTimeOriginal"],
  ...["GPSLatitude", "GPSLatitudeRef", "GPSLongitude", "GPSLongitudeRef"],
];

type Tags = Readonly<Record<string, { readonly value: unknown } | undefined>>;

/** Null where nobody can read it: anything may stand there, and it is nobody's fault but the writer's. */
function tagsOf(tiff: Buffer): Tags | null {
  try {
    return ExifReader.load(tiff, { includeTags: { exif: TAGS } });
  } catch {
    return null;
  }
}

const HEAD = "Exif\0\0";
/** A camera writes no more than fits into a segment of a JPEG (Exif 2.3, 4.5.2); a larger block, as PNG and WebP may hold, is read as far as that. */
const EXIF_BYTES_MAX = 65_535;

const textOf = (tags: Tags, name: string): string => {
  const value = tags[name]?.value;
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === "string" ? text.trim() : "";
};

/** `2026:11:24 10:00:00` by a wall clock, in the zone that is told beside it or else in the market's. */
function timeOf(tags: Tags): Pick<Taken, "at" | "isZoneTold"> {
  const written = textOf(tags, "DateTimeOriginal") || textOf(tags, "DateTime");
  const [, day, time] = /^(\d{4}:\d{2}:\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(written) ?? [];
  if (!day || !time) return NOT_TOLD;
  const wall = `${day.replaceAll(":", "-")}T${time}`;
  const offset = textOf(tags, "OffsetTimeOriginal") || textOf(tags, "OffsetTime");
  if (!/^[+-]\d{2}:\d{2}$/.test(offset)) return { at: parseWallClock(wall, MARKET_ZONE), isZoneTold: false };
  const ms = Date.parse(`${wall}${offset}`);
  return Number.isFinite(ms) ? { at: instant(ms), isZoneTold: true } : NOT_TOLD;
}

const MILLION = 1_000_000;

/** Degrees, minutes and seconds, each a fraction, as millionths of a degree; null where they are none. */
function degreesE6(parts: unknown, isBehind: boolean, most: number): number | null {
  if (!Array.isArray(parts)) return null;
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = parts.map((part: unknown) =>
    Array.isArray(part) ? Number(part[0]) / Number(part[1]) : Number.NaN,
  );
  const value = Math.round((degrees + minutes / 60 + seconds / 3_600) * MILLION);
  return Number.isFinite(value) && Math.abs(value) <= most * MILLION ? (isBehind ? -value : value) : null;
}

function positionOf(tags: Tags): Position | null {
  const latE6 = degreesE6(tags.GPSLatitude?.value, textOf(tags, "GPSLatitudeRef") === "S", 90);
  const lonE6 = degreesE6(tags.GPSLongitude?.value, textOf(tags, "GPSLongitudeRef") === "W", 180);
  return latE6 === null || lonE6 === null ? null : { latE6, lonE6 };
}

/** When and where a picture says that it was taken, of its EXIF as it came. It is what the camera wrote, or whoever wanted it to be read. */
export function readExif(exif: Buffer | undefined): Taken {
  if (!exif) return NOT_TOLD;
  const tiff = exif.toString("latin1", 0, HEAD.length) === HEAD ? exif.subarray(HEAD.length) : exif;
  const tags = tagsOf(tiff.subarray(0, EXIF_BYTES_MAX));
  return tags ? { ...timeOf(tags), position: positionOf(tags) } : NOT_TOLD;
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
