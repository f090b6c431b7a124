import type { Reader } from "../../../db/database";
import type { Instant } from "../../../domain/shared/time";
import { onePerProcess } from "./one-per-process";

type Kept<Answer> = { readonly at: Instant; readonly answer: Promise<Answer> };

type Keeping = {
  /** How old an answer may be. */
  readonly ms: number;
  /** How many questions are kept; the one that was asked first goes first. */
  readonly max: number;
};

/**
 * A question that is asked in several ways, each of which may have an answer so old: a process asks it once in that time, however many want to know, and again at once
 * where it failed. It is for what all who may ask see alike and nobody decides by; whether somebody may ask is judged before. Each is named, for the build holds several
 * copies of a module.
 */
export function keptByQuestion<Question, Answer>(
  name: string,
  { ms, max }: Keeping,
  ask: (read: Reader, question: Question, now: Instant) => Promise<Answer>,
): (read: Reader, question: Question, now: Instant) => Promise<Answer> {
  return (read, question, now) => {
    const byDatabase = onePerProcess(`kept: ${name}`, () => new WeakMap<Reader, Map<string, Kept<Answer>>>());
    const all = byDatabase.get(read) ?? new Map<string, Kept<Answer>>();
    byDatabase.set(read, all);
    const key = JSON.stringify(question);
    const last = all.get(key);
    if (last && now >= last.at && now - last.at < ms) return last.answer;
    const answer = ask(read, question, now);
    all.delete(key);
    all.set(key, { at: now, answer });
    const [oldest] = all.keys();
    if (all.size > max && oldest !== undefined) all.delete(oldest);
    answer.catch(() => {
      if (all.get(key)?.answer === answer) all.delete(key);
    });
    return answer;
  };
}

/** A question that is asked in one way, kept likewise. */
export function keptFor<Answer>(
  name: string,
  ms: number,
  ask: (read: Reader, now: Instant) => Promise<Answer>,
): (read: Reader, now: Instant) => Promise<Answer> {
  const kept = keptByQuestion<null, Answer>(name, { ms, max: 1 }, (read, _, now) => ask(read, now));
  return (read, now) => kept(read, null, now);
}
