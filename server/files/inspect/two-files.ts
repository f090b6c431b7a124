import type { FileKind } from "../../../domain/files/file-kind";

// Readers of a PDF look for its head within so many bytes, and readers of an archive for its end within so many.
const PDF_HEAD_WITHIN = 1024;
const ZIP_TAIL_BYTES = 22 + 65_535;
const MARKUP_WITHIN = 1024;

const PDF_HEAD = Buffer.from("%PDF-");
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|\?php|\?xml)/i;
const PDF_END = Buffer.from("%%EOF");

/** A beginning or an end by which another program would take the content for something else than its own kind. */
export function isTwoFiles(kind: FileKind, content: Buffer): boolean {
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
