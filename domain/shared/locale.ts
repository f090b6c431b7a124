/** The languages that are complete: every message has its words in each of them. The first is what is spoken where nothing is known. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** Beside those the languages of the roads beyond the border, in which whoever works there is spoken to: pages of field links, guides. */
export const FIELD_LOCALES = [...LOCALES, "ru", "vi", "kk"] as const;
export type FieldLocale = (typeof FIELD_LOCALES)[number];

/** The field language for a locale: its own, else another form of it, else English. */
export function fieldLocaleOf(locale: string): FieldLocale {
  const asked = locale.toLowerCase();
  const [base = ""] = asked.split("-");
  const own = FIELD_LOCALES.find((language) => language.toLowerCase() === asked);
  return own ?? FIELD_LOCALES.find((language) => language.toLowerCase().startsWith(base) && base !== "") ?? "en";
}
