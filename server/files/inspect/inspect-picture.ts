import sharp, { type Sharp } from "sharp";
import type { FileKind } from "../../../domain/files/file-kind";
import { accept, refuse } from "../../../domain/shared/result";
import type { Inspection } from "./inspection";

/** Forty million pixels: a telephone's picture; unpacked it takes a hundred and sixty megabytes. */
const PIXELS_MAX = 40_000_000;
const QUALITY = 85;

// One picture at a time on one thread each, and nothing kept between them: memory stays flat however many come.
sharp.cache(false);
sharp.concurrency(1);

const draw = (picture: Sharp, kind: FileKind): Sharp => {
  if (kind === "png") return picture.png();
  return kind === "webp" ? picture.webp({ quality: QUALITY }) : picture.jpeg({ quality: QUALITY });
};

/** Draws a picture anew, upright and without anything but its pixels: no place where it was taken, nothing hidden behind it. */
export async function inspectPicture(kind: FileKind, content: Buffer): Promise<Inspection> {
  try {
    const { width, height, format } = await sharp(content, { limitInputPixels: false }).metadata();
    if (format !== kind) return refuse("type_differs", { kind });
    if (width * height > PIXELS_MAX) return refuse("picture_too_large", { pixels: PIXELS_MAX });
    const picture = sharp(content, { limitInputPixels: PIXELS_MAX, failOn: "error" }).rotate();
    return accept({ kind, content: await draw(picture, kind).toBuffer() });
  } catch (error) {
    // Whatever the decoder cannot do with it is the picture's fault, and the decoder says so only in words.
    if (error instanceof Error) return refuse("file_unreadable");
    throw error;
  }
}
