import { createHash } from "node:crypto";
import type { Digest } from "@/domain/requests/merkle-tree";
import type { Writer } from "@/db/database";
import { findReceiptList, insertMinutes, insertReceiptList, versionsOfRequest } from "@/db/repositories/proof";
import { receiptListOf } from "@/domain/requests/receipt-list";
import type { Instant } from "@/domain/shared/instant";
import { approversOf, bidsOfRequest } from "@/db/repositories/bidding";
import { findRequestKey } from "@/db/repositories/request-keys";
import type { StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import type { BidState } from "@/domain/shared/states";
import { fingerprintOf } from "../sealing/request-key";

export const sha256: Digest = (bytes) => createHash("sha256").update(bytes).digest();

/** Fixes what was handed in, in the transaction of the close, and answers the root that everybody is told. */
export async function fixList(tx: Writer, requestId: string, closedAt: Instant): Promise<string> {
  const list = receiptListOf(requestId, await versionsOfRequest(tx, requestId), sha256);
  await insertReceiptList(tx, { requestId, closedAt, ...list });
  return list.root;
}

async function openersOf(tx: Writer, request: StoredRequest, actor: Actor): Promise<string[]> {
  if (request.twoPersonOpening) return (await approversOf(tx, request.id)).sort();
  return actor.userId === null ? [] : [actor.userId];
}

/** Puts on record when the bids were opened, by whom, with which key, and how many there were of each; answers the list's root. */
export async function writeMinutes(
  tx: Writer,
  request: StoredRequest,
  by: { readonly actor: Actor; readonly now: Instant },
): Promise<string | null> {
  const bids = await bidsOfRequest(tx, request.id);
  const countOf = (state: BidState) => bids.filter((bid) => bid.state === state).length;
  const kept = request.bidMode === "sealed" ? await findRequestKey(tx, request.id) : undefined;
  const root = (await findReceiptList(tx, request.id))?.root ?? null;
  await insertMinutes(tx, {
    requestId: request.id,
    openedAt: by.now,
    isByClock: by.actor.kind === "system",
    userIds: await openersOf(tx, request, by.actor),
    keyFingerprint: fingerprintOf(kept?.publicKey ?? null),
    root,
    openedCount: countOf("submitted"),
    // Before the opening a bid has lost only if nobody confirmed it since an amendment.
    staleCount: countOf("stale") + countOf("lost"),
    withdrawnCount: countOf("withdrawn"),
  });
  return root;
}
