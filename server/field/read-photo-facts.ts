import readExif, { type Exif } from "exif-reader";
import sharp from "sharp";
import type { Position } from "../../domain/orders/evidence/evidence";
import { type Instant, instant, later, MINUTE_MS } from "../../domain/shared/instant";

export type PhotoFacts = {
  readonly takenAt: Instant | null;
  readonly takenPosition: Omit<Position, "accuracyM"> | null;
};

const NOTHING: PhotoFacts = { takenAt: null, takenPosition: null };
const OFFSET = /^([+-])(\d{2}):(\d{2})$/;
// Before there were such cameras, and after anybody's clock: what says so says nothing.
const [EARLIEST, LATEST] = [Date.UTC(1990, 0, 1), Date.UTC(2100, 0, 1)];

/** Minutes east of Greenwich that a camera says its clock is set to; null where it does not. */
function offsetOf(text: unknown): number | null {
  const [, sign, hours, minutes] = (typeof text === "string" && OFFSET.exec(text)) || [];
  if (sign === undefined) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A camera writes the time of its wall clock; where it names no zone, the phone's own is taken. */
function takenAt({ Photo }: Exif, phoneOffsetMinutes: number): Instant | null {
  const wall = Photo?.DateTimeOriginal as Date | undefined;
  const wallMs = wall instanceof Date ? wall.getTime() : Number.NaN;
  if (!(wallMs > EARLIEST && wallMs < LATEST)) return null;
  return later(instant(wallMs), -(offsetOf(Photo?.OffsetTimeOriginal) ?? phoneOffsetMinutes) * MINUTE_MS);
}

/** Millionths of a degree of degrees, minutes and seconds; null where they are none. */
function microDegrees(parts: unknown, ref: unknown, most: number): number | null {
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every(Number.isFinite)) return null;
  const [degrees, minutes, seconds] = parts as [number, number, number];
  const e6 = Math.round((degrees + minutes / 60 + seconds / 3_600) * 1_000_000);
  if (e6 < 0 || e6 > most * 1_000_000) return null;
  return ref === "S" || ref === "W" ? -e6 : e6;
}

function takenPosition({ GPSInfo }: Exif): PhotoFacts["takenPosition"] {
  const latE6 = microDegrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef, 90);
  const lonE6 = microDegrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef, 180);
  return latE6 === null || lonE6 === null ? null : { latE6, lonE6 };
}

/**
 * When and where a picture says that it was taken. Read before it is drawn anew, which leaves nothing but its pixels. It is the camera's word:
 * a picture without it, or with one that cannot be read, is a picture all the same.
 */
export async function readPhotoFacts(content: Buffer, phoneOffsetMinutes: number): Promise<PhotoFacts> {
  try {
    const { exif } = await sharp(content, { limitInputPixels: false }).metadata();
    if (!exif) return NOTHING;
    const said = readExif(exif);
    return { takenAt: takenAt(said, phoneOffsetMinutes), takenPosition: takenPosition(said) };
  } catch (error) {
    // Whatever cannot be read in it, the picture itself is looked at next, and refused there where it is none.
    if (error instanceof Error) return NOTHING;
    throw error;
  }
}
