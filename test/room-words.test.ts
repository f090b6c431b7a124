import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { jsx } from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RoomWords, type ScriptRoom } from "@/app/room-words";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import { formWordsIn } from "./drawn";

const ROOMS = readdirSync("messages/en/forms").map((name) => basename(name, ".json") as ScriptRoom);

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
    const twice = rest[name]?.filter((part) => parts.includes(part)) ?? [];
    expect(twice, name).toEqual([]);
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
  const scripted = jsx(RoomWords, { rooms: [room], children: jsx(Said, {}) });
  const around = { ...AROUND, [room]: { lead: "A part of the room" } };
  const all = { ...AROUND, [room]: { lead: "A part of the room", ...formWordsIn(room, locale) } };
  await expect.poll(() => saidWithin(locale, around, scripted)).toBe(saidWithin(locale, all, jsx(Said, {})));
});
