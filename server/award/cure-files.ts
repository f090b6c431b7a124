import type { Reader } from "../../db/database";
import { filesOfSubject } from "../../db/repositories/files";
import type { BidFile } from "../../domain/bidding/bid";
import type { Instant } from "../../domain/shared/instant";
import { readFileKey } from "../sealing/read-file-key";
import { openFacts } from "../sealing/file/seal-file";

type OfCure = { readonly requestId: string; readonly organisationId: string; readonly since: Instant };

/** The files that a bidder has put beside its cure since it was asked for one, by id and hash; never those of the bid itself. */
export async function filesBesideCure(db: Reader, { requestId, organisationId, since }: OfCure): Promise<BidFile[]> {
  const files = await filesOfSubject(db, { kind: "cure", id: requestId }, organisationId);
  const named: BidFile[] = [];
  for (const file of files.filter(({ state, createdAt }) => state !== "infected" && createdAt >= since)) {
    const dataKey = await readFileKey(db, file, true);
    named.push({ id: file.id, sha256: openFacts(file.facts, { fileId: file.id, dataKey }).sha256 });
  }
  return named;
}
