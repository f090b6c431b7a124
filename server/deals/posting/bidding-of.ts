import type { Reader } from "@/db/database";
import { invitedTo, type StoredRequest } from "@/db/repositories/requests";
import type { Bidding } from "@/domain/requests/posting/bidding-schema";
import { termsOf } from "@/domain/requests/terms";

/** How bids on a request were taken, but for its times: the end of questions was a time of that request, the next has its own. */
export async function biddingOf(db: Reader, request: StoredRequest): Promise<Omit<Bidding, "closesAt" | "decideBy">> {
  const { bidMode, comparisonCurrency, mayCloseEarly, twoPersonOpening, visibility } = request;
  const invitedIds = await invitedTo(db, request.id);
  const terms = { ...termsOf(request), questionsUntil: null, criteria: [...termsOf(request).criteria] };
  const said = { mode: bidMode, currency: comparisonCurrency, mayCloseEarly, twoPersonOpening, visibility, invitedIds };
  return { ...said, ...terms, gates: [...terms.gates] };
}
