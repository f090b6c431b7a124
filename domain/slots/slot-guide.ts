/** The languages of drivers: those of the market, and those of the roads beyond the border, in which only guides are written. */
export const GUIDE_LANGUAGES = ["en", "zh-CN", "ru", "vi", "kk"] as const;
export type GuideLanguage = (typeof GUIDE_LANGUAGES)[number];

/** What a driver does at a crossing, step by step. */
export type SlotGuide = { readonly language: GuideLanguage; readonly title: string; readonly steps: readonly string[] };

/** The guide's language for a locale: its own, else another form of it, else English. */
export function guideLanguageOf(locale: string): GuideLanguage {
  const [base = ""] = locale.toLowerCase().split("-");
  const own = GUIDE_LANGUAGES.find((language) => language.toLowerCase() === locale.toLowerCase());
  return own ?? GUIDE_LANGUAGES.find((language) => language.toLowerCase().startsWith(base) && base !== "") ?? "en";
}
