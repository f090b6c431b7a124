import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import { LOCALES } from "@/domain/shared/locale";

/** Messages by key, nested as their files are; each taken apart once, so that showing one parses nothing. */
export type Compiled = { readonly [key: string]: Compiled | CompiledMessage };

type Written = { readonly [key: string]: Written | string };

const known = new Map<string, Compiled>();

const taken = (written: Written): Compiled =>
  Object.fromEntries(
    Object.entries(written).map(([key, text]) => [key, typeof text === "string" ? compile(text) : taken(text)]),
  );

const read = (...path: string[]): Written =>
  JSON.parse(readFileSync(join(process.cwd(), "messages", ...path), "utf8")) as Written;

/** One namespace a file. */
function readAll(locale: string): Written {
  const files = readdirSync(join(process.cwd(), "messages", locale)).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(files.map((name) => [name.slice(0, -".json".length), read(locale, name)]));
}

const isComplete = (locale: string): boolean => LOCALES.some((one) => one === locale);

/** All messages of a language, or those of people in the field where it has no others; read once per process. */
export function compiledMessages(locale: string): Compiled {
  const kept = known.get(locale);
  if (kept) return kept;
  const messages = taken(isComplete(locale) ? readAll(locale) : read("field", "pages", `${locale}.json`));
  // The compiler's objects have no prototype, and those a client component is not given.
  const plain = JSON.parse(JSON.stringify(messages)) as Compiled;
  known.set(locale, plain);
  return plain;
}
