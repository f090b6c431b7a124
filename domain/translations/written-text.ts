import type { Locale } from "../shared/locale";

/** What members write and others read: each kind is loaded by the query of the page on which it stands. */
export const WRITTEN_KINDS = [
  "request",
  "bid",
  "organisation",
  "listing",
  "question",
  "answer",
  "message",
  "dispute",
] as const;

/**
 * Which text: `id` names what its reader may see as a whole (a provider, a request, the bid of a thread, an order), `part` the text in it (a service, a question,
 * its title or a place among its goods, a bid on it, a question and the number of its answer, the number of a message, a dispute and the number of its entry).
 */
export type WrittenAt = { readonly kind: (typeof WRITTEN_KINDS)[number]; readonly id: string; readonly part: string };

export type WrittenText = WrittenAt & { readonly text: string };

/** Languages that a text is told to be in; `other` is any script that none of the product's languages is written in. */
export const WRITTEN_LANGUAGES = ["en", "zh", "ru", "vi", "kk", "other"] as const;
export type WrittenLanguage = (typeof WRITTEN_LANGUAGES)[number];

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CYRILLIC_WORD = /\p{Script=Cyrillic}+/gu;
const KAZAKH = /[әғқңөұүһі]/iu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
const VIETNAMESE = /[đơưĐƠƯ\u1ea0-\u1ef9]/u;
const OTHER = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Hangul}\p{Script=Arabic}]/gu;

// Capitals alone are codes and names of firms, which are of no language.
const isWord = (latin: string): boolean => latin !== latin.toUpperCase();

/** A Chinese character says what two or three letters say. */
const LETTERS_OF_HAN = 2;
/** Of the words of a Vietnamese or Kazakh text at least one in five has a letter of its own; names within an English or Russian text are fewer. */
const OWN_WORDS = 5;

const isOfOwn = (words: readonly string[], letter: RegExp): boolean =>
  words.filter((word) => letter.test(word)).length * OWN_WORDS >= words.length;

type Letters = Readonly<Record<WrittenLanguage, number>>;

/** How many letters of a text are of which language: by script, Vietnamese and Kazakh by the letters that only they have among those who trade here. */
function lettersOf(written: string): Letters {
  const text = written.normalize("NFC");
  const latin = (text.match(LATIN_WORD) ?? []).filter(isWord);
  const cyrillic = text.match(CYRILLIC_WORD) ?? [];
  const [isVietnamese, isKazakh] = [isOfOwn(latin, VIETNAMESE), isOfOwn(cyrillic, KAZAKH)];
  const [latinLetters, cyrillicLetters] = [latin.join("").length, cyrillic.join("").length];
  const han = (text.match(HAN)?.length ?? 0) * LETTERS_OF_HAN;
  const isJapanese = KANA.test(text);
  return {
    en: isVietnamese ? 0 : latinLetters,
    vi: isVietnamese ? latinLetters : 0,
    ru: isKazakh ? 0 : cyrillicLetters,
    kk: isKazakh ? cyrillicLetters : 0,
    zh: isJapanese ? 0 : han,
    other: (text.match(OTHER)?.length ?? 0) + (isJapanese ? han : 0),
  };
}

const LETTERS_MIN = 4;
/** Of a text in two languages one is enough for whoever reads it. */
const OWN_PART = 3;

const languageOfReader = (locale: Locale): WrittenLanguage => (locale === "zh-CN" ? "zh" : locale);

/** The language that most of a text is in; null where it has next to no words. */
export function languageOf(text: string): WrittenLanguage | null {
  const letters = lettersOf(text);
  const [most = "other"] = [...WRITTEN_LANGUAGES].sort((a, b) => letters[b] - letters[a]);
  return letters[most] < LETTERS_MIN ? null : most;
}

/** Whether a reader of this language needs a translation: less than a third of the text is in it. Codes, numbers and names in capitals are in none. */
export function isForeign(text: string, locale: Locale): boolean {
  const letters = lettersOf(text);
  const own = letters[languageOfReader(locale)];
  const all = WRITTEN_LANGUAGES.reduce((sum, one) => sum + letters[one], 0);
  return all - own >= LETTERS_MIN && own * OWN_PART < all;
}
