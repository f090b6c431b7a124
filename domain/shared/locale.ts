/** The languages of the product: every message has its words in each of them. The first is what is spoken where nothing is known. */
export const LOCALES = ["en", "zh-CN", "ru", "vi", "kk"] as const;
export type Locale = (typeof LOCALES)[number];

/** The language of the product for a language tag: its own, else another form of it (`zh-TW`, `ru-KZ`), else English. */
export function localeOf(tag: string): Locale {
  const asked = tag.toLowerCase();
  const [base = ""] = asked.split("-");
  const own = LOCALES.find((language) => language.toLowerCase() === asked);
  return own ?? LOCALES.find((language) => language.toLowerCase().startsWith(base) && base !== "") ?? LOCALES[0];
}
