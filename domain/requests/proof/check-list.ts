import type { Digest } from "./merkle-tree";
import { leafFor, type ReceiptList, rootOfLeaves } from "./receipt-list";

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
