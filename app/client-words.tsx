import type { ReactNode } from "react";
import { compiledMessages } from "@/server/platform/translate";
import { MARKET_ZONE } from "@/domain/shared/time";
import { useLocale } from "next-intl";
import { RoomWords, type ScriptRoom } from "./room-words";
import { WordsProvider } from "./words-provider";
import { BUTTON_PARTS, CLIENT_PARTS, FIELD_FRAME_PARTS, FRAME_PARTS } from "./client-parts";

type Words = Record<string, Record<string, unknown>>;

const known = new Map<string, Words>();

/** The words of single parts of rooms (`ui.shell`). The same object each time: a page that asks twice carries it once. */
function wordsOf(locale: string, asked: readonly string[]): Words {
  const key = [locale, ...asked].join(" ");
  const kept = known.get(key);
  if (kept) return kept;
  const all = compiledMessages(locale) as unknown as Words;
  const words: Words = {};
  for (const one of asked) {
    const [room = "", part = ""] = one.split(".");
    words[room] = { ...words[room], [part]: all[room]?.[part] };
  }
  known.set(key, words);
  return words;
}

type SentWordsProps = { readonly asked: readonly string[]; readonly children: ReactNode };

function SentWords({ asked, children }: SentWordsProps) {
  const locale = useLocale();
  return (
    <WordsProvider locale={locale} messages={wordsOf(locale, asked) as never} timeZone={MARKET_ZONE}>
      {children}
    </WordsProvider>
  );
}

type RoomPart = `${string}.${string}`;

const isPart = (asked: ScriptRoom | RoomPart): asked is RoomPart => asked.includes(".");

type ClientWordsProps = {
  /** Rooms whose words the client components below use: parts of them come with the page, whole ones as scripts. */
  readonly rooms?: readonly (ScriptRoom | RoomPart)[];
  /** Forms of a button alone stand within, as in the frame of every page: they say only what went wrong. */
  readonly ofButtons?: boolean;
  readonly children: ReactNode;
};

/** Brings the words that client components need, and no others. */
export function ClientWords({ rooms = [], ofButtons, children }: ClientWordsProps) {
  const whole = rooms.filter((room) => !isPart(room));
  return (
    <SentWords asked={[...(ofButtons ? BUTTON_PARTS : CLIENT_PARTS), ...rooms.filter(isPart)]}>
      {whole.length > 0 ? <RoomWords rooms={whole}>{children}</RoomWords> : children}
    </SentWords>
  );
}

/** The few words of the frame itself, which is drawn in the browser: a page then carries its words and not its elements. */
export const FrameWords = ({ children }: { readonly children: ReactNode }) => (
  <SentWords asked={FRAME_PARTS}>{children}</SentWords>
);

/** Those of the frame in the field, and of a fault in place of its pages. */
export const FieldWords = ({ children }: { readonly children: ReactNode }) => (
  <SentWords asked={FIELD_FRAME_PARTS}>{children}</SentWords>
);
