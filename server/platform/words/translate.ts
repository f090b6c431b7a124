import format, { type CompiledMessage } from "icu-minify/format";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import { type Compiled, compiledMessages } from "./compiled-messages";

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
