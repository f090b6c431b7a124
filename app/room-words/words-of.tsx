import type { ComponentType, ReactNode } from "react";
import { useMessages } from "next-intl";
import type { Locale } from "@/domain/shared/locale";
import { WordsProvider } from "../words-provider";

type Around = { readonly children: ReactNode };

type Ask = () => Promise<{ readonly default: object }>;

/** How the script of a room is asked for, by language and room. */
const asks = new Map<string, Ask>();

/** What adds the words of a room to those that stand around it, parts of the same room among them. */
export function wordsOf(locale: Locale, room: string, ask: Ask) {
  asks.set(`${locale} ${room}`, ask);
  return async () => {
    const { default: words } = await ask();
    return function Words({ children }: Around) {
      const around = useMessages();
      return (
        <WordsProvider locale={locale} messages={{ ...around, [room]: { ...(around[room] as object), ...words } }}>
          {children}
        </WordsProvider>
      );
    };
  };
}

/** The rooms whose words are scripts, each with what brings them in one language. */
export type Rooms = Readonly<Record<ScriptRoom, ComponentType<Around>>>;

/** A room whose words are a script of its own in each language. */
export type ScriptRoom =
  | "award"
  | "bidding"
  | "catalogue"
  | "clerk"
  | "deals"
  | "field"
  | "files"
  | "inspections"
  | "packs"
  | "service-customs"
  | "service-inspection"
  | "service-logistics"
  | "service-payment"
  | "requests"
  | "services";

export type RoomWordsProps = Around & { readonly rooms: readonly ScriptRoom[] };
export type LateWordsProps = Around & { readonly room: ScriptRoom };

/** The words of rooms as far as the browser says them, from scripts that the browser keeps: a page does not carry them again and again. */
export function bringRooms(locale: Locale, known: Rooms, { rooms, children }: RoomWordsProps): ReactNode {
  // Without this, after a change of pages each would only be asked for once the one around it has come.
  if (typeof window !== "undefined") for (const room of rooms) void asks.get(`${locale} ${room}`)?.();
  return rooms.reduceRight((inside, room) => {
    const Words = known[room];
    return <Words>{inside}</Words>;
  }, children);
}
