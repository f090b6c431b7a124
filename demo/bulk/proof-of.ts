import { receiptListOf } from "../../domain/requests/proof/receipt-list";
import { sha256 } from "../../server/bidding/proof/sha256";
import { fingerprintOf } from "../../server/sealing/request-key/request-key";
import type { openingMinutes, receiptLists } from "../../db/schema/proof";
import type { LiveRequest } from "./live-deal";

type Proof = {
  readonly list: typeof receiptLists.$inferInsert | null;
  readonly minutes: typeof openingMinutes.$inferInsert | null;
};

/** The list and the minutes that the clock's close and opening would have written. */
export function proofOf({ row, bids, key }: LiveRequest): Proof {
  if (row.closedAt === null) return { list: null, minutes: null };
  const versions = bids.map(({ version }) => ({ submittedAt: version.submittedAt, receipt: version.receipt }));
  const list = { requestId: row.id, closedAt: row.closedAt, ...receiptListOf(row.id, versions, sha256) };
  if (row.openedAt === null) return { list, minutes: null };
  const minutes = {
    requestId: row.id,
    openedAt: row.openedAt,
    isByClock: true,
    userIds: [],
    keyFingerprint: fingerprintOf(key?.publicKey ?? null),
    root: list.root,
    openedCount: bids.length,
    staleCount: 0,
    withdrawnCount: 0,
  };
  return { list, minutes };
}
