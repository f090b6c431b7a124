import type { Reader } from "../../db/database";
import { findRequestKey, releasedShares } from "../../db/repositories/request-keys";
import { assert } from "../../domain/shared/assert";
import {
  type ReleasedShare,
  type RequestLock,
  type RequestOpener,
  type ShareNumber,
  lockOf,
  openerOf,
  releaseShare,
} from "./request-key";

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

type Released = { readonly shareNumber: ShareNumber | null; readonly share: Buffer | null };

/**
 * What one person's word releases of the request's key: the first word (`known` words before it: 0) the first share, the second the other,
 * each bound to its person. Nothing where the key is not split.
 */
export async function releaseNextShare(
  db: Reader,
  of: { readonly requestId: string; readonly userId: string; readonly known: number },
): Promise<Released> {
  const kept = await findRequestKey(db, of.requestId);
  if (!kept || kept.wrappedShare === null) return { shareNumber: null, share: null };
  const number: ShareNumber = of.known === 0 ? 1 : 2;
  return { shareNumber: number, share: releaseShare(kept, { ...of, number }) };
}
