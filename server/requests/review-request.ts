import { z } from "zod";
import { findRequest, invitedTo, saveRequestState } from "../../db/repositories/requests";
import { may } from "../../domain/access/policy";
import { approve } from "../../domain/requests/request-transitions";
import { type Refusal, type Result, accept, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { requestFacts } from "../../domain/bidding/bid-facts";
import { cancel } from "../../domain/requests/request";
import { reasonField } from "../../domain/award/reason-fields";

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

/** An administrator does not let a held request open; the buyer reads why. */
export const declineRequest = command({
  name: "requests.decline-request",
  action: "requests.review",
  input: z.strictObject({
    requestId: z.string().min(1).max(64),
    reason: reasonField,
  }),
  async run(
    { tx, actor, now, publish, concerns },
    { requestId, reason },
  ): Promise<Result<{ id: string }, Refusal<"not_found" | "wrong_state">>> {
    const request = await findRequest(tx, requestId);
    if (!request || request.state === "draft" || !may(actor, "requests.review")) return refuse("not_found");
    // What is open already is the market's: an administrator declines only what is held.
    if (request.state !== "in_review") return refuse("wrong_state", { state: request.state, event: "cancel" });
    const next = cancel(request);
    if (!next.ok) return next;
    await saveRequestState(tx, requestId, { state: next.value, closedAt: now, cancelReason: reason });
    publish({ type: "request.ended", state: "cancelled", reason, ...requestFacts(request) });
    concerns(requestId);
    return accept({ id: requestId });
  },
});
