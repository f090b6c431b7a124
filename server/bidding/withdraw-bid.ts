import { z } from "zod";
import { saveBidState } from "../../db/repositories/bidding";
import { addToBidCount } from "../../db/repositories/requests";
import { bidFacts, withdraw } from "../../domain/bidding/bid";
import { BID_STATES, type BidState } from "../../domain/shared/vocabulary";
import { accept, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { loadBid, lockRequestOfBid } from "./bid-context";

/** Takes a bid back before the close. It is an end: what it said is never opened, and there is no second bid. */
export const withdrawBid = command({
  name: "bidding.withdraw-bid",
  action: "bid.change",
  input: z.strictObject({ bidId: z.string().min(1).max(64), ifVersion: z.int().optional() }),
  http: {
    method: "POST",
    path: "/bids/{bidId}/withdraw",
    scope: "bids:write",
    status: 200,
    summary: "Take your bid back before the close; it is an end",
    output: z.strictObject({ id: idText, state: z.enum(BID_STATES) }),
    refusals: ["request_not_open", "wrong_state"],
  },
  lock: lockRequestOfBid,
  async run(
    { tx, actor, now, publish, concerns },
    { bidId, ifVersion },
  ): Promise<Result<{ id: string; state: BidState }>> {
    const loaded = await loadBid(tx, actor, { bidId, ifVersion });
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const state = withdraw(request, bid.state, now);
    if (!state.ok) return state;
    await saveBidState(tx, bidId, { state: state.value, now });
    await addToBidCount(tx, request.id, -1);
    publish({ type: "bid.withdrawn", ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ id: bidId, state: state.value });
  },
});
