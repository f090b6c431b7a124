import type { Writer } from "@/db/database";
import { approversOf, bidsOfRequest } from "@/db/repositories/bidding";
import { findReceiptList, insertMinutes } from "@/db/repositories/proof";
import { findRequestKey } from "@/db/repositories/request-keys";
import type { StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import type { BidState } from "@/domain/shared/states";
import type { Instant } from "@/domain/shared/instant";
import { fingerprintOf } from "../../sealing/request-key/request-key";

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
