import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";

export const MAIL_LOCALES = ["en", "zh-CN"] as const;
export type MailLocale = (typeof MAIL_LOCALES)[number];

export type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

const known = new Map<MailLocale, Translate>();

function load(locale: MailLocale): Translate {
  const folder = join(process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const messages = Object.fromEntries(
    files.map((name) => [name.slice(0, -".json".length), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
  const fail = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale, messages, timeZone: "Asia/Shanghai", onError: fail }) as unknown as Translate;
}

/** The words of a language outside a request, where next-intl knows of none: mail is written by the worker. */
export function translator(locale: string): Translate {
  const spoken = MAIL_LOCALES.find((mailLocale) => mailLocale === locale) ?? "en";
  const translate = known.get(spoken) ?? load(spoken);
  known.set(spoken, translate);
  return translate;
}
