import type { Reader } from "../../db/database";
import { findBidOf, versionsOf } from "../../db/repositories/bidding";
import { filesOfBid, type StoredFile } from "../../db/repositories/files";
import type { BidFile } from "../../domain/bidding/bid";
import { openFacts, readFileKey } from "../sealing/seal-file";
import { readOwnVersion } from "../sealing/open-bids";

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
  const sent = new Set<string>();
  for (const version of bid ? await versionsOf(db, bid.id) : []) {
    const content = await readOwnVersion(db, version, of);
    if (!content.files) return [];
    for (const { id } of content.files) sent.add(id);
  }
  return files.flatMap(({ id }) => (sent.has(id) ? [] : [id]));
}
