import { z } from "zod";
import { findBid } from "../../db/repositories/bidding";
import { findDisqualification, saveDisqualification } from "../../db/repositories/disqualifications";
import { findRequest } from "../../db/repositories/requests";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { type DisqualificationState, runOut } from "../../domain/bidding/disqualification";
import { assert } from "../../domain/shared/assert";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { putOut } from "../requests/ending/put-out";

/** The clock ends a cure: what was sent and not answered counts as taken, and a bid for which nothing was sent is out. */
export const runOutCure = command({
  name: "decide.run-out-cure",
  action: "market.tick",
  input: z.strictObject({ disqualificationId: z.string().min(1).max(64) }),
  async run(
    context,
    { disqualificationId },
  ): Promise<Result<{ disqualificationId: string; state: DisqualificationState }>> {
    const { tx, now, publish, concerns } = context;
    const one = await findDisqualification(tx, disqualificationId);
    if (!one) return refuse("not_found");
    const state = runOut(one, now);
    if (!state.ok) return state;
    const [bid, request] = [await findBid(tx, one.bidId), await findRequest(tx, one.requestId)];
    assert(bid && request, `disqualification ${one.id} has its bid and request`);
    const { code } = one;
    const isOut = state.value === "effective";
    const flags = isOut ? await putOut(context, { request, bid, code, isAutomatic: true }) : null;
    await saveDisqualification(tx, one, { state: state.value, endedAt: now, endWords: "", flags });
    if (!isOut) publish({ type: "bid.cure_accepted", code, isAutomatic: true, ...bidFacts(request, bid) });
    concerns(bid.id);
    return accept({ disqualificationId, state: state.value });
  },
});
