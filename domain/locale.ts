/** The languages that are complete: every message has its words in each of them. The first is what is spoken where nothing is known. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];
