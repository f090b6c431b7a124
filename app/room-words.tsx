"use client";

import { useLocale, useMessages } from "next-intl";
import { type ReactNode, use } from "react";
import { preload } from "react-dom";
import { WordsProvider } from "./words-provider";

/** A room whose words a browser is sent as a file of their own, once and not with every page: its part under `messages/LANGUAGE/forms/`. */
export type ScriptRoom =
  | "award"
  | "bidding"
  | "catalogue"
  | "clerk"
  | "deals"
  | "field"
  | "files"
  | "inspections"
  | "instead"
  | "packs"
  | "service-customs"
  | "service-inspection"
  | "service-logistics"
  | "service-payment"
  | "requests"
  | "services";

type Words = Readonly<Record<string, unknown>>;

const FOLDER = "/_next/static/words";

/** Where scripts/setup/words.mjs puts the words of a room: each address is another once a word is. */
const addressOf = (locale: string, room: ScriptRoom): string =>
  `${FOLDER}/${process.env.WORDS_VERSION}/${locale}/${room}.json`;

const drawn = new Map<string, Words>();

/** The words that a page is drawn with on the server, at once: what waits for them would come apart from the page, and by a script alone. Null in a browser, and where no build has put files. */
function here(address: string): Words | null {
  // Said here and not by a name, so that the bundler leaves the rest out of scripts.
  if (process.env.NODE_ENV !== "production" || typeof window !== "undefined") return null;
  const known = drawn.get(address);
  if (known) return known;
  const { readFileSync } = process.getBuiltinModule("node:fs");
  const words = JSON.parse(readFileSync(address.replace("/_next", ".next"), "utf8")) as Words;
  drawn.set(address, words);
  return words;
}

async function read(locale: string, room: ScriptRoom): Promise<Words> {
  if (process.env.NODE_ENV !== "production") {
    const { default: words } = await import(`@/messages/${locale}/forms/${room}.json`);
    return words;
  }
  const answer = await fetch(addressOf(locale, room));
  if (!answer.ok) throw new Error(`The words of ${room} are answered with ${answer.status}`);
  return answer.json();
}

const kept = new Map<string, Promise<Words>>();

/** The words of a room, read once; what could not be had is asked for anew the next time. */
function wordsOf(locale: string, room: ScriptRoom): Promise<Words> {
  const key = `${locale} ${room}`;
  const words = kept.get(key) ?? read(locale, room);
  if (!kept.has(key)) words.catch(() => kept.delete(key));
  kept.set(key, words);
  return words;
}

type LateWordsProps = { readonly room: ScriptRoom; readonly children: ReactNode };

/**
 * Adds the words of a room to those that stand around it, parts of the same room among them: of a room that a page only needs once something on it is
 * chosen, too. There is no boundary of its own around it: what stands within one comes apart from a long page, and is shown by a script alone.
 */
export function LateWords({ room, children }: LateWordsProps) {
  const locale = useLocale();
  const around = useMessages();
  const words = here(addressOf(locale, room)) ?? use(wordsOf(locale, room));
  return (
    <WordsProvider locale={locale} messages={{ ...around, [room]: { ...(around[room] as object), ...words } }}>
      {children}
    </WordsProvider>
  );
}

type RoomWordsProps = { readonly rooms: readonly ScriptRoom[]; readonly children: ReactNode };

/** The words of rooms as far as the browser says them, from files that it keeps. They are asked for together, beside the scripts. */
export function RoomWords({ rooms, children }: RoomWordsProps) {
  const locale = useLocale();
  for (const room of rooms) {
    if (process.env.NODE_ENV === "production")
      preload(addressOf(locale, room), { as: "fetch", crossOrigin: "anonymous", fetchPriority: "low" });
    if (typeof window !== "undefined") void wordsOf(locale, room);
  }
  return rooms.reduceRight((inside, room) => <LateWords room={room}>{inside}</LateWords>, children);
}
