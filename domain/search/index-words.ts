import { fold, searchTokens } from "../shared/search-text";

/** What a row bears beside its text, as a word of the index: no word of a text begins so, since those are letters and digits. */
export const INDEXED = [
  ...["service", "hub", "country", "lang", "equipment", "licence"],
  ...["from", "to", "corridor", "hs"],
] as const;
export type Indexed = (typeof INDEXED)[number];

export const indexWord = (name: Indexed, value: string): string => `:${name}:${value}`;

/** Whether a word says what a row bears, and is none of a text. */
export const isBorne = (word: string): boolean => word.startsWith(":");

/** What a row bears, of all the words that it is found by. */
export const wordsBorne = (text: string): string[] => text.split(" ").filter(isBorne);

/** A word of a company's own name, which is found by it even where its words mean something: `Сапа Өлшем`. */
export const nameWord = (word: string): string => `.${word}`;

/** The words of a company's names that stand in a row's text. */
export const namesIn = (text: string): string[] =>
  text.split(" ").flatMap((word) => (word.startsWith(".") ? [word.slice(1)] : []));

/** How a company's Chinese name is spoken, in pinyin: a few syllables together. */
export const spokenWord = (word: string): string => `-${word}`;

const SYLLABLES_JOINED_MAX = 4;
const NAME_WORDS_MAX = 120;

/** The pinyin of a name as people write it: one syllable to four of them together. */
export function pinyinWords(syllables: readonly string[]): string[] {
  return syllables.flatMap((_, at) =>
    Array.from({ length: Math.min(SYLLABLES_JOINED_MAX, syllables.length - at) }, (__, more) =>
      syllables.slice(at, at + more + 1).join(""),
    ),
  );
}

export type Speech = {
  readonly simplified: (text: string) => string;
  readonly spoken: (han: string) => readonly string[];
};

const HAN = /\p{Script=Han}+/gu;

/** The words by which a company is found as itself: those of its names, and of Chinese ones the pinyin. */
export function wordsOfNames(names: readonly string[], { simplified, spoken }: Speech): string[] {
  const plain = names.map((name) => fold(simplified(name)));
  const heard = plain.flatMap((name) => [...name.matchAll(HAN)].flatMap(([run]) => pinyinWords(spoken(run))));
  const words = [...plain.flatMap(searchTokens).map(nameWord), ...heard.map(spokenWord)];
  return [...new Set(words)].slice(0, NAME_WORDS_MAX);
}

type EndOfWay = { readonly id: string; readonly country: string };

/** What a request is found by beside its text: where its goods start and end and what they are. Its service and its hub are in the index by themselves. */
export const wordsOfShipment = (
  ends: { readonly origin: EndOfWay; readonly destination: EndOfWay },
  hsCodes: readonly string[],
): string[] => [
  ...new Set([
    ...[indexWord("from", ends.origin.country), indexWord("from", ends.origin.id)],
    ...[indexWord("to", ends.destination.country), indexWord("to", ends.destination.id)],
    ...hsCodes.map((code) => indexWord("hs", code)),
  ]),
];
