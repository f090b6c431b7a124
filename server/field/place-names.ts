import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NamedPlace } from "../../domain/shared/vocabulary";
import { type FieldLocale, fieldLocaleOf, LOCALES } from "../../domain/shared/locale";

type Names = Readonly<Record<string, string>>;

const known = new Map<FieldLocale, Names>();

/** What places and hubs are called, by id, in a language that has no other names of them. */
function namesIn(language: FieldLocale): Names {
  const kept = known.get(language);
  if (kept) return kept;
  const path = join(process.cwd(), "messages/field/places", `${language}.json`);
  const read = JSON.parse(readFileSync(path, "utf8")) as Names;
  known.set(language, read);
  return read;
}

/** A place or hub as somebody in the field calls it; a place that has no name in a language of the field alone goes by its English one. */
export function fieldPlaceName({ id, nameEn, nameZh }: NamedPlace, locale: string): string {
  const language = fieldLocaleOf(locale);
  if (language === "zh-CN") return nameZh;
  return LOCALES.some((complete) => complete === language) ? nameEn : (namesIn(language)[id] ?? nameEn);
}
