import { readdirSync, readFileSync } from "node:fs";
import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { jsx } from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ROOM_WORDS, type ScriptRoom } from "@/app/room-words";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import { formWordsIn } from "./drawn";

const ROOMS = Object.keys({
  award: 1,
  bidding: 1,
  catalogue: 1,
  clerk: 1,
  deals: 1,
  field: 1,
  files: 1,
  inspections: 1,
  packs: 1,
  requests: 1,
  "service-customs": 1,
  "service-inspection": 1,
  "service-logistics": 1,
  "service-payment": 1,
  services: 1,
} satisfies Record<ScriptRoom, 1>) as ScriptRoom[];

const AROUND = { common: { product: "Kouan" } };

/** Parts of rooms that stand in two files, by room, as a language has them. */
const partsIn = (folder: string): Record<string, string[]> =>
  Object.fromEntries(
    readdirSync(`messages/${folder}`)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name, Object.keys(JSON.parse(readFileSync(`messages/${folder}/${name}`, "utf8"))).sort()]),
  );

test("what forms say of a room stands apart in the same parts in each language, and in no other file", () => {
  const [first = {}, ...others] = LOCALES.map((locale) => partsIn(`${locale}/forms`));
  for (const other of others) expect(other).toEqual(first);
  const rest = partsIn(LOCALES[0]);
  expect(Object.keys(first).length).toBeGreaterThan(5);
  for (const [name, parts] of Object.entries(first)) {
    expect(rest[name], name).toBeDefined();
    expect(
      rest[name]?.filter((part) => parts.includes(part)),
      name,
    ).toEqual([]);
  }
});

/** All words that are there. */
const Said = () => JSON.stringify(useMessages());

const saidWithin = (locale: Locale, messages: object, within: ReactNode): string => {
  const provider = { locale, messages, timeZone: "UTC", children: within };
  return renderToStaticMarkup(jsx(NextIntlClientProvider, provider));
};

const places = LOCALES.flatMap((locale) => ROOMS.map((room) => ({ locale, room })));

test.each(places)("the script of $room in $locale brings its words beside those around", async (place) => {
  const { locale, room } = place;
  const scripted = jsx(ROOM_WORDS[locale], { rooms: [room], children: jsx(Said, {}) });
  const around = { ...AROUND, [room]: { lead: "A part of the room" } };
  const all = { ...AROUND, [room]: { lead: "A part of the room", ...formWordsIn(room, locale) } };
  await expect.poll(() => saidWithin(locale, around, scripted)).toBe(saidWithin(locale, all, jsx(Said, {})));
});
