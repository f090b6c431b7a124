import { readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

type Place = {
  readonly locale?: string;
  /** The rooms whose words there are: those of the page that the part stands on. */
  readonly rooms: readonly string[];
  readonly zone?: string;
};

const read = new Map<string, ReturnType<typeof JSON.parse>>();

/** A room's words as its message file has them. */
export function wordsIn(room: string, locale = "en") {
  const file = `messages/${locale}/${room}.json`;
  if (!read.has(file)) read.set(file, JSON.parse(readFileSync(file, "utf8")));
  return read.get(file);
}

/** Draws as the server does, without a script; a word that is missing is a failure. */
export function drawn(node: ReactNode, { locale = "en", rooms, zone = "Asia/Shanghai" }: Place): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={Object.fromEntries(rooms.map((room) => [room, wordsIn(room, locale)]))}
      timeZone={zone}
      onError={(error) => {
        throw error;
      }}
    >
      {node}
    </NextIntlClientProvider>,
  );
}
