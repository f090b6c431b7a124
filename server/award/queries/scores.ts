import "server-only";
import type { Reader } from "@/db/database";
import { bidsOfRequest } from "@/db/repositories/bidding";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { scoresOf } from "@/db/repositories/award";
import { findRequest, type StoredRequest } from "@/db/repositories/requests";
import { type Actor, may } from "@/domain/access/policy";
import { isOpened, termsOf } from "@/domain/requests/request";
import { dayOf, type Instant } from "@/domain/shared/time";
import type { Ranking } from "@/views/decisions";
import type { WithPackage } from "../../requests/scorable-bids";
import { rankRequest } from "../rank-request";

async function openedFor(read: Reader, viewer: Actor, requestId: string): Promise<StoredRequest | null> {
  const request = await findRequest(read, requestId);
  return request && may(viewer, "bids.read_of_request", request) && isOpened(request) ? request : null;
}

/** The buyer's ranking of its opened bids; null to everybody else, and before the opening. */
export async function rankingOf(
  read: Reader,
  viewer: Actor,
  { requestId, now }: { readonly requestId: string; readonly now: Instant },
): Promise<Ranking | null> {
  const request = await openedFor(read, viewer, requestId);
  if (!request) return null;
  const day = dayOf(request.awardedAt ?? now);
  const bids = await rankRequest(read, request, { now, day, rates: await ratesUpTo(read, day) });
  return {
    criteria: termsOf(request).criteria,
    items: bids.map(({ parts, ...bid }) => ({ ...bid, parts: parts.map((part) => part.score) })),
  };
}

/** One bid on the viewer's own sheet: what this person has given it so far, by the place of the criterion. */
export type SheetBid = {
  readonly bidId: string;
  readonly providerId: string;
  readonly points: ReadonlyMap<number, number>;
};

/** What one of the buyer's people may still score; null where there is nothing to be scored, or not by this person. */
export async function scoreSheet(read: Reader, viewer: Actor, requestId: string): Promise<readonly SheetBid[] | null> {
  const request = await openedFor(read, viewer, requestId);
  if (request?.state !== "opened" || !may(viewer, "bid.score", request)) return null;
  if (!termsOf(request).criteria.some(({ kind }) => kind === "own")) return null;
  const own = (await scoresOf(read, requestId)).filter(({ userId }) => userId === viewer.userId);
  const standing = (await bidsOfRequest(read, requestId)).filter(({ state }) => state === "submitted");
  return standing.map(({ id, providerOrganisationId }) => ({
    bidId: id,
    providerId: providerOrganisationId,
    points: new Map(own.filter(({ bidId }) => bidId === id).map(({ criterion, points }) => [criterion, points])),
  }));
}

/** The place of a bid by the criteria if it is chosen with the package that it reaches; null before the opening, where nobody can say, or where it is not the viewer's to choose. */
export async function placeWithPackage(
  read: Reader,
  viewer: Actor,
  {
    requestId,
    withPackage,
    now,
  }: { readonly requestId: string; readonly withPackage: WithPackage; readonly now: Instant },
): Promise<number | null> {
  const request = await openedFor(read, viewer, requestId);
  if (!request) return null;
  const day = dayOf(now);
  const ranking = await rankRequest(read, request, { now, day, rates: await ratesUpTo(read, day), withPackage });
  return ranking.find(({ bidId }) => bidId === withPackage.bidId)?.rank ?? null;
}
