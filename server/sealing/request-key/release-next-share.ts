import type { Reader } from "../../../db/database";
import { findRequestKey } from "../../../db/repositories/request-keys";
import { releaseShare, type ShareNumber } from "./request-key";

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
