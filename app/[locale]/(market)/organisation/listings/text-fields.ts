import type { Locale } from "@/domain/shared/locale";

/** What the form of a provider's page calls its text in each language: a field's name has no hyphen. */
export const TEXT_FIELDS = {
  en: "textEn",
  "zh-CN": "textZh",
  ru: "textRu",
  vi: "textVi",
  kk: "textKk",
} as const satisfies Readonly<Record<Locale, string>>;
