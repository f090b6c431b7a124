import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { routing } from "./routing";

type Messages = Record<string, Record<string, unknown>>;

const loaded = new Map<string, Messages>();

/** All of a language's message files, one namespace a file, read once per process. */
function messagesOf(locale: string): Messages {
  const known = loaded.get(locale);
  if (known) return known;
  const folder = join(process.cwd(), "messages", locale);
  const messages: Messages = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    messages[file.slice(0, -".json".length)] = JSON.parse(readFileSync(join(folder, file), "utf8"));
  }
  loaded.set(locale, messages);
  return messages;
}

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return { locale, messages: messagesOf(locale), timeZone: "Asia/Shanghai" };
});
