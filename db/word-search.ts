import { and, type Column, getTableName, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { searchTokens } from "../domain/shared/search-text";
import { prepared, type Reader } from "./database";
import { dialect } from "./dialect";
import type { listings } from "./schema/catalogue";
import type { requests } from "./schema/requests";

type Searched = typeof requests | typeof listings;

const WORDS_MAX = 8;

/** So many rows at the most are looked up by SQLite's index. Words that more rows hold are soon met by a list on its way. */
const LOOKED_UP_MAX = 2_000;

/** How a condition stands in its statement: which column has the id of the searched row, and how a value is written where it is bound later. */
type Standing = { readonly id?: Column; readonly written?: (name: string) => unknown };

/** Words that are looked for, as a statement asks for them. */
export type AskedWords = {
  /** Names the form of the condition: a statement is built once for each. */
  readonly form: string;
  /** Whether few rows or most are found depends on the words alone. */
  readonly isPlannedByValues: boolean;
  readonly values: Readonly<Record<string, string>>;
  /** That a row holds the words; undefined where nothing is looked for. */
  isFound(standing?: Standing): SQL | undefined;
};

const NOTHING: AskedWords = { form: "", isPlannedByValues: false, values: {}, isFound: () => undefined };

/** PostgreSQL knows by its statistics how many rows hold a word, and goes by the index or by the list's own order. */
function askVector(table: Searched, words: readonly string[]): AskedWords {
  const values = { words: words.map((word) => `'${word}':*`).join(" & ") };
  return {
    ...{ form: "vector", isPlannedByValues: true, values },
    isFound: ({ written = () => values.words } = {}) =>
      sql`${table}.${sql.identifier("search_words")} @@ ${written("words")}::tsquery`,
  };
}

/** SQLite's planner cannot know: the index is asked first whether more rows hold them than are looked up. Of many each text is compared. */
async function askFullText(db: Reader, table: Searched, words: readonly string[]): Promise<AskedWords> {
  const index = sql.identifier(`${getTableName(table)}_words`);
  const asked = words.map((word) => `"${word}"*`).join(" ");
  const holds = (question: unknown) => sql`${index} where ${index} match ${question}`;
  const beyondThose = prepared(`${getTableName(table)}_words_beyond`, (on) =>
    on
      .select({ one: sql`1` })
      .from(holds(sql.placeholder("words")))
      .limit(1)
      .offset(LOOKED_UP_MAX),
  );
  const beyond = await beyondThose(db, { words: asked });
  return beyond.length === 0 ? byIndex(table, asked, holds) : byText(table, words);
}

const byIndex = (table: Searched, words: string, holds: (question: unknown) => SQL): AskedWords => ({
  ...{ form: "index", isPlannedByValues: false, values: { words } },
  isFound: ({ id = table.id, written = () => words } = {}) => sql`${id} in (select id from ${holds(written("words"))})`,
});

function byText(table: Searched, words: readonly string[]): AskedWords {
  const values: Record<string, string> = Object.fromEntries(words.map((word, at) => [`word${at}`, `% ${word}%`]));
  return {
    ...{ form: `text${words.length}`, isPlannedByValues: false, values },
    isFound: ({ written = (name: string) => values[name] } = {}) =>
      and(...Object.keys(values).map((name) => sql`' ' || ${table.searchText} like ${written(name)}`)),
  };
}

/** How a question's words are looked for in a table, by the index of its text: a row is found where each word begins one of its own. */
export async function askWords(db: Reader, table: Searched, question: string | null): Promise<AskedWords> {
  const words = searchTokens(question ?? "").slice(0, WORDS_MAX);
  if (words.length === 0) return NOTHING;
  return dialect === "postgres" ? askVector(table, words) : await askFullText(db, table, words);
}

/** The column (text of `searchText`) holds a word that begins like this one. Words are letters and digits only, so no wildcard gets in. */
export const holdsBeginning = (column: SQLWrapper, word: string): SQL => sql`' ' || ${column} like ${`% ${word}%`}`;

/** The column holds exactly this word. */
export const holdsWord = (column: SQLWrapper, word: string): SQL => sql`' ' || ${column} || ' ' like ${`% ${word} %`}`;
