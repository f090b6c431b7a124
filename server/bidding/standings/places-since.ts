import type { Reader } from "@/db/database";
import { versionsOfRequest } from "@/db/repositories/proof";
import { standingSince } from "@/domain/bidding/standing-since";
import type { Instant } from "@/domain/shared/instant";

type Closed = { readonly id: string; readonly closedAt: Instant | null };
type Standing = { readonly bidId: string; readonly submittedAt: Instant };

/** Since when each bid of a request has its place. While bidding is open its standing version says it, and nothing more is read. */
export async function placesSince(db: Reader, { id, closedAt }: Closed): Promise<(standing: Standing) => Instant> {
  if (closedAt === null) return ({ submittedAt }) => submittedAt;
  const versions = Map.groupBy(await versionsOfRequest(db, id), ({ bidId }) => bidId);
  return ({ bidId }) => standingSince(versions.get(bidId) ?? [], closedAt);
}
