"use client";

import dynamic from "next/dynamic";
import { bringRooms, type LateWordsProps, type RoomWordsProps, type Rooms, wordsOf } from "./words-of";

// Each is written out: so Next finds which script a page will need, and names it in the page's head. Of a room that forms say less than half of,
// only that part is brought: it stands in a file of its own under forms/.
const ROOMS: Rooms = {
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
};

export const RoomWordsEn = (props: RoomWordsProps) => bringRooms("en", ROOMS, props);

/** The words of a room that a page only needs once something on it is chosen. */
export const LateWordsEn = ({ room, children }: LateWordsProps) => bringRooms("en", ROOMS, { rooms: [room], children });
