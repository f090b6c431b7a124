import { type AudienceRefusal, type Bidder, checkPart } from "./bid";
import type { Instant } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { ANSWERS_MAX } from "../requests/questions";
import { acceptsBids, type Request } from "../requests/request";

/** Questions of one provider on one request that wait for an answer. */
export const OPEN_QUESTIONS_MAX = 20;

export type AskRefusal = AudienceRefusal | Refusal<"request_not_open" | "questions_closed" | "too_many_questions">;

/**
 * May this provider ask now? Whoever may bid, to the end of questions by the server's clock, with at most 20 questions waiting. Refuses
 * whom `checkPart` refuses, `questions_closed` and `too_many_questions`.
 */
export function mayAsk(
  request: Request,
  bidder: Bidder,
  asked: { readonly endsAt: Instant; readonly openCount: number },
  now: Instant,
): Result<void, AskRefusal> {
  const part = checkPart(request, bidder, now);
  if (!part.ok) return part;
  if (now >= asked.endsAt) return refuse("questions_closed", { endsAt: asked.endsAt });
  if (asked.openCount >= OPEN_QUESTIONS_MAX) return refuse("too_many_questions", { maximum: OPEN_QUESTIONS_MAX });
  return accept(undefined);
}

export type AnswerRefusal = Refusal<"request_not_open" | "already_answered" | "not_answered" | "too_many_corrections">;

/**
 * May the buyer answer now, or correct its answer? Until the close, also after the end of questions. An answer is given once and stays as
 * it is; what is wrong in it is corrected beside it, up to four times. Answers the number that it gets, from 1.
 */
export function mayAnswer(
  request: Request,
  { answers, isCorrection }: { readonly answers: number; readonly isCorrection: boolean },
  now: Instant,
): Result<number, AnswerRefusal> {
  if (!acceptsBids(request, now)) return refuse("request_not_open", { state: request.state });
  if (!isCorrection && answers > 0) return refuse("already_answered");
  if (isCorrection && answers === 0) return refuse("not_answered");
  if (answers >= ANSWERS_MAX) return refuse("too_many_corrections", { maximum: ANSWERS_MAX - 1 });
  return accept(answers + 1);
}
