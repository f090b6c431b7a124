import "server-only";
import type { Reader } from "@/db/database";
import type { SoftCloseRules } from "@/domain/bidding/soft-close";
import type { BidMode } from "@/domain/requests/request";
import { type Feedback, type RequestTerms, termsOf } from "@/domain/requests/terms";
import type { Instant } from "@/domain/shared/instant";
import { softCloseRules } from "../../bidding/standings";
import { and, eq } from "drizzle-orm";
import { visibleTo } from "@/db/repositories/requests";
import { requests } from "@/db/schema/requests";
import type { Actor } from "@/domain/access/actor";
import type { Watching } from "@/domain/notices/watcher-notices";

export type OpenRules = SoftCloseRules & { readonly feedback: Feedback; readonly extensionCount: number };

type Asked = { readonly bidMode: BidMode; readonly terms: RequestTerms | null; readonly extensionCount: number };

/** By which rules open bidding goes on, for everybody who may see the request; null where bids are sealed. */
export async function openRules(read: Reader, request: Asked, now: Instant): Promise<OpenRules | null> {
  if (request.bidMode === "sealed") return null;
  const { feedback } = termsOf(request);
  return { ...(await softCloseRules(read, now)), feedback, extensionCount: request.extensionCount };
}

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
