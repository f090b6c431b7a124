import type { Reader } from "../../../db/database";
import { findRequestKey, releasedShares } from "../../../db/repositories/request-keys";
import { assert } from "../../../domain/shared/assert";
import { lockOf, openerOf, type ReleasedShare, type RequestLock, type RequestOpener } from "./request-key";

async function keptKey(db: Reader, requestId: string) {
  const kept = await findRequestKey(db, requestId);
  assert(kept, `sealed request ${requestId} has its key`);
  return kept;
}

/** What seals to the request, read from the database. */
export const readRequestLock = async (db: Reader, requestId: string): Promise<RequestLock> =>
  lockOf(await keptKey(db, requestId), requestId);

/** What opens the request's bids. Whether they may be opened, or are already, the caller has decided. */
export async function readRequestOpener(db: Reader, requestId: string): Promise<RequestOpener> {
  const kept = await keptKey(db, requestId);
  const released = kept.wrappedShare === null ? [] : await releasedShares(db, requestId);
  return openerOf(kept, requestId, released as ReleasedShare[]);
}
