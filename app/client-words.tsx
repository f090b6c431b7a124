import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { compiledMessages } from "@/server/platform/translate";
import { MARKET_ZONE } from "@/domain/shared/time";
import { WordsProvider } from "./words-provider";
import { CLIENT_PARTS, FIELD_FRAME_PARTS, FRAME_PARTS } from "./client-parts";

type Words = Record<string, Record<string, unknown>>;

/** The words of whole rooms (`bidding`) and of single parts of them (`ui.shell`). */
const wordsOf = (locale: string, asked: readonly string[]): Words => {
  const all = compiledMessages(locale) as unknown as Words;
  const words: Words = {};
  for (const one of asked) {
    const [room = "", part] = one.split(".");
    const whole = all[room];
    if (whole) words[room] = part ? { ...words[room], [part]: whole[part] } : whole;
  }
  return words;
};

type SentWordsProps = { readonly asked: readonly string[]; readonly children: ReactNode };

function SentWords({ asked, children }: SentWordsProps) {
  const locale = useLocale();
  return (
    <WordsProvider locale={locale} messages={wordsOf(locale, asked) as never} timeZone={MARKET_ZONE}>
      {children}
    </WordsProvider>
  );
}

type ClientWordsProps = {
  /** Rooms whose words the client components below use. */
  readonly rooms?: readonly string[];
  readonly children: ReactNode;
};

/** Sends the words that client components need, and no others: every page carries them. */
export const ClientWords = ({ rooms = [], children }: ClientWordsProps) => (
  <SentWords asked={[...CLIENT_PARTS, ...rooms]}>{children}</SentWords>
);

/** The few words of the frame itself, which is drawn in the browser: a page then carries its words and not its elements. */
export const FrameWords = ({ children }: { readonly children: ReactNode }) => (
  <SentWords asked={FRAME_PARTS}>{children}</SentWords>
);

/** Those of the frame in the field, and of a fault in place of its pages. */
export const FieldWords = ({ children }: { readonly children: ReactNode }) => (
  <SentWords asked={FIELD_FRAME_PARTS}>{children}</SentWords>
);
