import { and, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { searchTokens } from "../domain/shared/search-text";

const WORDS_MAX = 8;

/** The column (text of `searchText`) holds a word beginning with each word of the question. Words are letters and digits only, so no wildcard gets in. */
export function matchesWords(column: SQLWrapper, question: string): SQL | undefined {
  const words = searchTokens(question).slice(0, WORDS_MAX);
  return and(...words.map((word) => holdsBeginning(column, word)));
}

/** The column holds a word that begins like this one. */
export const holdsBeginning = (column: SQLWrapper, word: string): SQL => sql`' ' || ${column} like ${`% ${word}%`}`;

/** The column holds exactly this word. */
export const holdsWord = (column: SQLWrapper, word: string): SQL => sql`' ' || ${column} || ' ' like ${`% ${word} %`}`;
