import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { jsx } from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RoomWords, type ScriptRoom } from "@/app/room-words";
import { LOCALES, type Locale } from "@/domain/shared/locale";
import { wordsIn } from "./drawn";

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

/** All words that are there. */
const Said = () => JSON.stringify(useMessages());

const saidWithin = (locale: Locale, messages: object, within: ReactNode): string => {
  const provider = { locale, messages, timeZone: "UTC", children: within };
  return renderToStaticMarkup(jsx(NextIntlClientProvider, provider));
};

const places = LOCALES.flatMap((locale) => ROOMS.map((room) => ({ locale, room })));

test.each(places)("the script of $room in $locale holds its words, which come beside those around", async (place) => {
  const { locale, room } = place;
  const scripted = jsx(RoomWords, { locale, rooms: [room], children: jsx(Said, {}) });
  const all = { ...AROUND, [room]: wordsIn(room, locale) };
  await expect.poll(() => saidWithin(locale, AROUND, scripted)).toBe(saidWithin(locale, all, jsx(Said, {})));
});
