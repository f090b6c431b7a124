import { z } from "zod";
import { insertRequestEnd } from "../../db/repositories/decisions";
import { findRequest, saveRequestState } from "../../db/repositories/requests";
import { requestFacts } from "../../domain/bidding/bid";
import { CANCEL_CODES } from "../../domain/requests/reasons";
import { reasonWords } from "../../domain/award/reason-fields";
import { cancel, lapse, type RequestState } from "../../domain/requests/request";
import { accept, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { endCures, loseBids } from "./end-bids";
import { loadRequest, ofRequest, requestHttp, stateShape, lockNamed } from "./load-request";
import { debriefLosers } from "./scorable-bids";

const input = z.strictObject({
  ...ofRequest,
  // Everyone who has bid reads it.
  reason: reasonWords,
  code: z.enum(CANCEL_CODES).optional(),
});

/** The buyer gives a request up before its award. The reason is kept and told to everyone who had bid; sealed bids stay sealed. */
export const cancelRequest = command({
  name: "requests.cancel-request",
  action: "request.change",
  input,
  http: {
    ...requestHttp,
    path: "/requests/{requestId}/cancel",
    summary: "Give a request up before its award; its bidders read the reason, and sealed bids stay sealed",
    example: { reason: "The goods are not ready" },
    output: stateShape,
    refusals: ["wrong_state"],
  },
  lock: lockNamed,
  async run(context, { requestId, version, reason, code }): Promise<Result<{ id: string; state: RequestState }>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const state = cancel(request);
    if (!state.ok) return state;
    await saveRequestState(tx, requestId, { state: state.value, cancelReason: reason });
    await insertRequestEnd(tx, { requestId, kind: "cancelled", code: code ?? null, at: now });
    await endCures(context, request);
    await loseBids(context, request);
    const said = code === undefined ? { reason } : { reason, code };
    publish({ type: "request.ended", state: "cancelled", ...said, ...requestFacts(request) });
    concerns(requestId);
    return accept({ id: requestId, state: state.value });
  },
});

/** The clock ends a request that was not decided in time. Bids that were never opened stay sealed for ever. */
export const lapseRequest = command({
  name: "requests.lapse-request",
  action: "market.tick",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  lock: lockNamed,
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
