import "server-only";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { type BidFeedback, feedbackOf } from "@/domain/bidding/live/feedback-of";
import { termsOf } from "@/domain/requests/terms";
import type { Instant } from "@/domain/shared/instant";
import { readRanking } from "../standings/read-ranking";

export type OwnPlace = { readonly count: number; readonly feedback: BidFeedback };

/**
 * The place of the viewer's own bid in open bidding, as the request tells its bidders of each other. Null where bids are sealed and
 * where no bid of the viewer's own stands.
 */
export async function ownPlace(
  read: Reader,
  viewer: Actor,
  of: { readonly requestId: string; readonly now: Instant },
): Promise<OwnPlace | null> {
  const { organisationId } = viewer;
  if (organisationId === null || !may(viewer, "bid.read_own", { providerOrganisationId: organisationId })) return null;
  const found = await readRanking(read, of);
  if (!found || found.request.bidMode === "sealed") return null;
  const { request, standings, ranking } = found;
  if (!standings.some(({ providerOrganisationId }) => providerOrganisationId === organisationId)) return null;
  const feedback = feedbackOf(ranking, { feedback: termsOf(request).feedback, organisationId });
  return feedback && { count: request.bidCount, feedback };
}
