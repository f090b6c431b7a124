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
