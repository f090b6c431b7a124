import type { Locale } from "@/domain/shared/locale";
import { PLAYED_LOCALES } from "@/test/played-locales";

const OF_WINDOW: Readonly<Record<string, readonly Locale[]>> = { desktop: ["en"], phone: ["zh-CN"] };

/** The languages that a project tries; where the windows divide them, each is tried once. */
export const languagesOf = (project: string): readonly Locale[] => OF_WINDOW[project] ?? PLAYED_LOCALES;

/** Each thing that is sent is sent in one language, by its place in its list: half of them in each. */
export const isSentIn = (language: Locale, at: number): boolean =>
  PLAYED_LOCALES[at % PLAYED_LOCALES.length] === language;
