import sharp from "sharp";
import type { Position } from "../../domain/orders/evidence/evidence";
import { type Instant, later, MINUTE_MS } from "../../domain/shared/instant";
import { readExif, type Taken } from "../files/picture/read-exif";

export type PhotoFacts = {
  readonly takenAt: Instant | null;
  readonly takenPosition: Omit<Position, "accuracyM"> | null;
};

const NOTHING: PhotoFacts = { takenAt: null, takenPosition: null };
/** Of the market's zone, by which a camera's wall clock is read that names none. */
const MARKET_OFFSET_MINUTES = 480;

/** A camera writes the time of its wall clock; where it names no zone, the phone's own is taken. */
function takenAt({ at, isZoneTold }: Taken, phoneOffsetMinutes: number): Instant | null {
  if (at === null || isZoneTold) return at;
  return later(at, (MARKET_OFFSET_MINUTES - phoneOffsetMinutes) * MINUTE_MS);
}

/**
 * When and where a picture says that it was taken. Read before it is drawn anew, which leaves nothing but its pixels. It is the camera's word:
 * a picture without it, or with one that cannot be read, is a picture all the same.
 */
export async function readPhotoFacts(content: Buffer, phoneOffsetMinutes: number): Promise<PhotoFacts> {
  try {
    const { exif } = await sharp(content, { limitInputPixels: false }).metadata();
    const taken = readExif(exif);
    return { takenAt: takenAt(taken, phoneOffsetMinutes), takenPosition: taken.position };
  } catch (error) {
    // Whatever cannot be read in it, the picture itself is looked at next, and refused there where it is none.
    if (error instanceof Error) return NOTHING;
    throw error;
  }
}
