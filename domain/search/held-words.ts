import type { IndexQuestion, IndexTerm } from "./question";

/** What a list is filtered by that a row bears as a whole. */
export type Facets = { readonly service: string | null; readonly hub: string | null; readonly corridor: string | null };

/** A question as stretches of a text that stands between spaces. */
export type Parts = readonly (readonly (readonly string[])[])[];

/** The question in the form that `holds` compares. */
export const partsOf = (question: IndexQuestion): Parts =>
  question.map((group) =>
    group.map((together) => together.map(({ word, isBegun }) => ` ${word}${isBegun ? "" : " "}`)),
  );

/** Whether a text of words has one of each group of a question. */
export function holds(text: string, parts: Parts): boolean {
  const held = ` ${text} `;
  return parts.every((group) => group.some((together) => together.every((part) => held.includes(part))));
}

/** What begins so is kept by so many letters: few more are looked up than are meant, and each word of a row has few beginnings. */
const BEGUN_LETTERS = 4;
const BEGUN_MARK = "*";
/** Goods are asked for by the beginning of their code. */
const BORNE = /^:\w+:/;

/** How many letters of a word say how it begins. */
const lettersOf = (word: string): number => (BORNE.exec(word)?.[0].length ?? 0) + BEGUN_LETTERS;

const beginningOf = (word: string, letters: number): string => `${word.slice(0, letters)}${BEGUN_MARK}`;

const keyOf = ({ word, isBegun }: IndexTerm): string => (isBegun ? beginningOf(word, lettersOf(word)) : word);

/** How common a word of the index is among requests, the rarest first: what is written, goods, a place, a hub, a service. */
const COMMON = ["", "hs", "from", "to", "hub", "service"] as const;
const SHORT_LETTERS = 2;

function commonnessOf({ word, isBegun }: IndexTerm): number {
  const [, name = ""] = word.split(":");
  const rank = COMMON.indexOf(name as (typeof COMMON)[number]);
  return 2 ** (rank < 0 ? COMMON.length : rank) * (isBegun && word.length <= SHORT_LETTERS ? 2 ** COMMON.length : 1);
}

const rarestOf = (together: readonly IndexTerm[]): IndexTerm | undefined =>
  together.toSorted((one, other) => commonnessOf(one) - commonnessOf(other))[0];

/** Words of which whatever answers the question has one: the rarest group of it, a word of each alternative; none where it asks for nothing. */
function neededWords(question: IndexQuestion): readonly string[] {
  const groups = question.map((group) => group.flatMap((together) => rarestOf(together) ?? []));
  const costOf = (terms: readonly IndexTerm[]) => terms.reduce((sum, term) => sum + commonnessOf(term), 0);
  return (groups.toSorted((one, other) => costOf(one) - costOf(other))[0] ?? []).map(keyOf);
}

/** A search without words is kept under this one. */
const NO_WORD = "";
const ANY = "";

const facetsKey = ({ service, hub, corridor }: Facets): string =>
  [service, hub, corridor].map((value) => value ?? ANY).join("/");

/** Under what a search is kept: its filters, and words of which each row that it finds has one. */
export type SearchKeys = { readonly facets: string; readonly words: readonly string[] };

/**
 * Under what a search is kept. It may be read in several ways, since a word that no row has is taken for a typing error of another: it is kept under the
 * words of each. Null stands for ways that are too many to tell, and is kept under its filters alone.
 */
export const keysOfSearch = (facets: Facets, readings: readonly IndexQuestion[] | null): SearchKeys => {
  const words = (readings ?? [[]]).map(neededWords);
  return {
    facets: facetsKey(facets),
    words: words.some(({ length }) => length === 0) ? [NO_WORD] : [...new Set(words.flat())],
  };
};

/** Under what searches are kept that may find a row: each choice of its filters, and each word of its text with all that begins it. */
export function keysThatFind(text: string, { service, hub, corridor }: Facets) {
  const words = new Set([NO_WORD]);
  for (const word of text.split(" ")) {
    words.add(word);
    const from = BORNE.exec(word)?.[0].length ?? 0;
    for (let letters = from + 1; letters <= Math.min(word.length, lettersOf(word)); letters++)
      words.add(beginningOf(word, letters));
  }
  const facets = [service, null].flatMap((one) =>
    [hub, null].flatMap((two) =>
      [corridor, null].map((three) => facetsKey({ service: one, hub: two, corridor: three })),
    ),
  );
  return { facets: [...new Set(facets)], words: [...words] };
}
