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

/** What makes a leaf on anybody's machine: the text is an argument, since its first digit would be read as part of the zero byte. */
export const leafCommand = (requestId: string, number: number, receipt: string): string =>
  `printf '\\0%s' '${leafText(requestId, number, receipt)}' | sha256sum`;

/** What checks a downloaded proof, in a checkout of the market. */
export const FILE_COMMAND = "npm run verify:request -- --file proof.json";

/** What is wrong with a proof, by name: an empty list of these is what everybody hopes for. */
export type Finding =
  | {
      readonly code: "version_altered" | "version_added" | "version_missing";
      readonly bidId: string;
      readonly version: number;
    }
  | { readonly code: "content_differs" | "does_not_open"; readonly bidId: string; readonly version: number }
  | { readonly code: "total_differs"; readonly bidId: string }
  | { readonly code: "version_gone" | "leaf_altered"; readonly number: number }
  | {
      readonly code:
        | "root_altered"
        | "root_not_as_told"
        | "list_gone"
        | "minutes_differ"
        | "minutes_gone"
        | "key_unreadable";
    };

/** Whether a list agrees with itself: each leaf with its receipt and number, and the root with the leaves. */
export function checkList(requestId: string, { receipts, leaves, root }: ReceiptList, digest: Digest): Finding[] {
  const numbers = Array.from({ length: Math.max(receipts.length, leaves.length) }, (_, at) => at + 1);
  const altered = numbers.filter((number) => {
    const receipt = receipts[number - 1];
    return receipt === undefined || leafFor({ requestId, number, receipt }, digest) !== leaves[number - 1];
  });
  return [
    ...altered.map((number): Finding => ({ code: "leaf_altered", number })),
    ...(rootOfLeaves(leaves, digest) === root ? [] : [{ code: "root_altered" } as const]),
  ];
}

type Kept = { readonly bidId: string; readonly version: number; readonly receipt: string };

/**
 * Whether the list has the versions that are kept, each once. `versions` stand in the order of coming. A version whose receipt is not in
 * the list, at the place of a leaf whose receipt no version has, is one that was altered; else it was added, and the leaf's own is gone.
 */
export function compareVersions(
  of: { readonly requestId: string; readonly list: ReceiptList; readonly versions: readonly Kept[] },
  digest: Digest,
): Finding[] {
  const { list, versions, requestId } = of;
  const kept = new Set(versions.map(({ receipt }) => receipt));
  const listed = new Set(list.receipts);
  const gone = new Set(list.receipts.flatMap((receipt, at) => (kept.has(receipt) ? [] : [at + 1])));
  const findings: Finding[] = [];
  for (const [at, { bidId, version, receipt }] of versions.entries()) {
    if (listed.has(receipt)) continue;
    const number = at + 1;
    const isInPlace = versions.length === list.receipts.length && gone.delete(number);
    // Where the leaf still is this version's, it is the list that was altered, and that is said already.
    if (isInPlace && leafFor({ requestId, number, receipt }, digest) === list.leaves[at]) continue;
    findings.push({ code: isInPlace ? "version_altered" : "version_added", bidId, version });
  }
  return [...findings, ...[...gone].map((number): Finding => ({ code: "version_gone", number }))];
}
