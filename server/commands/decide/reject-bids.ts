import { z } from "zod";
import { insertRequestEnd } from "../../../db/repositories/decisions";
import { saveRequestState } from "../../../db/repositories/requests";
import { requestFacts } from "../../../domain/bidding/bid-facts";
import { rejectAll } from "../../../domain/decide/may-decide";
import { REJECT_CODES } from "../../../domain/decide/reasons";
import { reasonWords } from "../../../domain/decide/words-schema";
import type { RequestState } from "../../../domain/requests/request";
import { accept, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { loadRequest } from "../requests/load-request";
import { loseBids } from "../requests/lose-bids";
import { debriefLosers } from "./debrief-losers";
import { endCures } from "./end-cures";

const input = z.strictObject({
  requestId: z.string().min(1).max(64),
  version: z.int().optional(),
  code: z.enum(REJECT_CODES, "required"),
  // Everyone who has bid reads it.
  words: reasonWords,
});

/** The buyer takes none of the bids and says why: a decision, which every bidder is told. */
export const rejectBids = command({
  name: "decide.reject-bids",
  action: "request.decide",
  input,
  async run(context, { requestId, version, code, words }): Promise<Result<{ requestId: string; state: RequestState }>> {
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
    return accept({ requestId, state: state.value });
  },
});
