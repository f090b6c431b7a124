/** The languages of the product: every message has its words in each of them. The first is what is spoken where nothing is known. */
export const LOCALES = ["en", "zh-CN", "ru", "vi", "kk"] as const;
export type Locale = (typeof LOCALES)[number];

/** A note of the platform's own in each language; one that was entered without is read in English. */
export type Notes = Readonly<Record<"noteEn" | "noteZh" | "noteRu" | "noteVi" | "noteKk", string>>;

const NOTE_IN = {
  en: "noteEn",
  "zh-CN": "noteZh",
  ru: "noteRu",
  vi: "noteVi",
  kk: "noteKk",
} as const satisfies Readonly<Record<Locale, keyof Notes>>;

/** A note in the reader's language, else in English. */
export const noteIn = (notes: Notes, locale: string): string => notes[NOTE_IN[localeOf(locale)]] || notes.noteEn;

/** The language of the product for a language tag: its own, else another form of it (`zh-TW`, `ru-KZ`), else English. */
export function localeOf(tag: string): Locale {
  const asked = tag.toLowerCase();
  const [base = ""] = asked.split("-");
  const own = LOCALES.find((language) => language.toLowerCase() === asked);
  return own ?? LOCALES.find((language) => language.toLowerCase().startsWith(base) && base !== "") ?? LOCALES[0];
}
