import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "drizzle-orm/logger";

/** The texts of the statements that some work sent to the database, in the order of their sending. */
export type Statements = { readonly reads: readonly string[]; readonly writes: readonly string[] };

const heard = new AsyncLocalStorage<string[]>();

/** Both drivers tell it each statement that Drizzle sends; outside of a count it keeps nothing. */
export const statementLog: Logger = { logQuery: (text) => void heard.getStore()?.push(text) };

/** Whether a statement changes nothing; it may lock. */
export const isRead = (text: string): boolean => /^\(*(select|with)\b/i.test(text);

/** Runs the work and answers which statements it sent, whatever else runs meanwhile. `BEGIN` and `COMMIT` are the driver's own and not among them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statements> {
  const texts: string[] = [];
  await heard.run(texts, work);
  return { reads: texts.filter(isRead), writes: texts.filter((text) => !isRead(text)) };
}
