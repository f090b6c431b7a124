import { type Digest, leafOf, pathOf, rootOf } from "./merkle-tree";

export type ReceiptList = {
  readonly receipts: readonly string[];
  /** In hexadecimal, like the root. */
  readonly leaves: readonly string[];
  readonly root: string;
};

export type Inclusion = {
  /** From 1, in the order of coming. */
  readonly number: number;
  readonly leaf: string;
  readonly path: readonly { readonly side: "left" | "right"; readonly hash: string }[];
};

const HEX_DIGITS = 2;

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(HEX_DIGITS, "0")).join("");

export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** What a leaf is the hash of, after its first byte: the request, the leaf's number from 1, and the receipt. Nothing names a bidder. */
export const leafText = (requestId: string, number: number, receipt: string): string =>
  `${requestId}|${number}|${receipt}`;

export const leafFor = (
  of: { readonly requestId: string; readonly number: number; readonly receipt: string },
  digest: Digest,
) => toHex(leafOf(new TextEncoder().encode(leafText(of.requestId, of.number, of.receipt)), digest));

export const rootOfLeaves = (leaves: readonly string[], digest: Digest): string =>
  toHex(rootOf(leaves.map(fromHex), digest));

type Came = { readonly submittedAt: number; readonly receipt: string };

/** The order of a list: by the time of coming; of one moment by the receipt, which tells nothing of who came. */
export const inOrderOfComing = <Version extends Came>(versions: readonly Version[]): Version[] =>
  versions.toSorted((a, b) => a.submittedAt - b.submittedAt || (a.receipt < b.receipt ? -1 : 1));

/** The list of a request's versions as it is fixed at the close. */
export function receiptListOf(requestId: string, versions: readonly Came[], digest: Digest): ReceiptList {
  const receipts = inOrderOfComing(versions).map(({ receipt }) => receipt);
  const leaves = receipts.map((receipt, at) => leafFor({ requestId, number: at + 1, receipt }, digest));
  return { receipts, leaves, root: rootOfLeaves(leaves, digest) };
}

/** The proof that a receipt is in the list; null where it is not. */
export function inclusionOf(list: ReceiptList, receipt: string, digest: Digest): Inclusion | null {
  const at = list.receipts.indexOf(receipt);
  const leaf = list.leaves[at];
  if (leaf === undefined) return null;
  const path = pathOf(list.leaves.map(fromHex), at, digest);
  return { number: at + 1, leaf, path: path.map(({ side, hash }) => ({ side, hash: toHex(hash) })) };
}
