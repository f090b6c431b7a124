import { basename } from "node:path";
import { LOCALES } from "@/domain/shared/locale";
import { filesMatching } from "./checkout";

/** One language's words: from the full key (`orders.refusal.not_yet`) to the text. */
export type Words = ReadonlyMap<string, string>;

export type Languages = ReadonlyMap<string, Words>;

/** The language that is written first; the others are held against it. */
export const FIRST_LANGUAGE = "en";

export function flatten(value: unknown, key: string, into = new Map<string, string>()): Map<string, string> {
  if (typeof value === "string") into.set(key, value);
  else
    for (const [name, inner] of Object.entries(value as object))
      flatten(inner, key === "" ? name : `${key}.${name}`, into);
  return into;
}

/** The message files of the complete languages: one namespace a file, what forms say of some in another. */
export function readLanguages(): Languages {
  const languages = new Map<string, Map<string, string>>();
  for (const { path, text } of filesMatching(new RegExp(`^messages/(${LOCALES.join("|")})/(?:forms/)?[^/]+\\.json$`))) {
    const language = path.split("/")[1] as string;
    const words = languages.get(language) ?? new Map<string, string>();
    flatten(JSON.parse(text), basename(path, ".json"), words);
    languages.set(language, words);
  }
  return languages;
}
