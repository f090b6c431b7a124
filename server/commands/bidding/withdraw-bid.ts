import { z } from "zod";
import { saveBidState } from "../../../db/repositories/bidding";
import { addToBidCount } from "../../../db/repositories/requests";
import { type BidState, withdraw } from "../../../domain/bidding/bid";
import { bidFacts } from "../../../domain/bidding/bid-facts";
import { accept, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { loadBid } from "./load-bid";

/** Takes a bid back before the close. It is an end: what it said is never opened, and there is no second bid. */
export const withdrawBid = command({
  name: "bidding.withdraw-bid",
  action: "bid.change",
  input: z.strictObject({ bidId: z.string().min(1).max(64), ifVersion: z.int().optional() }),
  async run(
    { tx, actor, now, publish, concerns },
    { bidId, ifVersion },
  ): Promise<Result<{ bidId: string; state: BidState }>> {
    const loaded = await loadBid(tx, actor, { bidId, ifVersion });
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const state = withdraw(request, bid.state, now);
    if (!state.ok) return state;
    await saveBidState(tx, bidId, { state: state.value, now });
    await addToBidCount(tx, request.id, -1);
    publish({ type: "bid.withdrawn", ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ bidId, state: state.value });
  },
});
