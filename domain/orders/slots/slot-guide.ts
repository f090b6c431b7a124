import type { FieldLocale } from "../../shared/locale";

/** What a driver does at a crossing, step by step. */
export type SlotGuide = { readonly language: FieldLocale; readonly title: string; readonly steps: readonly string[] };
