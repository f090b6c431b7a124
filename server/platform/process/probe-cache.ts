import type { Database } from "../../../db/database";

// Probes of several watchers come in the same second, and none of them may become load.
const FRESH_MS = 2_000;
const WAIT_MS = 3_000;

type Asked<Answer> = { readonly answer: Promise<Answer>; endedAtMs: number | null };

const wait = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());

/**
 * Asks a database at most once in two seconds, and never twice at a time, however many ask; null for whoever has waited for three seconds. What is
 * asked must not throw.
 */
export function askedRarely<Answer>(
  ask: (database: Database) => Promise<Answer>,
): (database: Database) => Promise<Answer | null> {
  const last = new WeakMap<Database, Asked<Answer>>();
  return async (database) => {
    let asked = last.get(database);
    const isOld = asked !== undefined && asked.endedAtMs !== null && performance.now() - asked.endedAtMs > FRESH_MS;
    if (asked === undefined || isOld) {
      const begun: Asked<Answer> = { answer: ask(database), endedAtMs: null };
      void begun.answer.finally(() => {
        begun.endedAtMs = performance.now();
      });
      last.set(database, begun);
      asked = begun;
    }
    return await Promise.race([asked.answer, wait(WAIT_MS)]);
  };
}
