import { z } from "zod";
import { ruleAt } from "../../db/repositories/market-rules";
import { countOpenQuestions, insertQuestion } from "../../db/repositories/questions";
import { requestFacts } from "../../domain/bidding/bid";
import { namesPrice } from "../../domain/bidding/price-in-text";
import { contactFreeText } from "../../domain/shared/contact-in-text";
import { QUESTION_MAX, questionsEnd } from "../../domain/requests/questions";
import { type AskRefusal, mayAsk } from "../../domain/bidding/question";
import { termsOf } from "../../domain/requests/request";
import { accept, assert, type Refusal, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { bidderOf, loadRequest } from "../bidding/bid-context";
import { lockNamed } from "./load-request";

const questionField = contactFreeText(QUESTION_MAX)
  // What a provider would charge is said in its bid, where it is sealed.
  .refine((text) => !namesPrice(text), "price_in_question");

/** A provider asks the buyer. Nobody is told who asks: the event names no asker, and the audit log another id than readers see. */
export const askQuestion = command({
  name: "requests.ask-question",
  action: "question.ask",
  input: z.strictObject({ requestId: z.string().min(1).max(64), question: questionField }),
  http: {
    method: "POST",
    path: "/requests/{requestId}/questions",
    scope: "bids:write",
    status: 201,
    summary: "Ask the buyer of an open request; nobody is told who asks",
    description: "Whoever may bid may ask, until the end of questions. At most 20 of your questions wait at a time.",
    example: { question: "Is the loading ramp open on Saturday?" },
    output: z.strictObject({ id: idText, requestId: idText }),
    refusals: [
      "request_not_open",
      "questions_closed",
      "too_many_questions",
      "own_request",
      "no_listing",
      "not_invited",
      "not_checked",
      "organisation_restricted",
    ],
  },
  lock: lockNamed,
  async run(
    { tx, actor, now, newId, publish, concerns },
    { requestId, question },
  ): Promise<Result<{ id: string; requestId: string }, AskRefusal | Refusal<"not_found">>> {
    const loaded = await loadRequest(tx, actor, requestId);
    if (!loaded.ok) return loaded;
    const { request, isInvited } = loaded.value;
    const { organisationId } = actor;
    assert(organisationId, "who may ask acts for an organisation");
    const bidder = await bidderOf(tx, request, { organisationId, isInvited, now });
    const endsAt = questionsEnd({ ...request, ...termsOf(request) }, await ruleAt(tx, "questions_end_hours", now));
    const openCount = await countOpenQuestions(tx, { requestId, organisationId });
    const allowed = mayAsk(request, bidder, { endsAt, openCount }, now);
    if (!allowed.ok) return allowed;
    const [questionId, auditId] = [newId(), newId()];
    const asked = { requestId, askerOrganisationId: organisationId, question, askedAt: now };
    await insertQuestion(tx, { id: questionId, auditId, ...asked });
    publish({ type: "question.asked", questionId, ...requestFacts(request) });
    concerns(auditId);
    return accept({ id: questionId, requestId });
  },
});
