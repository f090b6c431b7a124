import type { ReadField, Source, Span } from "../reading";
import { holds } from "../text/clauses";
import { NOT_READY, READY } from "../words/date-words";
import { daysIn, type FoundDay } from "./dates";

/** Whether the words nearest to a date say that the goods are ready then; the clause speaks before the sentence. */
function isReadyDay({ folded, clauses, sentences }: Source, { span }: FoundDay): boolean {
  const at = clauses.findIndex(([, end]) => end > span[0]);
  const sentence = sentences.find((one) => holds(one, span));
  const beside = (one: Span | undefined) =>
    one !== undefined && sentence !== undefined && one[0] >= sentence[0] && one[1] <= sentence[1];
  const near = [clauses[at], clauses[at - 1], clauses[at + 1]];
  for (const clause of near) {
    if (clause !== clauses[at] && !beside(clause)) continue;
    const words = clause ? folded.slice(...clause) : "";
    if (NOT_READY.test(words)) return false;
    if (READY.test(words)) return true;
  }
  return false;
}

/** The day from which the goods can be collected, where the text says so of exactly one day. */
export function readReadyDate(source: Source): ReadField[] {
  const ready = daysIn(source).filter((found) => isReadyDay(source, found));
  const [first] = ready;
  if (!first || ready.some(({ day }) => day !== first.day)) return [];
  const confidence = first.reason === "day_written" ? "sure" : "likely";
  return [{ path: "readyDate", value: first.day, from: first.span, reason: first.reason, confidence }];
}
