/** SHA-256, handed in by whoever calls: rules do no cryptography of their own. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

// RFC 6962, 2.1: leaves and nodes are hashed under different first bytes, so that neither passes for the other.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafOf = (content: Uint8Array, digest: Digest): Uint8Array => digest(joined(LEAF, content));

const nodeOf = (left: Uint8Array, right: Uint8Array, digest: Digest): Uint8Array => digest(joined(NODE, left, right));

/** The largest power of two below `size`: so many leaves stand on the left. */
const leftOf = (size: number): number => {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
};

/** The root over leaves in their order (RFC 6962, 2.1); of none it is the hash of nothing. */
export function rootOf(leaves: readonly Uint8Array[], digest: Digest): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return digest(new Uint8Array());
  if (leaves.length === 1) return only;
  const left = leftOf(leaves.length);
  return nodeOf(rootOf(leaves.slice(0, left), digest), rootOf(leaves.slice(left), digest), digest);
}

export type Step = { readonly side: "left" | "right"; readonly hash: Uint8Array };

/** What stands beside the way from the leaf at `index` (from 0) up to the root, the nearest first. */
export function pathOf(leaves: readonly Uint8Array[], index: number, digest: Digest): readonly Step[] {
  if (leaves.length < 2) return [];
  const left = leftOf(leaves.length);
  const [before, after] = [leaves.slice(0, left), leaves.slice(left)];
  return index < left
    ? [...pathOf(before, index, digest), { side: "right", hash: rootOf(after, digest) }]
    : [...pathOf(after, index - left, digest), { side: "left", hash: rootOf(before, digest) }];
}

/** The root that a leaf and its path lead to: the leaf is in the list where it is the list's. */
export const rootAlong = (leaf: Uint8Array, path: readonly Step[], digest: Digest): Uint8Array =>
  path.reduce(
    (hash, { side, hash: beside }) => (side === "left" ? nodeOf(beside, hash, digest) : nodeOf(hash, beside, digest)),
    leaf,
  );
