import { z } from "zod";
import { findRequest } from "../../db/repositories/requests";
import type { RequestState } from "../../domain/requests/request";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { closeNow } from "./close-now";

/** The clock closes a request at its time, and never before it. */
export const closeDueRequest = command({
  name: "requests.close-due-request",
  action: "market.tick",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  async run(context, { requestId }): Promise<Result<{ requestId: string; state: RequestState }>> {
    const request = await findRequest(context.tx, requestId);
    if (!request) return refuse("not_found");
    if (context.now < request.closesAt) return refuse("not_yet", { closesAt: request.closesAt });
    context.concerns(requestId);
    const state = await closeNow(context, request);
    return state.ok ? accept({ requestId, state: state.value }) : state;
  },
});
