import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";

/** Messages by key, nested as their files are; each taken apart once, so that showing one parses nothing. */
export type Compiled = { readonly [key: string]: Compiled | CompiledMessage };

type Written = { readonly [key: string]: Written | string };

const known = new Map<string, Compiled>();

const taken = (written: Written): Compiled =>
  Object.fromEntries(
    Object.entries(written).map(([key, text]) => [key, typeof text === "string" ? compile(text) : taken(text)]),
  );

/** All of a language's message files, one namespace a file, read once per process. */
export function compiledMessages(locale: string): Compiled {
  const kept = known.get(locale);
  if (kept) return kept;
  const folder = join(process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const messages = Object.fromEntries(
    files.map((name) => [
      name.slice(0, -".json".length),
      taken(JSON.parse(readFileSync(join(folder, name), "utf8")) as Written),
    ]),
  );
  // The compiler's objects have no prototype, and those a client component is not given.
  const plain = JSON.parse(JSON.stringify(messages)) as Compiled;
  known.set(locale, plain);
  return plain;
}
