import type Sqlite from "better-sqlite3";

/** More than the product says in different words; what is beyond it was asked for with a list of an unusual length. */
const KEPT_MAX = 500;

type Keeping = { readonly isKept?: (statement: Sqlite.Statement) => boolean; readonly max?: number };

/**
 * Prepares statements, each text once: SQLite takes longer to plan a usual read than to run it. The one that was asked for the longest ago
 * goes first. A statement of one text is one object, so whoever asks here must ask for its rows in one and the same form.
 */
export function keptStatements(
  connection: Sqlite.Database,
  { isKept = () => true, max = KEPT_MAX }: Keeping = {},
): (text: string) => Sqlite.Statement {
  const kept = new Map<string, Sqlite.Statement>();
  return (text) => {
    const known = kept.get(text);
    const statement = known ?? connection.prepare(text);
    if (known) kept.delete(text);
    else if (!isKept(statement)) return statement;
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > max && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}
