import type { Writer } from "../../db/database";
import { bidsOfRequest, findVersion, type StoredBid, saveOpened } from "../../db/repositories/bidding";
import { assert } from "../../domain/shared/assert";
import { readRequestOpener } from "./request-key/read-request-key";
import type { RequestOpener } from "./request-key/request-key";
import { openBid } from "./seal-bid";

async function openOne(tx: Writer, bid: StoredBid, key: RequestOpener): Promise<void> {
  const of = { bidId: bid.id, version: bid.version };
  const version = await findVersion(tx, of);
  assert(version?.sealed && version.keyForRequest, `bid ${bid.id} has its sealed version ${bid.version}`);
  const sealed = { sealed: version.sealed, wrappedDataKey: version.keyForRequest };
  const content = openBid(sealed, { requestId: bid.requestId, ...of }, { holder: "request", key });
  await saveOpened(tx, of, content);
}

/** Opens the last version of every bid that stands, all in the transaction of the opening. Withdrawn bids are never opened, nor stale ones. */
export async function openBids(tx: Writer, requestId: string): Promise<void> {
  const key = await readRequestOpener(tx, requestId);
  for (const bid of await bidsOfRequest(tx, requestId)) if (bid.state === "submitted") await openOne(tx, bid, key);
}
