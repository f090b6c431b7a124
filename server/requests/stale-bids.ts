import { saveBidAmended } from "../../db/repositories/amendments";
import { bidsOfRequest, type StoredBid } from "../../db/repositories/bidding";
import type { StoredRequest } from "../../db/repositories/requests";
import { BID_LIFECYCLE, type BidEvent } from "../../domain/bidding/bid";
import type { BidState } from "../../domain/shared/states";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { type Amended, goesStale } from "../../domain/requests/amend/amend";
import { assert } from "../../domain/shared/assert";
import { instant } from "../../domain/shared/instant";
import { advance } from "../../domain/shared/lifecycle";
import type { CommandContext } from "../platform/command";
import { standingContent } from "../bidding/standing-content";

type Amending = { readonly request: StoredRequest; readonly amended: Amended; readonly number: number };

/**
 * Where only times have moved, of a sealed bid its validity alone has to be known: it is read with the bidder's own key and leads to
 * yes or no; nothing of it is kept or told.
 */
async function hasToConfirm(tx: CommandContext["tx"], bid: StoredBid, amended: Amended): Promise<boolean> {
  if (amended.isSpecChanged) return true;
  return goesStale(amended, bid.validUntil ?? instant((await standingContent(tx, bid)).validUntil));
}

/** Every bid that stood waits for its bidder, who is told, or stands on for the request as amended. Answers how many wait that stood. */
export async function staleBids(
  { tx, now, publish }: Pick<CommandContext, "tx" | "now" | "publish">,
  { request, amended, number }: Amending,
): Promise<number> {
  let count = 0;
  for (const bid of await bidsOfRequest(tx, request.id)) {
    if (bid.state !== "submitted") continue;
    if (!(await hasToConfirm(tx, bid, amended))) {
      await saveBidAmended(tx, bid.id, { amendment: number });
      continue;
    }
    const stale = advance<BidState, BidEvent>(BID_LIFECYCLE, bid.state, "amend_request");
    assert(stale.ok, "a bid that stands can go stale");
    await saveBidAmended(tx, bid.id, { state: stale.value, updatedAt: now });
    publish({ type: "bid.went_stale", amendment: number, closesAt: amended.closesAt, ...bidFacts(request, bid) });
    count += 1;
  }
  return count;
}
