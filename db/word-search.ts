import { and, type Column, getTableName, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { IndexQuestion } from "../domain/search/question";
import { wordsOfQuestion } from "../domain/search/read-query";
import { fold } from "../domain/shared/search-text";
import { prepared, type Reader } from "./database";
import { dialect } from "./dialect";
import { asWritten, fullTextOf, indexOf, questionIn, type SearchedTable as Table, vectorOf } from "./question-words";
import { lexicon } from "./reference/read-lexicon";
import { type Facet, facetWords } from "./search-facets";
import { PLACES_WITHIN, placeOf } from "./search-place";
import { requests } from "./schema/requests";

/** So many rows at the most are looked up by SQLite's index. Words that more rows hold are soon met by a list on its way. */
const LOOKED_UP_MAX = 2_000;

/** How a condition stands in its statement: which column has the id of the searched row, and how a value is written where it is bound later. */
type Standing = { readonly id?: Column; readonly written?: (name: string) => unknown };

type Newest = { readonly afterId: string | null; readonly isNarrowed: boolean };

/** What is looked for: words of a text, the facets that a list is filtered by as well, and whether the list is one of all that is found, the newest first. */
export type Searched = {
  readonly text: string | null | undefined;
  readonly facets?: Parameters<typeof facetWords>[0];
  /** Such a list, or its page after the row of an id (null: the first), and whether it asks for more that the index does not hold: of many that are found few may be meant then. */
  readonly newest?: Newest | null;
  /** Whether the text is read for what it means, so that a name finds what bears it by any of its names; else each of its words begins one of a row. */
  readonly isRead?: boolean;
};

/** Words that are looked for, as a statement asks for them. */
export type AskedWords = {
  /** Names the form of the condition: a statement is built once for each. */
  readonly form: string;
  /** Whether few rows or most are found depends on the words alone. */
  readonly isPlannedByValues: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  /** Facets that the condition holds by itself: PostgreSQL would reckon with them twice, and expect too few rows, where a column is asked for them as well. */
  readonly holds: ReadonlySet<Facet>;
  /** An index that gives what is found in the list's order and after its row: a statement reads it before the searched table. */
  readonly inOrder?: { readonly index: SQL; readonly order: SQL };
  /** So many rows hold them that a list is soon full on its own way. */
  readonly isOfMany?: true;
  /** Words that had a typing error, each with what is looked for instead. */
  readonly instead?: ReadonlyMap<string, string>;
  /** What is looked for, as both engines are asked for it; undefined where nothing is. */
  readonly question?: IndexQuestion;
  /** Goods that providers are not asked for, since more is asked of them. */
  readonly leftOut?: readonly string[];
  /** That a row holds the words; undefined where nothing is looked for. */
  isFound(standing?: Standing): SQL | undefined;
};

const NO_FACETS: ReadonlySet<Facet> = new Set();
const NOTHING: AskedWords = {
  ...{ form: "", isPlannedByValues: false, values: {}, holds: NO_FACETS },
  isFound: () => undefined,
};

type Asked = {
  readonly table: Table;
  readonly question: IndexQuestion;
  /** The words of a question that is not read. */
  readonly words: readonly string[] | null;
  readonly facets: ReadonlyMap<Facet, string>;
};

/** PostgreSQL knows by its statistics how many rows hold a word, and goes by the index or by the list's own order. */
function askVector({ table, question, facets }: Asked): AskedWords {
  const values = { words: [...vectorOf(question), ...[...facets.values()].map((facet) => `'${facet}'`)].join(" & ") };
  return {
    ...{ form: `vector${[...facets.keys()].join("")}`, isPlannedByValues: true, values, holds: new Set(facets.keys()) },
    isFound: ({ written = () => values.words } = {}) =>
      sql`${table}.${sql.identifier("search_words")} @@ ${written("words")}::tsquery`,
  };
}

/**
 * PostgreSQL's planner takes alternatives that nobody has for many, and walks: where no more rows hold them than are looked up, they are found by their
 * words first.
 */
async function askHeld(db: Reader, asked: Asked): Promise<AskedWords> {
  const { table } = asked;
  const vector = askVector(asked);
  const held = (words: unknown) =>
    sql`(with held as materialized (select ${table.id} as id from ${table} where ${table}.${sql.identifier("search_words")} @@ ${words}::tsquery limit ${LOOKED_UP_MAX + 1}) select id from held)`;
  const counted = await db.select({ rows: sql<number>`count(*)` }).from(sql`${held(vector.values.words)} as found`);
  if (Number(counted[0]?.rows) > LOOKED_UP_MAX) return { ...vector, isOfMany: true };
  return {
    ...{ ...vector, form: `held${[...asked.facets.keys()].join("")}` },
    isFound: ({ id = table.id, written = () => vector.values.words } = {}) => sql`${id} in ${held(written("words"))}`,
  };
}

/** SQLite's planner cannot know: the index is asked first whether more rows hold them than are looked up. Of many each text is compared. */
async function askFullText(db: Reader, asked: Asked, newest: Newest | null): Promise<AskedWords> {
  const { table, words } = asked;
  const index = indexOf(table);
  const question = questionOf(asked);
  const holds = (value: unknown) => sql`${index} where ${index} match ${value}`;
  const beyondThose = prepared(`${getTableName(table)}_words_beyond`, (on) =>
    on
      .select({ one: sql`1` })
      .from(holds(sql.placeholder("words")))
      .limit(1)
      .offset(LOOKED_UP_MAX),
  );
  const beyond = await beyondThose(db, { words: question });
  if (beyond.length > 0) return words ? byText(table, words) : byMeaning(table, asked.question);
  return newest ? inOrder(asked, newest) : byIndex(table, question, holds);
}

const questionOf = ({ question, facets }: Pick<Asked, "question" | "facets">): string =>
  [fullTextOf(question), ...[...facets.values()].map((facet) => `"${facet}"`)].join(" AND ");

/**
 * SQLite's index lies in the order of time: read from its end it gives a page of the newest, however many rows hold the words. The next page begins
 * where its last row lies, or would lie if it were still there.
 */
function inOrder(asked: Asked, { afterId }: Newest): AskedWords {
  const { table } = asked;
  const index = indexOf(table);
  const from = placeOf(afterId ?? "");
  const after = afterId === null ? {} : { after: afterId, from, to: from + BigInt(PLACES_WITHIN) };
  const values: Readonly<Record<string, unknown>> = { words: questionOf(asked), ...after };
  const isAfter = (written: (name: string) => unknown): SQL => {
    const isThere = sql`rowid between ${written("from")} and ${written("to")} and id = ${written("after")}`;
    return sql`${index}.rowid < coalesce((select rowid from ${index} where ${isThere}), ${written("from")})`;
  };
  return {
    ...{ form: afterId === null ? "ordered" : "orderedAfter", isPlannedByValues: false, values, holds: NO_FACETS },
    inOrder: { index: sql`${index}`, order: sql`${index}.rowid desc` },
    isFound: ({ id = table.id, written = (name: string) => values[name] } = {}) =>
      and(
        sql`${index} match ${written("words")}`,
        sql`${id} = ${index}.id`,
        afterId === null ? undefined : isAfter(written),
      ),
  };
}

const byIndex = (table: Table, words: string, holds: (question: unknown) => SQL): AskedWords => ({
  ...{ form: "index", isPlannedByValues: false, values: { words }, holds: NO_FACETS },
  isFound: ({ id = table.id, written = () => words } = {}) => sql`${id} in (select id from ${holds(written("words"))})`,
});

function byText(table: Table, words: readonly string[]): AskedWords {
  const values: Record<string, string> = Object.fromEntries(words.map((word, at) => [`word${at}`, `% ${word}%`]));
  return {
    ...{ form: `text${words.length}`, isPlannedByValues: false, values, holds: NO_FACETS },
    isFound: ({ written = (name: string) => values[name] } = {}) =>
      and(...Object.keys(values).map((name) => sql`' ' || ${table.searchText} like ${written(name)}`)),
  };
}

/** All that a row of these is found by: of requests the facets too, which the index has beside their text. */
const heldBy = (table: Table): SQL =>
  table === requests
    ? sql`${requests.searchText} || ' :service:' || ${requests.service} || ' :hub:' || ${requests.hubId}`
    : sql`${table.searchText}`;

/** What many rows are found by is compared with each, by a function that each connection has (`meets`). */
function byMeaning(table: Table, question: IndexQuestion): AskedWords {
  const values = { words: JSON.stringify(question) };
  return {
    ...{ form: "meaning", isPlannedByValues: false, values, holds: NO_FACETS, isOfMany: true },
    isFound: ({ written: value = () => values.words } = {}) => sql`meets(${heldBy(table)}, ${value("words")})`,
  };
}

/** How words are looked for in a table, by the index of its text: a row is found where each word begins one of its own, and it has the facets. */
export async function askWords(
  db: Reader,
  table: Table,
  { text, facets, newest, isRead }: Searched,
): Promise<AskedWords> {
  const words = asWritten(text ?? "");
  if (words.length === 0) return NOTHING;
  const { question, isNamed, told: read } = await questionIn(db, table, { text, isRead });
  const told = { question, ...read };
  const asked = { table, question, words: isNamed ? null : words, facets: facetWords(facets ?? {}) };
  if (dialect === "postgres") return { ...(isNamed ? await askHeld(db, asked) : askVector(asked)), ...told };
  const found = newest && !newest.isNarrowed ? inOrder(asked, newest) : await askFullText(db, asked, newest ?? null);
  return { ...found, ...told };
}

/** The words of a text as they were typed that stand for these folded ones; those themselves where it has no blanks. */
function asTypedIn(text: string, folded: readonly string[]): string {
  const asked = new Set(folded.flatMap((piece) => piece.split(" ")));
  const typed = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word).filter((word) => asked.has(fold(word)));
  return (typed.length > 0 ? typed : folded).join(" ");
}

