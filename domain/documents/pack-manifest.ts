import type { Digest } from "../requests/merkle-tree";
import { type Instant, toIso } from "../shared/time";

/** Something in a pack: a file of the order as it was kept, or a record that the market wrote for the pack. */
export type PackEntry = {
  /** As it is called in the archive; no two are called alike. */
  readonly name: string;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** What it is for, where somebody has said so. */
  readonly deliverable: string | null;
};

export type Manifest = {
  readonly packId: string;
  readonly order: string;
  readonly madeAt: Instant;
  readonly entries: readonly PackEntry[];
};

const FORMAT = "kouan-pack/1";

/** The manifest as it lies in the archive: its bytes are what the root is the hash of, so nothing in them depends on who writes them. */
export const manifestText = ({ packId, order, madeAt, entries }: Manifest): string =>
  `${JSON.stringify(
    {
      format: FORMAT,
      pack: packId,
      order,
      madeAt: toIso(madeAt),
      entries: entries.map(({ name, sha256, bytes, deliverable }) => ({ name, sha256, bytes, deliverable })),
    },
    null,
    2,
  )}\n`;

const HEX = 16;
const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(HEX).padStart(2, "0")).join("");

export const hashOf = (text: string, digest: Digest): string => hex(digest(new TextEncoder().encode(text)));

type ReadManifest = { readonly entries: readonly Pick<PackEntry, "name" | "sha256" | "bytes">[] };

/** Reads a manifest out of an archive; null where it is none. What it says is worth as much as its hash. */
function readManifest(text: string): ReadManifest | null {
  try {
    const { format, entries } = JSON.parse(text) as { format?: unknown; entries?: unknown };
    if (format !== FORMAT || !Array.isArray(entries)) return null;
    const isEntry = (entry: unknown): entry is PackEntry =>
      typeof (entry as PackEntry)?.name === "string" && typeof (entry as PackEntry).sha256 === "string";
    return entries.every(isEntry) ? { entries } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A name in the archive that no other entry has: the number is put before the ending. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let number = 2; ; number++) {
    const next = `${stem} (${number})${ending}`;
    if (!taken.has(next)) return next;
  }
}

/** Something that happened to a deal's orders, as its log has it. */
export type Happening = {
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly orderId: string | null;
};

/** The same with the hash of everything up to it, so that none can be changed, dropped or put in without all after it telling. */
export type ChainedEvent = {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly hash: string;
};

/** What the first entry hangs on. */
const NOTHING = "0".repeat(64);

const lineOf = ({ seq, at, type, orderId }: Omit<ChainedEvent, "hash">, before: string): string =>
  [before, seq, at, type, orderId ?? ""].join("\n");

/** The log as a chain, each entry hashed over the one before it. */
export function chainOf(log: readonly Happening[], digest: Digest): ChainedEvent[] {
  let before = NOTHING;
  return log.map(({ seq, at, type, orderId }) => {
    const entry = { seq, at: toIso(at), type, orderId };
    before = hashOf(lineOf(entry, before), digest);
    return { ...entry, hash: before };
  });
}

/** The place of the first entry that does not hang on the one before it; -1 where all do. */
export function firstBroken(events: readonly ChainedEvent[], digest: Digest): number {
  let before = NOTHING;
  return events.findIndex(({ hash, ...entry }) => {
    const isBroken = hashOf(lineOf(entry, before), digest) !== hash;
    before = hash;
    return isBroken;
  });
}

export const MANIFEST_NAME = "manifest.json";

/** A file of an archive that somebody holds, by its name there and the hash of its bytes. */
export type HeldFile = { readonly name: string; readonly sha256: string };

export type PackFinding =
  | { readonly kind: "valid"; readonly entries: number }
  /** No manifest among them, or one that the market never wrote. */
  | { readonly kind: "no_manifest" | "manifest_changed" }
  /** The first entry in the manifest's order that is missing or other than it was; what the manifest does not name comes after all. */
  | { readonly kind: "missing" | "changed" | "added"; readonly name: string; readonly number: number };

const bareName = (name: string): string => name.split("/").at(-1) ?? name;

function firstBad({ entries }: ReadManifest, files: readonly HeldFile[]): PackFinding | null {
  for (const [at, { name, sha256 }] of entries.entries()) {
    const held = files.find((file) => bareName(file.name) === name);
    if (!held) return { kind: "missing", name, number: at + 1 };
    if (held.sha256 !== sha256) return { kind: "changed", name, number: at + 1 };
  }
  const known = new Set([MANIFEST_NAME, ...entries.map(({ name }) => name)]);
  const added = files.find((file) => !known.has(bareName(file.name)));
  return added ? { kind: "added", name: added.name, number: entries.length + 1 } : null;
}

/**
 * Whether files are the pack whose root is known: the manifest has the root's hash, and each file the one that it names. One byte more or
 * less is found, and the first entry that is not as it was is named.
 */
export function checkPack(root: string, manifest: string | null, files: readonly HeldFile[]): PackFinding {
  const held = files.find(({ name }) => bareName(name) === MANIFEST_NAME);
  if (manifest === null || !held) return { kind: "no_manifest" };
  const read = held.sha256 === root ? readManifest(manifest) : null;
  if (!read) return { kind: "manifest_changed" };
  return firstBad(read, files) ?? { kind: "valid", entries: read.entries.length };
}
