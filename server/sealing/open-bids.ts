import type { Writer } from "../../db/database";
import { bidsOfRequest, findVersion, type StoredBid, saveOpened } from "../../db/repositories/bidding";
import { findRequestKey } from "../../db/repositories/request-keys";
import { assert } from "../../domain/shared/assert";
import { requestKey } from "./keys";
import { openBid } from "./seal-bid";

async function openOne(tx: Writer, bid: StoredBid, key: Buffer): Promise<void> {
  const of = { bidId: bid.id, version: bid.version };
  const version = await findVersion(tx, of);
  assert(version?.sealed && version.keyForRequest, `bid ${bid.id} has its sealed version ${bid.version}`);
  const sealed = { sealed: version.sealed, wrappedDataKey: version.keyForRequest };
  const content = openBid(sealed, { requestId: bid.requestId, ...of }, { holder: "request", key });
  await saveOpened(tx, of, content);
}

/** Opens the last version of every bid that stands, all in the transaction of the opening. Withdrawn bids are never opened. */
export async function openBids(tx: Writer, requestId: string): Promise<void> {
  const wrapped = await findRequestKey(tx, requestId);
  assert(wrapped, `sealed request ${requestId} has its key`);
  const key = requestKey(wrapped, requestId);
  for (const bid of await bidsOfRequest(tx, requestId)) if (bid.state === "submitted") await openOne(tx, bid, key);
}
