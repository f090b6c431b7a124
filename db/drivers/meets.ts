import type Sqlite from "better-sqlite3";
import { holds, type Parts, partsOf } from "../../domain/search/held-words";
import type { IndexQuestion } from "../../domain/search/question";

let last: { readonly asked: string; readonly parts: Parts } | null = null;

/** A statement asks the same of each row, so the last question is kept. */
function partsAsked(asked: string): Parts {
  if (last?.asked !== asked) last = { asked, parts: partsOf(JSON.parse(asked) as IndexQuestion) };
  return last.parts;
}

/** Whether a text of words has one of each group of a question: what SQLite asks of each row where an index would give too many. */
const meets = (text: unknown, asked: unknown): number => Number(holds(String(text), partsAsked(String(asked))));

/** Gives a connection the function, which its statements call by its name. */
export function knowsMeets<Connection extends Sqlite.Database>(connection: Connection): Connection {
  connection.function("meets", { deterministic: true, directOnly: true }, meets);
  return connection;
}
