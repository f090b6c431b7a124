import { and, type Column, getTableName, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { spellNumber } from "../domain/shared/number-part";
import { corrected, rejoined } from "../domain/search/corrections";
import type { Concept } from "../domain/search/lexicon";
import { readQuery, type Reading, wordsOfQuestion } from "../domain/search/read-query";
import {
  goodsAsNames,
  type IndexQuestion,
  indexQuestion,
  type IndexTerm,
  namedApart,
  namedTogether,
  withoutGoods,
  withTownsAsCountries,
} from "../domain/search/question";
import { nameWord, spokenWord } from "../domain/search/index-words";
import { fold, searchTokens } from "../domain/shared/search-text";
import { prepared, type Reader } from "./database";
import { dialect } from "./dialect";
import { lexicon } from "./reference/read-lexicon";
import { namesNear } from "./repositories/listings";
import { visibleTo } from "./repositories/requests";
import { type Facet, facetWords } from "./search-facets";
import { PLACES_WITHIN, placeOf } from "./search-place";
import type { listings } from "./schema/catalogue";
import { requests } from "./schema/requests";

type Table = typeof requests | typeof listings;

const WORDS_MAX = 8;

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

/** Groups of alternatives, as an engine writes them. */
const groupsAs = (
  question: IndexQuestion,
  { term, and: both, or: either }: { term(of: IndexTerm): string; readonly and: string; readonly or: string },
): string[] =>
  question.map((group) => {
    const alternatives = group.map((together) => {
      const [only, ...others] = together.map(term);
      return others.length === 0 ? (only as string) : `(${[only, ...others].join(both)})`;
    });
    return alternatives.length === 1 ? (alternatives[0] as string) : `(${alternatives.join(either)})`;
  });

/** The groups as PostgreSQL is asked for them. */
export const vectorOf = (question: IndexQuestion): string[] =>
  groupsAs(question, { term: ({ word, isBegun }) => `'${word}'${isBegun ? ":*" : ""}`, and: " & ", or: " | " });

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

/** The index of words of a table of SQLite. */
export const indexOf = (table: Table) => sql.identifier(`${getTableName(table)}_words`);

/** The groups as SQLite's index is asked for them. */
export const fullTextOf = (question: IndexQuestion): string =>
  groupsAs(question, {
    ...{ term: ({ word, isBegun }: IndexTerm) => `"${word}"${isBegun ? "*" : ""}`, and: " AND ", or: " OR " },
  }).join(" AND ");

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

/** A word as a row may have it: in its text, or in its company's name as it is written, together or apart, or spoken. */
function anywhere(word: string, words: readonly string[], table: Table): IndexQuestion {
  const written = (table === requests ? [word] : [word, nameWord(word), spokenWord(word)]).map((one) => [
    { word: one, isBegun: true },
  ]);
  return [table === requests ? written : [...written, ...namedApart(word), ...namedTogether(word, words)]];
}

/** Whether any row of the table answers the question that everybody may see: what is hidden says nothing, not even that a word is one. */
async function isAnswered(db: Reader, table: Table, question: IndexQuestion): Promise<boolean> {
  const isSeen = table === requests ? visibleTo(null) : undefined;
  const one = { one: sql`1` };
  if (dialect === "postgres") {
    const isHeld = sql`${table}.${sql.identifier("search_words")} @@ ${vectorOf(question).join(" & ")}::tsquery`;
    const held = db.select({ id: table.id }).from(table).where(and(isHeld, isSeen));
    // Planned by itself, by its words: for one row the planner would walk, and hope to meet it soon.
    const found = sql`(with held as materialized (${held}) select id from held limit 1) as found`;
    return (await db.select(one).from(found)).length > 0;
  }
  const index = indexOf(table);
  const asked = questionOf({ question, facets: new Map() });
  const rows = await db
    .select(one)
    .from(sql`${index}`)
    .crossJoin(table)
    .where(and(sql`${index} match ${asked}`, sql`${table.id} = ${index}.id`, isSeen))
    .limit(1);
  return rows.length > 0;
}

type Read = {
  readonly question: IndexQuestion;
  readonly instead: ReadonlyMap<string, string>;
  readonly leftOut?: readonly string[];
};
type Understood = { readonly reading: Reading; readonly instead: ReadonlyMap<string, string> };

/** What a text means where none of the strange words stands in a row: each is taken for a typing error of the nearest word. */
function understoodWithout(
  strange: readonly string[],
  { reading, text, others }: { reading: Reading; text: string; others: (word: string) => readonly string[] },
): Understood {
  const names = lexicon();
  const words = wordsOfQuestion(text, names);
  const right = strange.length === 0 ? rejoined(words, names) : corrected(words, strange, { lexicon: names, others });
  return right ?? { reading, instead: new Map() };
}

/** What a text means; a word that neither a name nor a row of the table has is taken for a typing error of the nearest. */
async function understand(
  db: Reader,
  table: Table,
  { reading, text }: { reading: Reading; text: string },
): Promise<Understood> {
  const strange: string[] = [];
  const words = wordsOfQuestion(text, lexicon());
  for (const word of reading.strange)
    if (!(await isAnswered(db, table, anywhere(word, words, table)))) strange.push(word);
  const near = new Map<string, readonly string[]>();
  if (table !== requests) for (const word of strange) near.set(word, await namesNear(db, word));
  return understoodWithout(strange, { reading, text, others: (word) => near.get(word) ?? [] });
}

/**
 * All words of a question as whole words of one company's names, or two of them as one, where some of them mean nothing that providers offer. Words that say
 * nothing (`Công ty`, `ООО`) may be left out.
 */
function asCompany({ meant }: Reading, table: Table, text: string): IndexQuestion | null {
  const typed = searchTokens(text).slice(0, WORDS_MAX);
  const isOther = meant.some(({ concepts, words }) => isOfGoods(concepts) && !/^\d+$/.test(words.join("")));
  if (table === requests || !isOther || typed.length < 2) return null;
  const telling = meant.flatMap(({ words }) => words.flatMap(searchTokens));
  const spellings = [typed, telling, ...[typed, telling].flatMap(withPairsTogether)].filter(({ length }) => length > 0);
  const distinct = [...new Map(spellings.map((words) => [words.join(" "), words])).values()];
  return [distinct.map((words) => words.map((word) => ({ word: nameWord(word), isBegun: false })))];
}

/** Nothing, or goods. */
const isOfGoods = (concepts: readonly Concept[]): boolean => concepts.every(({ kind }) => kind === "goods");

/** The words with two neighbours as one, for each pair. */
const withPairsTogether = (words: readonly string[]): string[][] =>
  words.slice(1).map((word, at) => [...words.slice(0, at), `${words[at]}${word}`, ...words.slice(at + 2)]);

async function read(db: Reader, table: Table, text: string): Promise<Read> {
  const reading = readQuery(text, lexicon());
  const company = asCompany(reading, table, text);
  if (company && (await isAnswered(db, table, company))) return { question: company, instead: new Map() };
  const { reading: meant, instead } = await understand(db, table, { reading, text });
  return { ...(await asked(db, table, meant)), instead };
}

const of = (table: Table) => (table === requests ? "requests" : "listings");

/** The question without goods where it is of providers and asks for more, and with countries in place of towns where no row names the town. */
async function asked(db: Reader, table: Table, reading: Reading): Promise<Pick<Read, "question" | "leftOut">> {
  const put = (one: Reading) => indexQuestion(one, of(table), lexicon());
  const besides = table === requests ? null : withoutGoods(reading);
  const rest = besides?.reading ?? reading;
  const question = put(rest);
  const named = besides ? [...question, ...goodsAsNames(besides.goods, lexicon())] : [];
  if (besides && (await isAnswered(db, table, named))) return { question: named };
  const leftOut = besides ? { leftOut: besides.goods.map(({ words }) => words.join(" ")) } : {};
  const wider = withTownsAsCountries(rest);
  return { question: wider === null || (await isAnswered(db, table, question)) ? question : put(wider), ...leftOut };
}

const QUOTED = /^["“«].+["”»]$/u;

const NUMBER = /^K[DRO][-\s]?\d/i;

/** What stands between quotation marks is looked for as it is typed, and so is a number of a deal, a request or an order. */
const isAsTyped = (text: string): boolean => QUOTED.test(text.trim()) || NUMBER.test(text.trim());

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

/** The words of a text, each of which begins one of a row: what is looked for where nothing is read in it. */
const asWritten = (text: string): readonly string[] => searchTokens(spellNumber(text)).slice(0, WORDS_MAX);
const begunBy = (words: readonly string[]): IndexQuestion => words.map((word) => [[{ word, isBegun: true }]]);

/** The question that a text is looked up by, and whether names were read in it. */
async function questionIn(db: Reader, table: Table, { text, isRead }: Pick<Searched, "text" | "isRead">) {
  const spelled = spellNumber(text ?? "");
  const meant = isRead && !isAsTyped(spelled) ? await read(db, table, spelled) : null;
  const isNamed = (meant?.question.length ?? 0) > 0;
  return {
    question: isNamed && meant ? meant.question : begunBy(asWritten(text ?? "")),
    isNamed,
    told: {
      ...(meant && meant.instead.size > 0 ? { instead: meant.instead } : {}),
      ...(meant?.leftOut ? { leftOut: meant.leftOut } : {}),
    },
  };
}

/** The question that a list of requests looks up for a text now, whose typing errors are put right by the rows that there are. */
export const requestQuestion = async (db: Reader, text: string): Promise<IndexQuestion> =>
  (await questionIn(db, requests, { text, isRead: true })).question;

/** So many strange words are tried with and without each. */
const STRANGE_MAX = 3;

/**
 * Every question that a text may be of a list of requests, whatever rows there come to be; one where no word is strange, and null where they are too many
 * to tell.
 */
export function requestReadings(text: string): readonly IndexQuestion[] | null {
  const words = asWritten(text);
  const spelled = spellNumber(text);
  if (words.length === 0) return [[]];
  if (isAsTyped(spelled)) return [begunBy(words)];
  const reading = readQuery(spelled, lexicon());
  const strange = [...reading.strange];
  if (strange.length > STRANGE_MAX) return null;
  return Array.from({ length: 2 ** strange.length }, (_, choice) => {
    const missing = strange.filter((__, at) => (choice >> at) % 2 === 1);
    const understood = understoodWithout(missing, { reading, text: spelled, others: () => [] });
    const question = indexQuestion(understood.reading, "requests", lexicon());
    return question.length > 0 ? question : begunBy(words);
  });
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
