"use client";

import dynamic from "next/dynamic";
import { useMessages } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/domain/shared/locale";
import { WordsProvider } from "./words-provider";

type Around = { readonly children: ReactNode };

type Ask = () => Promise<{ readonly default: object }>;

/** How the script of a room is asked for, by language and room. */
const asks = new Map<string, Ask>();

/** What adds the words of a room to those that stand around it, parts of the same room among them. */
function wordsOf(locale: Locale, room: string, ask: Ask) {
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

// Each is written out: so Next finds which script a page will need, and names it in the page's head. Of a room that forms say less than half of,
// only that part is brought: it stands in a file of its own under forms/.
const ROOMS = {
  en: {
    award: dynamic(wordsOf("en", "award", () => import("@/messages/en/award.json"))),
    bidding: dynamic(wordsOf("en", "bidding", () => import("@/messages/en/forms/bidding.json"))),
    catalogue: dynamic(wordsOf("en", "catalogue", () => import("@/messages/en/catalogue.json"))),
    clerk: dynamic(wordsOf("en", "clerk", () => import("@/messages/en/clerk.json"))),
    deals: dynamic(wordsOf("en", "deals", () => import("@/messages/en/forms/deals.json"))),
    field: dynamic(wordsOf("en", "field", () => import("@/messages/en/field.json"))),
    files: dynamic(wordsOf("en", "files", () => import("@/messages/en/files.json"))),
    inspections: dynamic(wordsOf("en", "inspections", () => import("@/messages/en/inspections.json"))),
    packs: dynamic(wordsOf("en", "packs", () => import("@/messages/en/packs.json"))),
    "service-customs": dynamic(
      wordsOf("en", "service-customs", () => import("@/messages/en/forms/service-customs.json")),
    ),
    "service-inspection": dynamic(
      wordsOf("en", "service-inspection", () => import("@/messages/en/forms/service-inspection.json")),
    ),
    "service-logistics": dynamic(
      wordsOf("en", "service-logistics", () => import("@/messages/en/forms/service-logistics.json")),
    ),
    "service-payment": dynamic(
      wordsOf("en", "service-payment", () => import("@/messages/en/forms/service-payment.json")),
    ),
    requests: dynamic(wordsOf("en", "requests", () => import("@/messages/en/forms/requests.json"))),
    services: dynamic(wordsOf("en", "services", () => import("@/messages/en/forms/services.json"))),
  },
  "zh-CN": {
    award: dynamic(wordsOf("zh-CN", "award", () => import("@/messages/zh-CN/award.json"))),
    bidding: dynamic(wordsOf("zh-CN", "bidding", () => import("@/messages/zh-CN/forms/bidding.json"))),
    catalogue: dynamic(wordsOf("zh-CN", "catalogue", () => import("@/messages/zh-CN/catalogue.json"))),
    clerk: dynamic(wordsOf("zh-CN", "clerk", () => import("@/messages/zh-CN/clerk.json"))),
    deals: dynamic(wordsOf("zh-CN", "deals", () => import("@/messages/zh-CN/forms/deals.json"))),
    field: dynamic(wordsOf("zh-CN", "field", () => import("@/messages/zh-CN/field.json"))),
    files: dynamic(wordsOf("zh-CN", "files", () => import("@/messages/zh-CN/files.json"))),
    inspections: dynamic(wordsOf("zh-CN", "inspections", () => import("@/messages/zh-CN/inspections.json"))),
    packs: dynamic(wordsOf("zh-CN", "packs", () => import("@/messages/zh-CN/packs.json"))),
    "service-customs": dynamic(
      wordsOf("zh-CN", "service-customs", () => import("@/messages/zh-CN/forms/service-customs.json")),
    ),
    "service-inspection": dynamic(
      wordsOf("zh-CN", "service-inspection", () => import("@/messages/zh-CN/forms/service-inspection.json")),
    ),
    "service-logistics": dynamic(
      wordsOf("zh-CN", "service-logistics", () => import("@/messages/zh-CN/forms/service-logistics.json")),
    ),
    "service-payment": dynamic(
      wordsOf("zh-CN", "service-payment", () => import("@/messages/zh-CN/forms/service-payment.json")),
    ),
    requests: dynamic(wordsOf("zh-CN", "requests", () => import("@/messages/zh-CN/forms/requests.json"))),
    services: dynamic(wordsOf("zh-CN", "services", () => import("@/messages/zh-CN/forms/services.json"))),
  },
} as const;

/** A room whose words are a script of its own in each language. */
export type ScriptRoom = keyof (typeof ROOMS)["en"];

type RoomWordsProps = Around & { readonly locale: Locale; readonly rooms: readonly ScriptRoom[] };

/** The words of rooms as far as the browser says them, from scripts that the browser keeps: a page does not carry them again and again. */
export function RoomWords({ locale, rooms, children }: RoomWordsProps) {
  // Without this, after a change of pages each would only be asked for once the one around it has come.
  if (typeof window !== "undefined") for (const room of rooms) void asks.get(`${locale} ${room}`)?.();
  return rooms.reduceRight((inside, room) => {
    const Words = ROOMS[locale][room];
    return <Words>{inside}</Words>;
  }, children);
}

type LateWordsProps = Around & { readonly locale: string; readonly room: ScriptRoom };

/** The words of a room that a page only needs once something on it is chosen. */
export function LateWords({ locale, room, children }: LateWordsProps) {
  return (
    <RoomWords locale={locale as Locale} rooms={[room]}>
      {children}
    </RoomWords>
  );
}
