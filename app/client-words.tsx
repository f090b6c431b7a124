import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type ClientWordsProps = {
  /** Rooms whose words the client components below use. */
  readonly rooms?: readonly string[];
  readonly children: ReactNode;
};

const ALWAYS = ["ui", "shell"];

/** Sends the words that client components need, and no others: every page carries them. */
export async function ClientWords({ rooms = [], children }: ClientWordsProps) {
  const all = (await getMessages()) as Record<string, unknown>;
  const needed = [...ALWAYS, ...rooms].filter((room) => room in all).map((room) => [room, all[room]]);
  return <NextIntlClientProvider messages={Object.fromEntries(needed)}>{children}</NextIntlClientProvider>;
}
