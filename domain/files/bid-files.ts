import type { BidFile } from "../bidding/bid";

/** How the files that lie beside a bid now differ from those that a version names. */
export type FileDifference = {
  /** There now and not in the version: nobody else has them until the next version is sent. */
  readonly added: readonly string[];
  /** In the version and no longer there. */
  readonly missing: readonly string[];
  /** There under the same id with another content: somebody has reached past the market. */
  readonly exchanged: readonly string[];
};

/**
 * Holds the files that are there against those that a version's receipt covers, by id and SHA-256. Versions kept before receipts
 * covered files name none, and differ in nothing.
 */
export function differenceOf(named: readonly BidFile[] | undefined, present: readonly BidFile[]): FileDifference {
  if (!named) return { added: [], missing: [], exchanged: [] };
  const hashes = new Map(named.map(({ id, sha256 }) => [id, sha256]));
  const there = new Set(present.map(({ id }) => id));
  return {
    added: present.flatMap(({ id }) => (hashes.has(id) ? [] : [id])),
    missing: named.flatMap(({ id }) => (there.has(id) ? [] : [id])),
    exchanged: present.flatMap(({ id, sha256 }) => (hashes.has(id) && hashes.get(id) !== sha256 ? [id] : [])),
  };
}
