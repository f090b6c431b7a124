import { z } from "zod";
import { invitedTo, saveRequestState } from "../../db/repositories/requests";
import { type PublishRefusal, publish } from "../../domain/requests/request-transitions";
import { checkQuestionsEnd, type QuestionsEndRefusal } from "../../domain/requests/questions";
import { termsOf } from "../../domain/requests/terms";
import type { RequestState } from "../../domain/requests/request";
import { accept, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { publishRules } from "../deals/posting-rules";
import { requestFacts } from "../../domain/bidding/bid-facts";
import { type LoadRefusal, loadRequest, ofRequest, requestHttp, stateShape } from "./load-request";

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
  async run(
    { tx, actor, now, publish: tell, concerns },
    { requestId, version },
  ): Promise<Result<{ id: string; state: RequestState }, LoadRefusal | PublishRefusal | QuestionsEndRefusal>> {
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.change" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const next = publish(request, await publishRules(tx, request.buyerOrganisationId, now), now);
    if (!next.ok) return next;
    const { questionsUntil } = termsOf(request);
    const questions = checkQuestionsEnd({ questionsUntil, closesAt: request.closesAt }, now);
    if (!questions.ok) return questions;
    await saveRequestState(tx, requestId, { state: next.value, publishedAt: next.value === "open" ? now : null });
    const facts = requestFacts(request);
    if (next.value === "open")
      tell({ type: "request.published", invitedOrganisationIds: await invitedTo(tx, requestId), ...facts });
    else tell({ type: "request.held_for_review", ...facts });
    concerns(requestId);
    return accept({ id: requestId, state: next.value });
  },
});
