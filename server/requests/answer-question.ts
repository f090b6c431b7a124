import { z } from "zod";
import { answersTo, findQuestion, insertAnswer } from "../../db/repositories/questions";
import { requestFacts } from "../../domain/bidding/bid";
import { contactFreeText } from "../../domain/shared/contact-in-text";
import { ANSWER_MAX } from "../../domain/requests/questions";
import { type AnswerRefusal, mayAnswer } from "../../domain/bidding/question";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { loadRequest, lockNamed } from "./load-request";

const answerField = contactFreeText(ANSWER_MAX);

/** The buyer answers a question, once, or corrects its answer beside it. All who take part hear of it, and all who may read the request read it. */
export const answerQuestion = command({
  name: "requests.answer-question",
  action: "question.answer",
  input: z.strictObject({
    questionId: z.string().min(1).max(64),
    answer: answerField,
    isCorrection: z.boolean().default(false),
  }),
  http: {
    method: "POST",
    path: "/questions/{questionId}/answer",
    scope: "requests:write",
    status: 201,
    summary: "Answer a question on your request, or correct the answer beside it",
    description: "Until the close. All who take part are told; all who may read the request read it.",
    example: { answer: "Yes, from 8 to 14." },
    output: z.strictObject({ id: idText, requestId: idText, number: z.int() }),
    refusals: ["request_not_open", "already_answered", "not_answered", "too_many_corrections"],
  },
  async lock(tx, { questionId }) {
    const question = await findQuestion(tx, questionId);
    if (question) await lockNamed(tx, question);
  },
  async run(
    { tx, actor, now, publish, concerns },
    { questionId, answer, isCorrection },
  ): Promise<
    Result<{ id: string; requestId: string; number: number }, AnswerRefusal | Refusal<"not_found" | "stale_version">>
  > {
    const question = await findQuestion(tx, questionId);
    if (!question) return refuse("not_found");
    const { requestId } = question;
    const loaded = await loadRequest(tx, actor, { requestId, action: "question.answer" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const { length: answers } = await answersTo(tx, [questionId]);
    const number = mayAnswer(request, { answers, isCorrection }, now);
    if (!number.ok) return number;
    const row = { questionId, number: number.value, answer, answeredByUserId: actor.userId, answeredAt: now };
    await insertAnswer(tx, row);
    publish({ type: "question.answered", questionId, number: number.value, ...requestFacts(request) });
    concerns(questionId);
    return accept({ id: questionId, requestId, number: number.value });
  },
});
