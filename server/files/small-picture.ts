import "server-only";
import sharp from "sharp";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/policy";
import type { FileKind } from "@/domain/files/file-kind";
import { openFile } from "./queries";

const SIDE = 480;
const QUALITY = 70;
const PICTURES: readonly FileKind[] = ["jpeg", "png", "webp"];

/** A picture small enough for a page of many, to those who may have it; null for everybody else, and for what is no picture. */
export async function smallPicture(read: Reader, id: string, viewer: Actor): Promise<Buffer | null> {
  const opened = await openFile(read, id, { viewer });
  if (!opened || !PICTURES.includes(opened.facts.kind)) return null;
  const content = Buffer.concat(await Array.fromAsync(opened.content));
  return sharp(content)
    .flatten({ background: "white" })
    .resize(SIDE, SIDE, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
