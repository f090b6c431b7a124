import { z } from "zod";
import { findRequest, invitedTo, saveRequestState } from "../../db/repositories/requests";
import { may } from "../../domain/access/policy";
import { approve } from "../../domain/requests/posting/publish";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { requestFacts } from "../../domain/bidding/bid-facts";

/** An administrator has read a held request and lets it open. */
export const approveRequest = command({
  name: "requests.approve-request",
  action: "requests.review",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  async run(
    { tx, actor, now, publish, concerns },
    { requestId },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "window_passed" | "wrong_state">>> {
    const request = await findRequest(tx, requestId);
    // A draft is nobody's business but its writer's.
    if (!request || request.state === "draft" || !may(actor, "requests.review")) return refuse("not_found");
    const next = approve(request, now);
    if (!next.ok) return next;
    await saveRequestState(tx, requestId, { state: next.value, publishedAt: now });
    const invitedOrganisationIds = await invitedTo(tx, requestId);
    publish({ type: "request.published", invitedOrganisationIds, ...requestFacts(request) });
    concerns(requestId);
    return accept({ id: requestId });
  },
});
