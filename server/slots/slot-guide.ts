import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GUIDE_LANGUAGES, type GuideLanguage, guideLanguageOf, type SlotGuide } from "../../domain/slots/slot-guide";
import type { SlotSystem } from "../../domain/slots/systems";

type Written = {
  /** The language's own name. */
  readonly name: string;
  readonly systems: Readonly<Record<SlotSystem, { readonly title: string; readonly steps: readonly string[] }>>;
};

const known = new Map<GuideLanguage, Written>();

function written(language: GuideLanguage): Written {
  const kept = known.get(language);
  if (kept) return kept;
  const path = join(process.cwd(), "messages/guides/slots", `${language}.json`);
  const read = JSON.parse(readFileSync(path, "utf8")) as Written;
  known.set(language, read);
  return read;
}

/** How a driver goes through a system's queue, in the driver's language; in English where it is none of the five. */
export function slotGuide(system: SlotSystem, locale: string): SlotGuide {
  const language = guideLanguageOf(locale);
  return { language, ...written(language).systems[system] };
}

/** The languages that there is a guide in, each by its own name. */
export const guideLanguages = (): readonly { readonly language: GuideLanguage; readonly name: string }[] =>
  GUIDE_LANGUAGES.map((language) => ({ language, name: written(language).name }));
