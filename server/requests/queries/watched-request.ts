import "server-only";
import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { visibleTo } from "@/db/repositories/requests";
import { requests } from "@/db/schema/requests";
import type { Actor } from "@/domain/access/actor";
import type { Watching } from "@/domain/notices/heard";

export type WatchedRequest = { readonly logSeq: number; readonly watching: Watching };

/** The request as somebody who wants to watch it may know it; null where it is not for them. */
export async function watchedRequest(read: Reader, viewer: Actor, requestId: string): Promise<WatchedRequest | null> {
  const { organisationId } = viewer;
  const [row] = await read
    .select({
      logSeq: requests.logSeq,
      bidMode: requests.bidMode,
      buyerOrganisationId: requests.buyerOrganisationId,
    })
    .from(requests)
    .where(and(eq(requests.id, requestId), visibleTo(organisationId)))
    .limit(1);
  if (!row) return null;
  const isBuyer = organisationId !== null && row.buyerOrganisationId === organisationId;
  return { logSeq: row.logSeq, watching: { organisationId, isBuyer, bidMode: row.bidMode } };
}
