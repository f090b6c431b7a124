import { FILE_MAX_BYTES } from "@/domain/files/file-limits";
import type { NewPhoto } from "./entry-store";

export type PictureProblem = "no_picture" | "photo_too_large";

const PICTURES = ["image/jpeg", "image/png", "image/webp"];

/** The files that a form was sent with; an empty field of files is one without bytes. */
export const filesIn = (data: FormData, name: string): File[] =>
  data.getAll(name).filter((file): file is File => file instanceof File && file.size > 0);

/** Why the market would not take this picture, asked on the phone itself: without a connection nobody else can say it, and with one it was sent for nothing. */
export function problemOfPicture({ type, size }: Pick<File, "type" | "size">): PictureProblem | null {
  if (!PICTURES.includes(type)) return "no_picture";
  return size > FILE_MAX_BYTES ? "photo_too_large" : null;
}

/** A picture that an album has under any name gets one that says what it is. */
const nameOf = ({ name, type }: File): string => (/\.(jpe?g|png|webp)$/i.test(name) ? name : `photo.${type.slice(6)}`);

/** A chosen picture as the outbox keeps it. */
export const pictureOf = async (file: File): Promise<NewPhoto> => ({
  name: nameOf(file),
  type: file.type,
  bytes: await file.arrayBuffer(),
});
