import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "drizzle-orm/logger";

/** The texts of the statements that some work sent to the database, in the order of their sending; `repeated` are reads that it had sent with the same values before. */
export type Statements = Readonly<Record<"reads" | "writes" | "repeated", readonly string[]>>;

type Heard = { readonly text: string; readonly values: readonly unknown[] };

const heard = new AsyncLocalStorage<Heard[]>();

const listeners = new Set<(text: string) => void>();

/** Calls `listener` with each statement of this process, until it is stopped: tests look at what the product sends. */
export function onStatement(listener: (text: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Both drivers tell it each statement that Drizzle sends; outside of a count it keeps nothing. */
export const statementLog: Logger = {
  logQuery(text, values) {
    heard.getStore()?.push({ text, values });
    for (const listener of listeners) listener(text);
  },
};

/** Whether a statement changes nothing; it may lock. */
export const isRead = (text: string): boolean => /^\(*(select|with)\b/i.test(text);

/** Runs the work and answers which statements it sent, whatever else runs meanwhile. `BEGIN` and `COMMIT` are the driver's own and not among them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statements> {
  const sent: Heard[] = [];
  await heard.run(sent, work);
  const texts = sent.map(({ text }) => text);
  const calls = sent.map(({ text, values }) => `${text} ${values.map(String).join()}`);
  return {
    reads: texts.filter(isRead),
    writes: texts.filter((text) => !isRead(text)),
    repeated: texts.filter((text, at) => isRead(text) && calls.indexOf(calls[at] as string) < at),
  };
}
