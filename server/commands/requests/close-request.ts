import { z } from "zod";
import type { RequestState } from "../../../domain/requests/request";
import { accept, type Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { closeNow } from "./close-now";
import { loadRequest } from "./load-request";

/** The buyer closes its request: early where that was published or nobody has bid, otherwise once its time has come. */
export const closeRequest = command({
  name: "requests.close-request",
  action: "request.change",
  input: z.strictObject({ requestId: z.string().min(1).max(64), version: z.int().optional() }),
  async run(context, { requestId, version }): Promise<Result<{ requestId: string; state: RequestState }>> {
    const { tx, actor, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    concerns(requestId);
    const state = await closeNow(context, loaded.value);
    return state.ok ? accept({ requestId, state: state.value }) : state;
  },
});
