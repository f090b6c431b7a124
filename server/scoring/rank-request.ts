import type { Reader } from "../../db/database";
import type { StoredRequest } from "../../db/repositories/requests";
import { type RankedBid, rankBids } from "../../domain/award/score/rank-bids";
import { isOpened } from "../../domain/requests/request";
import { termsOf } from "../../domain/requests/terms";
import { readScorables, type ScoredAt } from "./read-scorables";

/** Bids that stand, and those that stood when it was decided. */
const RANKED = ["submitted", "won", "lost"] as const;

/**
 * The ranking of a request's opened bids by its own criteria, in its own currency of comparison at the rates of `day`, with what the panel has
 * given so far. Empty before the opening. Bids that ended before the decision, or whose time is over, are not ranked.
 */
export async function rankRequest(db: Reader, request: StoredRequest, at: ScoredAt): Promise<RankedBid[]> {
  if (!isOpened(request)) return [];
  const scorables = await readScorables(db, request, { ...at, states: RANKED });
  return rankBids(
    scorables.filter(({ isExpired }) => !isExpired),
    termsOf(request).criteria,
  );
}
