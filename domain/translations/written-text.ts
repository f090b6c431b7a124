import type { Locale } from "../shared/locale";

/** What members write and others read: each kind is loaded by the query of the page on which it stands. */
export const WRITTEN_KINDS = [
  "request",
  "organisation",
  "listing",
  "question",
  "answer",
  "message",
  "dispute",
] as const;

/**
 * Which text: `id` names what its reader may see as a whole (a provider, a request, the bid of a thread, an order), `part` the text in it (a service, a question,
 * its title or a place among its goods, a question and the number of its answer, the number of a message, a dispute and the number of its entry).
 */
export type WrittenAt = { readonly kind: (typeof WRITTEN_KINDS)[number]; readonly id: string; readonly part: string };

export type WrittenText = WrittenAt & { readonly text: string };

/** Languages that a text is told to be in; `other` is any script that none of the product's languages is written in. */
export const WRITTEN_LANGUAGES = ["en", "zh", "ru", "vi", "kk", "other"] as const;
export type WrittenLanguage = (typeof WRITTEN_LANGUAGES)[number];

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const KAZAKH = /[әғқңөұүһі]/giu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
// Capitals alone are codes and names of firms, which are of no language.
const isWord = (latin: string): boolean => latin !== latin.toUpperCase();
const VIETNAMESE = /[đơưĐƠƯ\u1ea0-\u1ef9]/gu;
const OTHER = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Hangul}\p{Script=Arabic}]/gu;

/** A Chinese character says what two or three letters say. */
const LETTERS_OF_HAN = 2;
/** Of the letters of a Vietnamese or Kazakh text at least one in twelve is its own; a name within an English or Russian text stays below that. */
const OWN_SHARE = 12;

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

type Letters = Readonly<Record<WrittenLanguage, number>>;

/** How many letters of a text are of which language: by script, Vietnamese and Kazakh by the letters that only they have among those who trade here. */
function lettersOf(written: string): Letters {
  const text = written.normalize("NFC");
  const latin = (text.match(LATIN_WORD) ?? []).filter(isWord).join("");
  const isVietnamese = countOf(latin, VIETNAMESE) * OWN_SHARE >= latin.length;
  const cyrillic = countOf(text, CYRILLIC);
  const isKazakh = countOf(text, KAZAKH) * OWN_SHARE >= cyrillic;
  const han = countOf(text, HAN) * LETTERS_OF_HAN;
  return {
    en: isVietnamese ? 0 : latin.length,
    vi: isVietnamese ? latin.length : 0,
    ru: isKazakh ? 0 : cyrillic,
    kk: isKazakh ? cyrillic : 0,
    zh: KANA.test(text) ? 0 : han,
    other: countOf(text, OTHER) + (KANA.test(text) ? han : 0),
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
