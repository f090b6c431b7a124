import type { Reader } from "../../../db/database";
import type { Instant } from "../../../domain/shared/time";
import { onePerProcess } from "./one-per-process";

type Kept<Answer> = { readonly at: Instant; readonly answer: Promise<Answer> };

/**
 * A question whose answer may be so old (ms): a process asks it once in that time, however many want to know, and again at once where it failed.
 * It is for what everybody may see alike and nobody decides by; each is named, for the build holds several copies of a module.
 */
export function keptFor<Answer>(
  name: string,
  ms: number,
  ask: (read: Reader, now: Instant) => Promise<Answer>,
): (read: Reader, now: Instant) => Promise<Answer> {
  return (read, now) => {
    const byDatabase = onePerProcess(`kept: ${name}`, () => new WeakMap<Reader, Kept<Answer>>());
    const last = byDatabase.get(read);
    if (last && now >= last.at && now - last.at < ms) return last.answer;
    const answer = ask(read, now);
    byDatabase.set(read, { at: now, answer });
    answer.catch(() => {
      if (byDatabase.get(read)?.answer === answer) byDatabase.delete(read);
    });
    return answer;
  };
}
