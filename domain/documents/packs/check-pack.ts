import { type ReadManifest, readManifest } from "./manifest";

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
