import { HOUR_MS, type Instant, instant } from "../../shared/instant";
import { accept, type Refusal, type Result, refuse } from "../../shared/result";

export type QuestionsEndRefusal = Refusal<"questions_end_after_close">;

/** Whether the buyer's own end of questions lies between the publication and the close. Refuses `questions_end_after_close`. */
export function checkQuestionsEnd(
  { questionsUntil, closesAt }: { readonly questionsUntil: Instant | null; readonly closesAt: Instant },
  now: Instant,
): Result<void, QuestionsEndRefusal> {
  const isWithin = questionsUntil === null || (questionsUntil > now && questionsUntil <= closesAt);
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
