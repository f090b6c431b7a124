import type { Reader } from "../../db/database";
import { findBidOf, versionsOf } from "../../db/repositories/bidding";
import { filesOfBid, type StoredFile } from "../../db/repositories/files";
import type { BidFile } from "../../domain/bidding/bid";
import { openFacts, readFileKey } from "../sealing/seal-file";
import { ownVersionReader } from "../sealing/seal-bid";
import { checkList, type Finding } from "@/domain/requests/receipt-list";
import { type Proof, proof as proofSchema } from "@/views/proofs";
import { sha256 } from "./closing-proof";

type OfBid = { readonly requestId: string; readonly organisationId: string };

async function named(db: Reader, file: StoredFile): Promise<BidFile> {
  const dataKey = await readFileKey(db, file, true);
  return { id: file.id, sha256: openFacts(file.facts, { fileId: file.id, dataKey }).sha256 };
}

/** The files beside a bid as its next version will name them; what was found infected has no content to be named. */
export async function filesWithBid(db: Reader, of: OfBid): Promise<BidFile[]> {
  const files = await filesOfBid(db, of);
  return Promise.all(files.filter((file) => file.state !== "infected").map((file) => named(db, file)));
}

/** Files that no version ever named: they belong to a draft alone. None where an old version does not say what stood beside it. */
export async function filesOfDraft(db: Reader, of: OfBid): Promise<string[]> {
  const files = await filesOfBid(db, of);
  const bid = files.length > 0 ? await findBidOf(db, of) : undefined;
  const readOwn = ownVersionReader(db, of.organisationId);
  const sent = new Set<string>();
  for (const version of bid ? await versionsOf(db, bid.id) : []) {
    const content = await readOwn(version, of.requestId);
    if (!content.files) return [];
    for (const { id } of content.files) sent.add(id);
  }
  return files.flatMap(({ id }) => (sent.has(id) ? [] : [id]));
}

/** A proof that somebody downloaded, checked alone: what is wrong with it; null where it is no proof at all. */
export function verifyFile(text: string): { readonly proof: Proof; readonly findings: readonly Finding[] } | null {
  const parsed = proofSchema.safeParse(parseOrNull(text));
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

/** A finding in one line for whoever ran the verifier. */
export function sayFinding(finding: Finding): string {
  switch (finding.code) {
    case "version_altered":
      return `version ${finding.version} of bid ${finding.bidId} was altered`;
    case "version_added":
      return `version ${finding.version} of bid ${finding.bidId} is there, and the list has it not`;
    case "version_missing":
      return `version ${finding.version} of bid ${finding.bidId} is gone`;
    case "content_differs":
      return `what is shown of version ${finding.version} of bid ${finding.bidId} is not what was sealed`;
    case "does_not_open":
      return `version ${finding.version} of bid ${finding.bidId} does not open with the request's key`;
    case "total_differs":
      return `the total, currency or validity shown of bid ${finding.bidId} is not that of its version`;
    case "version_gone":
      return `the version of leaf ${finding.number} is gone`;
    case "leaf_altered":
      return `leaf ${finding.number} was altered`;
    case "root_altered":
      return "the root was altered: it is not that of the leaves";
    case "root_not_as_told":
      return "the root is not the one that everybody was told at the close";
    case "list_gone":
      return "the list of receipts is gone";
    case "key_unreadable":
      return "the request's key does not open with the secrets of this installation";
    case "minutes_gone":
      return "the minutes of the opening are gone";
    case "minutes_differ":
      return "the minutes of the opening are not those of what was opened";
  }
}
