import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { accept, refuse, type Result } from "../../domain/shared/result";
import type { ContentRefusal, Inspection } from "./inspection";

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its packed bytes begin in the archive. */
  readonly at: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;

/** One entry of the directory, held against its own head in the archive; null where the two differ or it lies outside. */
function readEntry(archive: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } | null {
  if (at + CENTRAL_BYTES > archive.length || archive.readUInt32LE(at) !== CENTRAL) return null;
  const nameBytes = archive.readUInt16LE(at + 28);
  const next = at + CENTRAL_BYTES + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  const name = archive.toString("utf8", at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
  const head = archive.readUInt32LE(at + 42);
  if (head + LOCAL_BYTES > archive.length || archive.readUInt32LE(head) !== LOCAL) return null;
  if ((archive.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return null;
  const ownNameBytes = archive.readUInt16LE(head + 26);
  if (archive.toString("utf8", head + LOCAL_BYTES, head + LOCAL_BYTES + ownNameBytes) !== name) return null;
  const begin = head + LOCAL_BYTES + ownNameBytes + archive.readUInt16LE(head + 28);
  const packedBytes = archive.readUInt32LE(at + 20);
  if (begin + packedBytes > archive.length) return null;
  const entry = {
    name,
    method: archive.readUInt16LE(at + 10),
    packedBytes,
    bytes: archive.readUInt32LE(at + 24),
    at: begin,
  };
  return { entry, next };
}

/**
 * The directory of an archive that is nothing else: it begins with an entry and ends with its directory, without a comment, no two
 * entries share bytes, and none is encrypted. Null where it is not so, or is of the 64-bit kind.
 */
export function zipEntries(archive: Buffer, entriesMax: number): readonly ZipEntry[] | null {
  const end = archive.length - END_BYTES;
  if (end < 0 || archive.readUInt32LE(0) !== LOCAL || archive.readUInt32LE(end) !== END) return null;
  const count = archive.readUInt16LE(end + 10);
  if (archive.readUInt16LE(end + 20) !== 0 || count > entriesMax || count !== archive.readUInt16LE(end + 8))
    return null;
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  const directoryAt = at;
  while (entries.length < count) {
    const read = readEntry(archive, at);
    if (read === null) return null;
    entries.push(read.entry);
    at = read.next;
  }
  if (at !== end) return null;
  const inOrder = entries.toSorted((one, other) => one.at - other.at);
  const isApart = inOrder.every(
    (entry, place) => entry.at + entry.packedBytes <= (inOrder[place + 1]?.at ?? directoryAt),
  );
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return isApart && names.size === entries.length ? entries : null;
}

const inflateAsync = promisify(inflateRaw);

const ENTRIES_MAX = 2_000;
const UNPACKED_MAX_BYTES = 64 * 1024 * 1024;
/** Sheets are packed to a tenth or a twentieth; nothing honest that is large is packed to less than a hundredth. */
const RATIO_MAX = 100;
const RATIO_FROM_BYTES = 1024 * 1024;

const NEEDED = ["[content_types].xml", "xl/workbook.xml"];
const MACROS = /(^|\/)(vbaproject|vbadata)|macrosheets\/|activex\/|customui\/|ctrlprops\//i;
const LINKS = /^xl\/(externallinks|connections|querytables)/i;
const FILES = /^xl\/embeddings\/|\.(exe|dll|js|vbs|ps1|bat|cmd|scr|jar|hta|lnk)$/i;
const MACRO_TYPE = /macroEnabled|vnd\.ms-office\.vba/i;
const ENTITIES = /<!(?:DOCTYPE|ENTITY)/i;
const RELATION = /<Relationship\b[^>]*>/gi;
const STORED = 0;
const DEFLATED = 8;

/** A link that a person clicks leads out; anything else that does is fetched by the program that opens the file. */
const leadsOut = (xml: string): boolean =>
  (xml.match(RELATION) ?? []).some(
    (one) => /TargetMode\s*=\s*["']External/i.test(one) && !/\/hyperlink["']/i.test(one),
  );

/** UTF-16 would hide from a search what is in it. */
const textOf = (content: Buffer): string =>
  content[0] === 0xff || content[0] === 0xfe
    ? new TextDecoder(content[0] === 0xff ? "utf-16le" : "utf-16be").decode(content)
    : content.toString("latin1");

/** The content of an entry; null where it is not what the directory says. */
export async function unpack(archive: Buffer, entry: ZipEntry): Promise<Buffer | null> {
  const packed = archive.subarray(entry.at, entry.at + entry.packedBytes);
  if (entry.method === STORED) return packed.length === entry.bytes ? packed : null;
  if (entry.method !== DEFLATED) return null;
  try {
    // No more is ever unpacked than was announced, and what was announced has been added up.
    const content = await inflateAsync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
    return content.length === entry.bytes ? content : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function checkDirectory(entries: readonly ZipEntry[]): Result<void, ContentRefusal> {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const isBomb = entries.some((one) => one.bytes > RATIO_FROM_BYTES && one.bytes > RATIO_MAX * one.packedBytes);
  if (bytes > UNPACKED_MAX_BYTES || isBomb) return refuse("archive_too_large");
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /^[/\\]|(^|[/\\])\.\.([/\\]|$)|\0/.test(name))) return refuse("file_unreadable");
  const lower = new Set(names.map((name) => name.toLowerCase()));
  if (!NEEDED.every((name) => lower.has(name))) return refuse("type_differs", { kind: "xlsx" });
  if (names.some((name) => MACROS.test(name))) return refuse("file_has_macros");
  if (names.some((name) => LINKS.test(name))) return refuse("file_has_links");
  return names.some((name) => FILES.test(name)) ? refuse("file_has_files") : accept(undefined);
}

function checkPart(name: string, content: Buffer): Result<void, ContentRefusal> {
  if (!/\.(xml|rels|vml)$/i.test(name)) return accept(undefined);
  const xml = textOf(content);
  if (ENTITIES.test(xml)) return refuse("file_unreadable");
  if (/^\[content_types\]\.xml$/i.test(name) && MACRO_TYPE.test(xml)) return refuse("file_has_macros");
  return /\.rels$/i.test(name) && leadsOut(xml) ? refuse("file_has_links") : accept(undefined);
}

/** Refuses a workbook that is a bomb, has macros, fetches from elsewhere or carries other files; its every part is unpacked once. */
export async function inspectXlsx(content: Buffer): Promise<Inspection> {
  const entries = zipEntries(content, ENTRIES_MAX);
  if (entries === null) return refuse("file_unreadable");
  const directory = checkDirectory(entries);
  if (!directory.ok) return directory;
  for (const entry of entries) {
    const part = await unpack(content, entry);
    if (part === null) return refuse("file_unreadable");
    const checked = checkPart(entry.name, part);
    if (!checked.ok) return checked;
  }
  return accept({ kind: "xlsx", content });
}
