import sharp from "sharp";
import type { FileKind } from "../../../domain/files/file-kind";
import { GREY_SIDE, type PhotoPrints, printsOf } from "../../../domain/inspections/photos/photo-print";
import { readExif, type Taken } from "./read-exif";

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
