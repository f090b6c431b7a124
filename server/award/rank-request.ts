import type { Reader } from "@/db/database";
import type { StoredRequest } from "@/db/repositories/requests";
import { type BidWithContent, bidsWithContent } from "@/db/repositories/bidding";
import { type RankedBid, rankBids } from "@/domain/award/scoring";
import { isOpened, termsOf } from "@/domain/requests/request";
import { readScorables, type ScoredAt } from "../requests/scorable-bids";

/** Bids that stand, and those that stood when it was decided. */
const RANKED = ["submitted", "won", "lost"] as const;

/**
 * The ranking of a request's opened bids by its own criteria, in its own currency of comparison at the rates of `day`, with what the panel has
 * given so far. Empty before the opening. Bids that ended before the decision, or whose time is over, are not ranked.
 */
export async function rankRequest(db: Reader, request: StoredRequest, at: ScoredAt): Promise<RankedBid[]> {
  if (!isOpened(request)) return [];
  return (await rankBothWays(db, request, { ...at, bids: await bidsWithContent(db, request.id) })).ranking;
}

/** The ranking of bids of a request that is opened, beside the one that also counts bids whose time is over, as their bidders are told of their places. */
export async function rankBothWays(
  db: Reader,
  request: StoredRequest,
  at: ScoredAt & { readonly bids: readonly BidWithContent[] },
): Promise<{ readonly ranking: RankedBid[]; readonly withExpired: RankedBid[] }> {
  const scorables = await readScorables(db, request, { ...at, states: RANKED });
  const { criteria } = termsOf(request);
  const ranking = rankBids(
    scorables.filter(({ isExpired }) => !isExpired),
    criteria,
  );
  return { ranking, withExpired: rankBids(scorables, criteria) };
}
