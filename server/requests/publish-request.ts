import { z } from "zod";
import { findRequest, invitedTo, saveRequestState } from "../../db/repositories/requests";
import {
  approve,
  cancel,
  publish,
  type PublishRefusal,
  type RequestState,
  termsOf,
} from "../../domain/requests/request";
import { checkQuestionsEnd, type QuestionsEndRefusal } from "../../domain/requests/questions";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { namedIn, noteEntries } from "../deals/book/note-in-book";
import { publishRules } from "../deals/posting-rules";
import { requestFacts } from "../../domain/bidding/bid";
import { type LoadRefusal, loadRequest, ofRequest, requestHttp, stateShape, lockNamed } from "./load-request";
import { may } from "../../domain/access/policy";
import { reasonField } from "../../domain/award/reason-fields";

/** Opens a draft for bids, or sends it to review where it is among the buyer's first ones. */
export const publishRequest = command({
  name: "requests.publish-request",
  action: "request.change",
  input: z.strictObject(ofRequest),
  http: {
    ...requestHttp,
    path: "/requests/{requestId}/publish",
    summary: "Open a draft for bids",
    description:
      "Where the market reviews a buyer's first requests, it is `in_review` until an administrator has read it.",
    output: stateShape,
    refusals: [
      "wrong_state",
      "closes_too_soon",
      "decides_before_close",
      "window_too_long",
      "questions_end_after_close",
    ],
  },
  lock: lockNamed,
  async run(
    context,
    { requestId, version },
  ): Promise<Result<{ id: string; state: RequestState }, LoadRefusal | PublishRefusal | QuestionsEndRefusal>> {
    const { tx, actor, now, publish: tell, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const next = publish(request, await publishRules(tx, request.buyerOrganisationId, now), now);
    if (!next.ok) return next;
    const { questionsUntil } = termsOf(request);
    const questions = checkQuestionsEnd({ questionsUntil, closesAt: request.closesAt }, now);
    if (!questions.ok) return questions;
    await saveRequestState(tx, requestId, { state: next.value, publishedAt: next.value === "open" ? now : null });
    const { buyerOrganisationId: organisationId, service, spec } = request;
    await noteEntries({ ...context, organisationId }, namedIn(service, spec));
    const facts = requestFacts(request);
    if (next.value === "open")
      tell({ type: "request.published", invitedOrganisationIds: await invitedTo(tx, requestId), ...facts });
    else tell({ type: "request.held_for_review", ...facts });
    concerns(requestId);
    return accept({ id: requestId, state: next.value });
  },
});

/** An administrator has read a held request and lets it open. */
export const approveRequest = command({
  name: "requests.approve-request",
  action: "requests.review",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  lock: lockNamed,
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
  lock: lockNamed,
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
