import type { Digest } from "../../requests/proof/merkle-tree";
import { type Instant, toIso } from "../../shared/instant";

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

export type ReadManifest = { readonly entries: readonly Pick<PackEntry, "name" | "sha256" | "bytes">[] };

/** Reads a manifest out of an archive; null where it is none. What it says is worth as much as its hash. */
export function readManifest(text: string): ReadManifest | null {
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
