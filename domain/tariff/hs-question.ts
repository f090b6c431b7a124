import { searchTokens } from "../shared/search-text";

const HAN = /\p{Script=Han}/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const LATIN = /^[a-z]+$/;
const STEM_LETTERS_MIN = 3;

// Letters are folded before: й and і have become и, and ё е.
const TURKIC_PLURAL = /[лдт][ае]р[ыи]?$/;
const CYRILLIC_ENDING =
  /(?:ами|ями|ого|его|ыми|ими|ов|ев|еи|ыи|ии|ои|ая|яя|ое|ее|ые|ие|ых|их|ам|ям|ах|ях|ом|ем|а|я|о|е|ы|и|у|ю|ь)$/;
const ENGLISH_ENDING = /(?:ies|'s|es|s|y|e)$/;

function without(word: string, ending: RegExp, lettersMin: number): string {
  const stem = word.replace(ending, "");
  return stem.length >= lettersMin ? stem : word;
}

/**
 * A word without the ending that number and case give it, so that "шины" finds "шин" and "алмалар" "алма". Good enough to find, and no grammar:
 * two words with one stem are taken for one. Chinese and Vietnamese words have no endings.
 */
export function stemOf(word: string): string {
  if (HAN.test(word) || word.length <= STEM_LETTERS_MIN) return word;
  if (CYRILLIC.test(word))
    return without(without(word, TURKIC_PLURAL, STEM_LETTERS_MIN + 1), CYRILLIC_ENDING, STEM_LETTERS_MIN);
  return LATIN.test(word) ? without(word, ENGLISH_ENDING, STEM_LETTERS_MIN) : word;
}

const SINGULARS: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/ies$/, "y"],
  [/es$/, ""],
  [/s$/, ""],
];

/** What a word in Latin letters may be the plural of, itself among them. */
const singularsOf = (word: string): readonly string[] => [
  word,
  ...SINGULARS.flatMap(([ending, instead]) => {
    const singular = word.replace(ending, instead);
    return singular !== word && singular.length >= STEM_LETTERS_MIN ? [singular] : [];
  }),
];

/** The forms in which a word stands whole in a text: as it was typed, in Latin letters its singular and its plural too. */
export const wholeFormsOf = (word: string): readonly string[] =>
  LATIN.test(word)
    ? [...new Set(singularsOf(word).flatMap((one) => [one, `${one}s`, `${one}es`, one.replace(/y$/, "ies")]))]
    : [word];

/** Whether two words are one but for their endings: "tyres" and "tyre", "шины" and "шин"; "car" is not "care". */
export function isOneWord(one: string, other: string): boolean {
  if (!LATIN.test(one) || !LATIN.test(other)) return stemOf(one) === stemOf(other);
  const singulars = singularsOf(other);
  return singularsOf(one).some((singular) => singulars.includes(singular));
}

/** Whether a word of a text begins as the word that was typed does; in Latin letters with all of it, in Chinese ones wherever that stands. */
export const isBegunBy = (token: string, { word, stem }: QuestionWord): boolean =>
  HAN.test(word) ? token.includes(word) : token.startsWith(LATIN.test(word) ? word : stem);

const SHORT_LETTERS_MAX = 3;

/** Whether a word is so short that words of other goods begin with it: "car" in "carpets". A Chinese word of that length is whole. */
export const isShort = ({ word }: QuestionWord): boolean => !HAN.test(word) && word.length <= SHORT_LETTERS_MAX;

/** As long as a description of goods gets that a person types to find a code. */
export const QUESTION_LETTERS_MAX = 80;

const WORDS_MAX = 12;

/** Words that join others and name no goods, folded as the search folds them. */
const JOINING = new Set([
  ..."and or of for the a an in on with from to other".split(" "),
  ..."и или для из в на с со к от по".split(" "),
  ..."va cua cho cac loai hoac".split(" "),
  ..."мен және үшін".split(" ").flatMap(searchTokens),
]);

export type QuestionWord = { readonly word: string; readonly stem: string };

/** What is looked for: the beginning of a code, or goods by their words. */
export type HsQuestion =
  | { readonly kind: "code"; readonly digits: string }
  | { readonly kind: "words"; readonly words: readonly QuestionWord[]; readonly written: string };

/** The words of a text with their marks, each between spaces: the search folds "giày" (shoes) and "giấy" (paper) into one. */
export function writtenWords(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(" ")} `;
}

const isFigure = (token: string): boolean => /^\d+$/.test(token);
/** What is left of "men's" behind its apostrophe; a single Chinese letter is a word. */
const isStray = (token: string): boolean => token.length === 1 && !/\p{Script=Han}/u.test(token);

/** The words of a text that tell goods: figures (sizes, powers) and joining words are left out, as long as another word remains. */
export function tellingTokens(text: string): string[] {
  const tokens = [...new Set(searchTokens(text))];
  const telling = tokens.filter((token) => !isFigure(token) && !isStray(token) && !JOINING.has(token));
  return telling.length > 0 ? telling : tokens;
}

/**
 * Reads what a person typed. Digits, with the dots and spaces that tariffs print, are a code or its beginning; anything else is
 * goods by their telling words. Null where nothing can be looked for.
 */
export function readQuestion(text: string): HsQuestion | null {
  const cut = text.normalize("NFKC").slice(0, QUESTION_LETTERS_MAX).trim();
  const digits = cut.replace(/[.\s]/g, "");
  if (/^\d{1,10}$/.test(digits)) return { kind: "code", digits };
  const words = tellingTokens(cut).slice(0, WORDS_MAX);
  if (words.length === 0) return null;
  return { kind: "words", words: words.map((word) => ({ word, stem: stemOf(word) })), written: writtenWords(cut) };
}
