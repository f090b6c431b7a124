import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import format, { type CompiledMessage } from "icu-minify/format";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import { _createCache, _createIntlFormatters } from "use-intl/core";

/** Messages by key, nested as their files are; each taken apart once, so that showing one parses nothing. */
type Compiled = { readonly [key: string]: Compiled | CompiledMessage };

type Written = { readonly [key: string]: Written | string };

const known = new Map<string, Compiled>();

const taken = (written: Written): Compiled =>
  Object.fromEntries(
    Object.entries(written).map(([key, text]) => [key, typeof text === "string" ? compile(text) : taken(text)]),
  );

const read = (...path: string[]): Written =>
  JSON.parse(readFileSync(join(process.cwd(), "messages", ...path), "utf8")) as Written;

const namesIn = (...folder: string[]): string[] =>
  readdirSync(join(process.cwd(), "messages", ...folder)).filter((name) => name.endsWith(".json"));

/** One namespace a file; of it, what a browser says stands under `forms/`, and that alone is sent to it. */
function readAll(locale: string): Written {
  const rooms: Record<string, Written> = {};
  for (const folder of [[locale], [locale, "forms"]])
    for (const name of namesIn(...folder)) {
      const room = name.slice(0, -".json".length);
      rooms[room] = { ...rooms[room], ...read(...folder, name) };
    }
  return rooms;
}

/** All messages of a language; read once per process. */
export function compiledMessages(locale: string): Compiled {
  const kept = known.get(locale);
  if (kept) return kept;
  const messages = taken(readAll(locale));
  // The compiler's objects have no prototype, and those a client component is not given.
  const plain = JSON.parse(JSON.stringify(messages)) as Compiled;
  known.set(locale, plain);
  return plain;
}

type Values = Readonly<Record<string, string | number>>;

export type Translate = {
  (key: string, values?: Values): string;
  has(key: string): boolean;
};

const formatters = _createIntlFormatters(_createCache());
const TIME_ZONE = "Asia/Shanghai";

function messageAt(messages: Compiled, key: string): CompiledMessage | undefined {
  const found = key
    .split(".")
    .reduce<Compiled | CompiledMessage | undefined>(
      (at, part) => (typeof at === "object" && !Array.isArray(at) ? (at as Compiled)[part] : undefined),
      messages,
    );
  return typeof found === "string" || Array.isArray(found) ? (found as CompiledMessage) : undefined;
}

/** The words of a language outside a request, where next-intl knows of none: mail is written by the worker. */
export function translator(locale: string): Translate {
  const spoken: Locale = LOCALES.find((one) => one === locale) ?? LOCALES[0];
  const messages = compiledMessages(spoken);
  const translate = (key: string, values: Values = {}): string => {
    const message = messageAt(messages, key);
    if (message === undefined) throw new Error(`No words for ${key} in ${spoken}`);
    return String(format(message, spoken, values, { formatters, timeZone: TIME_ZONE }));
  };
  return Object.assign(translate, { has: (key: string) => messageAt(messages, key) !== undefined });
}
