import { z } from "zod";
import type { RequestState } from "../../domain/requests/request";
import { accept, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { closeNow } from "./close-now";
import { loadRequest, ofRequest, requestHttp, stateShape, lockNamed } from "./load-request";
import { findRequest } from "../../db/repositories/requests";

/** The buyer closes its request: early where that was published, otherwise once its time has come. */
export const closeRequest = command({
  name: "requests.close-request",
  action: "request.change",
  input: z.strictObject(ofRequest),
  http: {
    ...requestHttp,
    path: "/requests/{requestId}/close",
    summary: "Close a request: early where that was published, otherwise at its time",
    description: "Bids are opened with the close, unless two people open them. Without bids it ends as `no_bids`.",
    output: stateShape,
    refusals: ["not_yet", "bids_to_confirm", "wrong_state"],
  },
  lock: lockNamed,
  async run(context, { requestId, version }): Promise<Result<{ id: string; state: RequestState }>> {
    const { tx, actor, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    concerns(requestId);
    const state = await closeNow(context, loaded.value);
    return state.ok ? accept({ id: requestId, state: state.value }) : state;
  },
});

/** The clock closes a request at its time, and never before it. */
export const closeDueRequest = command({
  name: "requests.close-due-request",
  action: "market.tick",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  lock: lockNamed,
  async run(context, { requestId }): Promise<Result<{ requestId: string; state: RequestState }>> {
    const request = await findRequest(context.tx, requestId);
    if (!request) return refuse("not_found");
    if (context.now < request.closesAt) return refuse("not_yet", { closesAt: request.closesAt });
    context.concerns(requestId);
    const state = await closeNow(context, request);
    return state.ok ? accept({ requestId, state: state.value }) : state;
  },
});
