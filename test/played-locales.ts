import type { Locale } from "@/domain/shared/locale";

/** The languages in which tests know what stands where, and in which people are played: one that parts its words and one that does not. The others are held by checks, and looked at page by page. */
export const PLAYED_LOCALES = ["en", "zh-CN"] as const satisfies readonly Locale[];
