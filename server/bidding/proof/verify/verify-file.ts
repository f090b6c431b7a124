import { checkList, type Finding } from "@/domain/requests/proof/check-list";
import { type WireProof, proofShape } from "../../shapes/proof";
import { sha256 } from "../sha256";

/** A proof that somebody downloaded, checked alone: what is wrong with it; null where it is no proof at all. */
export function verifyFile(text: string): { readonly proof: WireProof; readonly findings: readonly Finding[] } | null {
  const parsed = proofShape.safeParse(parseOrNull(text));
  if (!parsed.success) return null;
  const proof = parsed.data;
  const { list, requestId, opening } = proof;
  if (!list) return { proof, findings: [] };
  const receipts = list.leaves.map(({ receipt }) => receipt);
  const findings = checkList(
    requestId,
    { receipts, leaves: list.leaves.map(({ leaf }) => leaf), root: list.root },
    sha256,
  );
  const isOtherRoot = opening !== null && opening.root !== list.root;
  return { proof, findings: isOtherRoot ? [...findings, { code: "minutes_differ" }] : findings };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
