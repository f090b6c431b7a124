import { z } from "zod";
import { insertRequestEnd } from "../../db/repositories/decisions";
import { saveRequestState } from "../../db/repositories/requests";
import { requestFacts } from "../../domain/bidding/bid";
import { rejectAll, type RequestState } from "../../domain/requests/request";
import { REJECT_CODES } from "../../domain/requests/reasons";
import { accept, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { loadRequest, ofRequest, stateShape, lockNamed } from "../requests/load-request";
import { endCures, loseBids } from "../requests/end-bids";
import { debriefLosers } from "../requests/scorable-bids";
import { DECIDING_REFUSALS, decisionHttp, wordsField } from "./decision-fields";

const input = z.strictObject({
  ...ofRequest,
  code: z.enum(REJECT_CODES, "required"),
  // Everyone who has bid reads it.
  words: wordsField,
});

/** The buyer takes none of the bids and says why: a decision, which every bidder is told. */
export const rejectBids = command({
  name: "decide.reject-bids",
  action: "request.decide",
  input,
  http: {
    ...decisionHttp,
    path: "/requests/{requestId}/reject",
    summary: "Take none of the bids, with the reason; it ends the request",
    example: { code: "over_budget", words: "Above what the goods bear" },
    output: stateShape,
    refusals: DECIDING_REFUSALS,
  },
  lock: lockNamed,
  async run(context, { requestId, version, code, words }): Promise<Result<{ id: string; state: RequestState }>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.decide" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const state = rejectAll(request, now);
    if (!state.ok) return state;
    await saveRequestState(tx, requestId, { state: state.value, cancelReason: words, isRejected: true });
    await insertRequestEnd(tx, { requestId, kind: "rejected", code, at: now });
    await endCures(context, request);
    await debriefLosers(context, request, { kind: "rejected", code, words });
    await loseBids(context, request);
    const facts = requestFacts(request);
    publish({ type: "request.ended", state: "cancelled", reason: words, code, isRejection: true, ...facts });
    concerns(requestId);
    return accept({ id: requestId, state: state.value });
  },
});
