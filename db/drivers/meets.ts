import type Sqlite from "better-sqlite3";
import type { IndexQuestion } from "../../domain/search/question";

type Parts = readonly (readonly (readonly string[])[])[];

let last: { readonly asked: string; readonly parts: Parts } | null = null;

/** A statement asks the same of each row, so the last question is kept. */
function partsOf(asked: string): Parts {
  if (last?.asked === asked) return last.parts;
  const question = JSON.parse(asked) as IndexQuestion;
  const parts = question.map((group) =>
    group.map((together) => together.map(({ word, isBegun }) => ` ${word}${isBegun ? "" : " "}`)),
  );
  last = { asked, parts };
  return parts;
}

/** Whether a text of words has one of each group of a question: what SQLite asks of each row where an index would give too many. */
function meets(text: unknown, asked: unknown): number {
  const held = ` ${String(text)} `;
  return Number(
    partsOf(String(asked)).every((group) => group.some((together) => together.every((part) => held.includes(part)))),
  );
}

/** Gives a connection the function, which its statements call by its name. */
export function knowsMeets<Connection extends Sqlite.Database>(connection: Connection): Connection {
  connection.function("meets", { deterministic: true, directOnly: true }, meets);
  return connection;
}
