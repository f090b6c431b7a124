import { and, getTableName, sql } from "drizzle-orm";
import { nameWord, spokenWord } from "../domain/search/index-words";
import { corrected, rejoined } from "../domain/search/corrections";
import type { Concept } from "../domain/search/lexicon";
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
import { readQuery, type Reading, wordsOfQuestion } from "../domain/search/read-query";
import { spellNumber } from "../domain/shared/number-part";
import { searchTokens } from "../domain/shared/search-text";
import type { Reader } from "./database";
import { dialect } from "./dialect";
import { lexicon } from "./reference/read-lexicon";
import { namesNear } from "./repositories/listings";
import { visibleTo } from "./repositories/requests";
import type { listings } from "./schema/catalogue";
import { requests } from "./schema/requests";

/** The tables whose texts are searched by what they mean. */
export type SearchedTable = typeof requests | typeof listings;
type Table = SearchedTable;

const WORDS_MAX = 8;

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

/** The index of words of a table of SQLite. */
export const indexOf = (table: Table) => sql.identifier(`${getTableName(table)}_words`);

/** The groups as SQLite's index is asked for them. */
export const fullTextOf = (question: IndexQuestion): string =>
  groupsAs(question, {
    ...{ term: ({ word, isBegun }: IndexTerm) => `"${word}"${isBegun ? "*" : ""}`, and: " AND ", or: " OR " },
  }).join(" AND ");

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
  const asked = fullTextOf(question);
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
  const put = (one: Reading, isTownNamed = false) => indexQuestion(one, of(table), { lexicon: lexicon(), isTownNamed });
  const besides = table === requests ? null : withoutGoods(reading);
  const rest = besides?.reading ?? reading;
  // Who sits in a town is meant before all who serve its country.
  const called = put(rest, true);
  const question = table !== requests && (await isAnswered(db, table, called)) ? called : put(rest);
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

/** The words of a text, each of which begins one of a row: what is looked for where nothing is read in it. */
export const asWritten = (text: string): readonly string[] => searchTokens(spellNumber(text)).slice(0, WORDS_MAX);
const begunBy = (words: readonly string[]): IndexQuestion => words.map((word) => [[{ word, isBegun: true }]]);

/** The question that a text is looked up by, and whether names were read in it. */
export async function questionIn(
  db: Reader,
  table: Table,
  { text, isRead }: { readonly text: string | null | undefined; readonly isRead?: boolean | undefined },
) {
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
    const question = indexQuestion(understood.reading, "requests", { lexicon: lexicon() });
    return question.length > 0 ? question : begunBy(words);
  });
}
