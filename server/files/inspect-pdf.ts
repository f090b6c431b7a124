import { promisify } from "node:util";
import { constants, inflate } from "node:zlib";
import { accept, type Refusal, refuse } from "../../domain/shared/result";
import type { Inspection } from "./inspection";

const inflateAsync = promisify(inflate);

/** All object streams of one file, unpacked; a true one has a hundredth of it. */
const UNPACKED_MAX_BYTES = 32 * 1024 * 1024;
const HEAD = /^%PDF-[12]\.\d/;
const END_WITHIN = 1024;

/** A name as any reader understands it: each letter may be written as `#` and two digits. */
const named = (name: string): RegExp =>
  new RegExp(
    `/${[...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join("")}(?![A-Za-z0-9#])`,
    "i",
  );

const FORBIDDEN: readonly (readonly [
  RegExp,
  Refusal<"file_has_script" | "file_has_files" | "file_encrypted">["code"],
])[] = [
  [named("JavaScript"), "file_has_script"],
  [named("Launch"), "file_has_script"],
  [named("XFA"), "file_has_script"],
  [named("SubmitForm"), "file_has_script"],
  [named("ImportData"), "file_has_script"],
  [named("RichMedia"), "file_has_script"],
  [named("EmbeddedFile"), "file_has_files"],
  [named("EmbeddedFiles"), "file_has_files"],
  [named("Encrypt"), "file_encrypted"],
];
const SCRIPT_SHORT = named("JS");
const OBJECT_STREAM = named("ObjStm");
const FLATE = named("FlateDecode");
const OTHER_FILTER = /\/(?:ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Crypt|DecodeParms)/;

const findForbidden = (text: string) => FORBIDDEN.find(([pattern]) => pattern.test(text))?.[1];

/** The dictionary before each stream, with where the stream's bytes begin and end. */
function* streamsOf(text: string) {
  for (const match of text.matchAll(/\bstream\r?\n/g)) {
    const before = text.slice(Math.max(0, match.index - 4096), match.index);
    const begin = match.index + match[0].length;
    const end = text.indexOf("endstream", begin);
    yield { dictionary: before.slice(before.lastIndexOf(" obj") + 1), begin, end: end < 0 ? text.length : end };
  }
}

/**
 * Refuses a PDF that could act by itself or carries other files. The whole file is looked through for the names of what acts, also
 * where a letter of them is written as a number, and so is every object stream behind the one packing that is in use. What cannot
 * be looked into is refused: encrypted files, and object streams packed otherwise.
 */
export async function inspectPdf(content: Buffer): Promise<Inspection> {
  const text = content.toString("latin1");
  if (!HEAD.test(text) || !text.slice(-END_WITHIN).includes("%%EOF")) return refuse("file_unreadable");
  const code = findForbidden(text);
  if (code) return refuse(code);
  let outside = "";
  let at = 0;
  let unpackedBytes = 0;
  for (const { dictionary, begin, end } of streamsOf(text)) {
    outside += text.slice(at, Math.max(at, begin));
    at = Math.max(at, end);
    if (!OBJECT_STREAM.test(dictionary)) continue;
    if (OTHER_FILTER.test(dictionary)) return refuse("file_unreadable");
    let objects = content.subarray(begin, end);
    if (FLATE.test(dictionary)) {
      try {
        objects = await inflateAsync(objects, {
          maxOutputLength: UNPACKED_MAX_BYTES - unpackedBytes,
          finishFlush: constants.Z_SYNC_FLUSH,
        });
      } catch (error) {
        if (error instanceof RangeError) return refuse("archive_too_large");
        return refuse("file_unreadable");
      }
    }
    unpackedBytes += objects.length;
    const inside = objects.toString("latin1");
    const found = findForbidden(inside) ?? (SCRIPT_SHORT.test(inside) ? ("file_has_script" as const) : undefined);
    if (found) return refuse(found);
    if (unpackedBytes >= UNPACKED_MAX_BYTES) return refuse("archive_too_large");
  }
  outside += text.slice(at);
  return SCRIPT_SHORT.test(outside) ? refuse("file_has_script") : accept({ kind: "pdf", content });
}
