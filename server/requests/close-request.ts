import { z } from "zod";
import type { RequestState } from "../../domain/requests/request";
import { accept, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { closeNow } from "./close-now";
import { loadRequest } from "./load-request";
import { ofRequest, requestHttp, stateShape } from "./request-fields";

/** The buyer closes its request: early where that was published or nobody has bid, otherwise once its time has come. */
export const closeRequest = command({
  name: "requests.close-request",
  action: "request.change",
  input: z.strictObject(ofRequest),
  http: {
    ...requestHttp,
    path: "/requests/{requestId}/close",
    summary: "Close a request: early where that was published or before any bid, otherwise at its time",
    description: "Bids are opened with the close, unless two people open them. Without bids it ends as `no_bids`.",
    output: stateShape,
    refusals: ["not_yet", "bids_to_confirm", "wrong_state"],
  },
  async run(context, { requestId, version }): Promise<Result<{ id: string; state: RequestState }>> {
    const { tx, actor, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    concerns(requestId);
    const state = await closeNow(context, loaded.value);
    return state.ok ? accept({ id: requestId, state: state.value }) : state;
  },
});