/** What a search says of a question: the words with their typing errors put right, and goods that it does not ask providers for; null where there are none. */
export async function toldOfQuestion(
  db: Reader,
  table: Table,
  text: string,
): Promise<{ readonly shown: string | null; readonly notAsked: string | null }> {
  const { instead, leftOut } = await askWords(db, table, { text, isRead: true });
  const shown = instead
    ? wordsOfQuestion(text, lexicon())
        .map((word) => instead.get(word) ?? word)
        .join(" ")
    : null;
  return { shown, notAsked: leftOut ? asTypedIn(shown ?? text, leftOut) : null };
}

/** A number with its dashes has this part of it (`numberPart`): letters and digits only. Each row that is asked is looked at: it is for rows of one organisation. */
export const hasNumberPart = (column: Column, part: string): SQL =>
  sql`replace(${column}, '-', '') like ${`%${part}%`}`;

/** The column (text of `searchText`) holds a word that begins like this one. Words are letters and digits only, so no wildcard gets in. */
export const holdsBeginning = (column: SQLWrapper, word: string): SQL => sql`' ' || ${column} like ${`% ${word}%`}`;

/** The column holds exactly this word. */
export const holdsWord = (column: SQLWrapper, word: string): SQL => sql`' ' || ${column} || ' ' like ${`% ${word} %`}`;

type Selected<Rows> = { from(table: typeof requests): Rows };

/** A selection of requests, or of the index that gives them in their order and then of requests: the one that a join is left to is read first. */
export const fromFound = <Rows>(selected: Selected<Rows>, { inOrder: ordered }: AskedWords): Rows =>
  ordered
    ? (selected as unknown as { from(index: SQL): { crossJoin(table: Table): Rows } })
        .from(ordered.index)
        .crossJoin(requests)
    : selected.from(requests);
