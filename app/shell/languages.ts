import type { Language } from "@/components/shell/switches/language-switch";
import { FIELD_LOCALES, type FieldLocale, LOCALES } from "@/domain/shared/locale";

const NAMES: Readonly<Record<FieldLocale, { name: string; short: string }>> = {
  en: { name: "English", short: "EN" },
  "zh-CN": { name: "中文", short: "中文" },
  ru: { name: "Русский", short: "RU" },
  vi: { name: "Tiếng Việt", short: "VI" },
  kk: { name: "Қазақша", short: "KK" },
};

const named = (code: FieldLocale): Language => ({ code, prefix: `/${code}`, ...NAMES[code] });

/** The complete languages as a reader picks them, each in itself. */
export const LANGUAGES: readonly Language[] = LOCALES.map(named);

/** Those of people in the field, in which their own pages and guides are written. */
export const FIELD_LANGUAGES: readonly Language[] = FIELD_LOCALES.map(named);
