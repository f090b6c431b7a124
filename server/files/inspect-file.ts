import { type FileKind, LOOKS, kindOfExtension, mayBeDeclared } from "../../domain/files/file-kind";
import { accept, refuse, type Result } from "../../domain/shared/result";
import type { ContentRefusal, Inspection } from "./inspection";
import sharp, { type Sharp } from "sharp";
import { fileTypeFromBuffer } from "file-type";
import { extensionOf } from "../../domain/files/file-name";
import { inspectPdf } from "./inspect-pdf";
import { inspectXlsx } from "./inspect-xlsx";

// Excel in China still writes tables in GB 18030; with a mark at its head a text may be UTF-16.
const ENCODINGS = ["utf-8", "gb18030"] as const;

/** A content as a text in an encoding that is in use; null where it is none. */
export function readText(content: Buffer): string | null {
  const mark = content.subarray(0, 2).toString("hex");
  const encodings = mark === "fffe" ? ["utf-16le"] : mark === "feff" ? ["utf-16be"] : ENCODINGS;
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

const isControl = (text: string): boolean => /[^\P{Cc}\t\r\n\f]/u.test(text);

/** A text is what can be read as one in an encoding that is in use, without control characters. */
function inspectText(kind: FileKind, content: Buffer): Inspection {
  const text = readText(content);
  return text === null || isControl(text) ? refuse("type_differs", { kind }) : accept({ kind, content });
}

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
async function inspectPicture(kind: FileKind, content: Buffer): Promise<Inspection> {
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

// Readers of a PDF look for its head within so many bytes, and readers of an archive for its end within so many.
const PDF_HEAD_WITHIN = 1024;
const ZIP_TAIL_BYTES = 22 + 65_535;
const MARKUP_WITHIN = 1024;

const PDF_HEAD = Buffer.from("%PDF-");
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml)/i;
const PDF_END = Buffer.from("%%EOF");

/** A beginning or an end by which another program would take the content for something else than its own kind. */
function isTwoFiles(kind: FileKind, content: Buffer): boolean {
  const head = content.subarray(0, PDF_HEAD_WITHIN);
  const tail = content.subarray(Math.max(0, content.length - ZIP_TAIL_BYTES));
  if (kind !== "pdf" && head.includes(PDF_HEAD)) return true;
  if (kind !== "xlsx" && tail.includes(ZIP_END)) return true;
  if (kind === "xlsx") return false;
  if (MARKUP.test(content.toString("latin1", 0, MARKUP_WITHIN))) return true;
  if (kind !== "pdf") return false;
  // What stands after the last end of a PDF no reader of one needs.
  const end = content.lastIndexOf(PDF_END);
  return end >= 0 && content.toString("latin1", end + PDF_END.length).trim() !== "";
}

/** The test file that every scanner finds: refused also where there is no scanner. In halves, so that this file is not one. */
const EICAR = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""));

const ZIPPED = new Set(["application/zip", LOOKS.xlsx.mediaType]);
const BY_TYPE: Readonly<Record<string, FileKind>> = {
  [LOOKS.pdf.mediaType]: "pdf",
  [LOOKS.jpeg.mediaType]: "jpeg",
  [LOOKS.png.mediaType]: "png",
  [LOOKS.webp.mediaType]: "webp",
};

export type Sent = { readonly name: string; readonly declaredType: string };

/** The kind that a name says, where the declared type does not gainsay it: known before a byte is read. */
export function declaredKind({ name, declaredType }: Sent): Result<FileKind, ContentRefusal> {
  const kind = kindOfExtension(extensionOf(name));
  if (kind === null) return refuse("type_not_allowed");
  return mayBeDeclared(kind, declaredType) ? accept(kind) : refuse("type_differs", { kind });
}

/** The kind that the first bytes say; null where they are a text's. What is neither is refused. */
async function sniffed(content: Buffer): Promise<Result<FileKind | null, ContentRefusal>> {
  const found = await fileTypeFromBuffer(content);
  if (found === undefined) return accept(null);
  // Which kind of archive it is, its own reader says: names inside it can say anything.
  if (ZIPPED.has(found.mime) || content.readUInt32BE(0) === 0x504b0304) return accept("xlsx");
  const kind = BY_TYPE[found.mime];
  return kind === undefined ? refuse("type_not_allowed") : accept(kind);
}

function inspectAs(kind: FileKind, content: Buffer): Inspection | Promise<Inspection> {
  switch (kind) {
    case "pdf":
      return inspectPdf(content);
    case "xlsx":
      return inspectXlsx(content);
    case "csv":
    case "txt":
      return inspectText(kind, content);
    default:
      return inspectPicture(kind, content);
  }
}

/**
 * Whether a content is what its name and its declared type say, is one file only, and can do nothing of its own accord. The
 * content decides; name and type may only agree with it.
 */
export async function inspectFile(content: Buffer, sent: Sent): Promise<Inspection> {
  if (content.length === 0) return refuse("file_empty");
  const declared = declaredKind(sent);
  if (!declared.ok) return declared;
  if (content.includes(EICAR)) return refuse("file_infected");
  const found = await sniffed(content);
  if (!found.ok) return found;
  const isAsDeclared = found.value === null ? LOOKS[declared.value].isText === true : found.value === declared.value;
  if (!isAsDeclared) return refuse("type_differs", { kind: declared.value });
  if (isTwoFiles(declared.value, content)) return refuse("file_is_two");
  return inspectAs(declared.value, content);
}
