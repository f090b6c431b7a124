import { z } from "zod";
import { findRequest, saveRequestState } from "../../db/repositories/requests";
import { requestFacts } from "../../domain/bidding/bid-facts";
import { lapse, type RequestState } from "../../domain/requests/request";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { debriefLosers } from "./scorable-bids";
import { endCures, loseBids } from "./end-bids";

/** The clock ends a request that was not decided in time. Bids that were never opened stay sealed for ever. */
export const lapseRequest = command({
  name: "requests.lapse-request",
  action: "market.tick",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  async run(context, { requestId }): Promise<Result<{ requestId: string; state: RequestState }>> {
    const { tx, now, publish, concerns } = context;
    const request = await findRequest(tx, requestId);
    if (!request) return refuse("not_found");
    const state = lapse(request, now);
    if (!state.ok) return state;
    await saveRequestState(tx, requestId, { state: state.value });
    await endCures(context, request);
    await debriefLosers(context, request, { kind: "no_decision" });
    await loseBids(context, request);
    publish({ type: "request.ended", state: "no_decision", reason: "", ...requestFacts(request) });
    concerns(requestId);
    return accept({ requestId, state: state.value });
  },
});
