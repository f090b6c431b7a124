import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { prerenderToNodeStream } from "react-dom/static";
import { text } from "node:stream/consumers";

type Place = {
  readonly locale?: string;
  /** The rooms whose words there are: those of the page that the part stands on. */
  readonly rooms: readonly string[];
  /** Whether only those are there that a browser is brought. */
  readonly inBrowser?: boolean;
  readonly zone?: string;
};

const read = new Map<string, ReturnType<typeof JSON.parse>>();

function wordsAt(file: string) {
  if (!read.has(file)) read.set(file, existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);
  return read.get(file);
}

/** What the browser is brought of a room: its part under `forms/`; the whole where it has none, as for a frame whose words come with the page. */
export const formWordsIn = (room: string, locale = "en") =>
  wordsAt(`messages/${locale}/forms/${room}.json`) ?? wordsIn(room, locale);

/** The rooms that have words. */
export const ROOMS: readonly string[] = [
  ...new Set(
    ["messages/en", "messages/en/forms"].flatMap((folder) =>
      readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? basename(name, ".json") : [])),
    ),
  ),
];

/** A room's words as its message files have them. */
export const wordsIn = (room: string, locale = "en") => ({
  ...wordsAt(`messages/${locale}/${room}.json`),
  ...wordsAt(`messages/${locale}/forms/${room}.json`),
});

const worded = (node: ReactNode, { locale = "en", rooms, inBrowser, zone = "Asia/Shanghai" }: Place) => (
  <NextIntlClientProvider
    locale={locale}
    messages={Object.fromEntries(rooms.map((room) => [room, (inBrowser ? formWordsIn : wordsIn)(room, locale)]))}
    timeZone={zone}
    onError={(error) => {
      throw error;
    }}
  >
    {node}
  </NextIntlClientProvider>
);

/** Draws as the server does, without a script; a word that is missing is a failure. */
export const drawn = (node: ReactNode, place: Place): string => renderToStaticMarkup(worded(node, place));

/** The same of what fetches a part of its script once it is drawn: the server waits for it too. */
export async function drawnWhole(node: ReactNode, place: Place): Promise<string> {
  const { prelude } = await prerenderToNodeStream(worded(node, place));
  return text(prelude);
}
