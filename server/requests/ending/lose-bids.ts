import { bidsOfRequest, saveBidState } from "@/db/repositories/bidding";
import { openCounterOffersOf, saveCounterState } from "@/db/repositories/counter-offers";
import type { StoredRequest } from "@/db/repositories/requests";
import { BID_LIFECYCLE, type BidEvent } from "@/domain/bidding/bid";
import type { BidState } from "@/domain/shared/states";
import { bidFacts } from "@/domain/bidding/bid-facts";
import { advance } from "@/domain/shared/lifecycle";
import type { CommandContext } from "../../platform/command";

/** Every bid that still stands, but for the one that won, has lost; it is kept, and its bidder is told. */
export async function loseBids(
  { tx, now, publish }: Pick<CommandContext, "tx" | "now" | "publish">,
  request: StoredRequest,
  winnerId: string | null = null,
): Promise<void> {
  // What lies on the table ends with the request.
  for (const offer of await openCounterOffersOf(tx, request.id))
    await saveCounterState(tx, offer.id, { state: "lapsed", now });
  for (const bid of await bidsOfRequest(tx, request.id)) {
    const state = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "lose");
    if (bid.id === winnerId || !state.ok) continue;
    await saveBidState(tx, bid.id, { state: state.value, now });
    publish({ type: "bid.lost", ...bidFacts(request, bid) });
  }
}
