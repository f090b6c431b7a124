"use client";

import dynamic from "next/dynamic";
import { bringRooms, type LateWordsProps, type RoomWordsProps, type Rooms, wordsOf } from "./words-of";

// Each is written out: so Next finds which script a page will need, and names it in the page's head. Of a room that forms say less than half of,
// only that part is brought: it stands in a file of its own under forms/.
const ROOMS: Rooms = {
  award: dynamic(wordsOf("kk", "award", () => import("@/messages/kk/award.json"))),
  bidding: dynamic(wordsOf("kk", "bidding", () => import("@/messages/kk/forms/bidding.json"))),
  catalogue: dynamic(wordsOf("kk", "catalogue", () => import("@/messages/kk/catalogue.json"))),
  clerk: dynamic(wordsOf("kk", "clerk", () => import("@/messages/kk/clerk.json"))),
  deals: dynamic(wordsOf("kk", "deals", () => import("@/messages/kk/forms/deals.json"))),
  field: dynamic(wordsOf("kk", "field", () => import("@/messages/kk/field.json"))),
  files: dynamic(wordsOf("kk", "files", () => import("@/messages/kk/files.json"))),
  inspections: dynamic(wordsOf("kk", "inspections", () => import("@/messages/kk/inspections.json"))),
  packs: dynamic(wordsOf("kk", "packs", () => import("@/messages/kk/packs.json"))),
  "service-customs": dynamic(
    wordsOf("kk", "service-customs", () => import("@/messages/kk/forms/service-customs.json")),
  ),
  "service-inspection": dynamic(
    wordsOf("kk", "service-inspection", () => import("@/messages/kk/forms/service-inspection.json")),
  ),
  "service-logistics": dynamic(
    wordsOf("kk", "service-logistics", () => import("@/messages/kk/forms/service-logistics.json")),
  ),
  "service-payment": dynamic(
    wordsOf("kk", "service-payment", () => import("@/messages/kk/forms/service-payment.json")),
  ),
  requests: dynamic(wordsOf("kk", "requests", () => import("@/messages/kk/forms/requests.json"))),
  services: dynamic(wordsOf("kk", "services", () => import("@/messages/kk/forms/services.json"))),
};

export const RoomWordsKk = (props: RoomWordsProps) => bringRooms("kk", ROOMS, props);

/** The words of a room that a page only needs once something on it is chosen. */
export const LateWordsKk = ({ room, children }: LateWordsProps) => bringRooms("kk", ROOMS, { rooms: [room], children });
