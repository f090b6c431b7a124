import { HOUR_MS, type Instant, instant } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";

/** Letters of a question and of its answer; alone here, so that a form needs no rules to know them. */
export const QUESTION_MAX = 600;
export const ANSWER_MAX = 2_000;
/** The answer and its corrections. */
export const ANSWERS_MAX = 5;

export type QuestionsEndRefusal = Refusal<"questions_end_after_close">;

/** Whether the buyer's own end of questions lies between the publication and the close, as far as these are read. Refuses `questions_end_after_close`. */
export function checkQuestionsEnd(
  {
    questionsUntil = null,
    closesAt,
  }: { readonly questionsUntil?: Instant | null | undefined; readonly closesAt?: Instant | undefined },
  now: Instant,
): Result<void, QuestionsEndRefusal> {
  const isWithin =
    questionsUntil === null || (questionsUntil > now && (closesAt === undefined || questionsUntil <= closesAt));
  return isWithin ? accept(undefined) : refuse("questions_end_after_close");
}

type Asked = {
  readonly questionsUntil: Instant | null;
  readonly publishedAt: Instant | null;
  readonly closesAt: Instant;
};

/**
 * Until when questions may be asked: the buyer's own time, else `endHours` before the close by the market's rule. Of a request that is
 * open for less than twice as long, half of its time is for questions: a rule for weeks must not leave none in a day. An own time
 * never outlives the close.
 */
export function questionsEnd({ questionsUntil, publishedAt, closesAt }: Asked, endHours: number): Instant {
  if (questionsUntil !== null) return instant(Math.min(questionsUntil, closesAt));
  const opened = publishedAt ?? closesAt;
  const half = instant(closesAt - Math.floor((closesAt - opened) / 2));
  return instant(Math.max(closesAt - endHours * HOUR_MS, half));
}
