import { NextIntlClientProvider, useLocale } from "next-intl";
import type { ReactNode } from "react";
import { compiledMessages } from "@/server/platform/words/compiled-messages";
import { MARKET_ZONE } from "@/domain/shared/local-date";
import { CLIENT_PARTS } from "./client-parts";

type ClientWordsProps = {
  /** Rooms whose words the client components below use. */
  readonly rooms?: readonly string[];
  readonly children: ReactNode;
};

const wordsOf = (locale: string, rooms: readonly string[]): Record<string, unknown> => {
  const all = compiledMessages(locale) as Record<string, Record<string, unknown>>;
  const shared = Object.entries(CLIENT_PARTS).map(([room, parts]) => [
    room,
    Object.fromEntries(parts.map((part) => [part, all[room]?.[part]])),
  ]);
  return Object.fromEntries([...shared, ...rooms.filter((room) => room in all).map((room) => [room, all[room]])]);
};

/** Sends the words that client components need, and no others: every page carries them. */
export function ClientWords({ rooms = [], children }: ClientWordsProps) {
  const locale = useLocale();
  return (
    // All is stated, so that nothing of it is looked up again.
    <NextIntlClientProvider
      locale={locale}
      messages={wordsOf(locale, rooms) as never}
      timeZone={MARKET_ZONE}
      formats={null}
    >
      {children}
    </NextIntlClientProvider>
  );
}
