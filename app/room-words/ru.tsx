"use client";

import dynamic from "next/dynamic";
import { bringRooms, type LateWordsProps, type RoomWordsProps, type Rooms, wordsOf } from "./words-of";

// Each is written out: so Next finds which script a page will need, and names it in the page's head. Of a room that forms say less than half of,
// only that part is brought: it stands in a file of its own under forms/.
const ROOMS: Rooms = {
  award: dynamic(wordsOf("ru", "award", () => import("@/messages/ru/award.json"))),
  bidding: dynamic(wordsOf("ru", "bidding", () => import("@/messages/ru/forms/bidding.json"))),
  catalogue: dynamic(wordsOf("ru", "catalogue", () => import("@/messages/ru/catalogue.json"))),
  clerk: dynamic(wordsOf("ru", "clerk", () => import("@/messages/ru/clerk.json"))),
  deals: dynamic(wordsOf("ru", "deals", () => import("@/messages/ru/forms/deals.json"))),
  field: dynamic(wordsOf("ru", "field", () => import("@/messages/ru/field.json"))),
  files: dynamic(wordsOf("ru", "files", () => import("@/messages/ru/files.json"))),
  inspections: dynamic(wordsOf("ru", "inspections", () => import("@/messages/ru/inspections.json"))),
  packs: dynamic(wordsOf("ru", "packs", () => import("@/messages/ru/packs.json"))),
  "service-customs": dynamic(
    wordsOf("ru", "service-customs", () => import("@/messages/ru/forms/service-customs.json")),
  ),
  "service-inspection": dynamic(
    wordsOf("ru", "service-inspection", () => import("@/messages/ru/forms/service-inspection.json")),
  ),
  "service-logistics": dynamic(
    wordsOf("ru", "service-logistics", () => import("@/messages/ru/forms/service-logistics.json")),
  ),
  "service-payment": dynamic(
    wordsOf("ru", "service-payment", () => import("@/messages/ru/forms/service-payment.json")),
  ),
  requests: dynamic(wordsOf("ru", "requests", () => import("@/messages/ru/forms/requests.json"))),
  services: dynamic(wordsOf("ru", "services", () => import("@/messages/ru/forms/services.json"))),
};

export const RoomWordsRu = (props: RoomWordsProps) => bringRooms("ru", ROOMS, props);

/** The words of a room that a page only needs once something on it is chosen. */
export const LateWordsRu = ({ room, children }: LateWordsProps) => bringRooms("ru", ROOMS, { rooms: [room], children });
