"use client";

import dynamic from "next/dynamic";
import { bringRooms, type LateWordsProps, type RoomWordsProps, type Rooms, wordsOf } from "./words-of";

// Each is written out: so Next finds which script a page will need, and names it in the page's head. Of a room that forms say less than half of,
// only that part is brought: it stands in a file of its own under forms/.
const ROOMS: Rooms = {
  award: dynamic(wordsOf("vi", "award", () => import("@/messages/vi/award.json"))),
  bidding: dynamic(wordsOf("vi", "bidding", () => import("@/messages/vi/forms/bidding.json"))),
  catalogue: dynamic(wordsOf("vi", "catalogue", () => import("@/messages/vi/catalogue.json"))),
  clerk: dynamic(wordsOf("vi", "clerk", () => import("@/messages/vi/clerk.json"))),
  deals: dynamic(wordsOf("vi", "deals", () => import("@/messages/vi/forms/deals.json"))),
  field: dynamic(wordsOf("vi", "field", () => import("@/messages/vi/field.json"))),
  files: dynamic(wordsOf("vi", "files", () => import("@/messages/vi/files.json"))),
  inspections: dynamic(wordsOf("vi", "inspections", () => import("@/messages/vi/inspections.json"))),
  packs: dynamic(wordsOf("vi", "packs", () => import("@/messages/vi/packs.json"))),
  "service-customs": dynamic(
    wordsOf("vi", "service-customs", () => import("@/messages/vi/forms/service-customs.json")),
  ),
  "service-inspection": dynamic(
    wordsOf("vi", "service-inspection", () => import("@/messages/vi/forms/service-inspection.json")),
  ),
  "service-logistics": dynamic(
    wordsOf("vi", "service-logistics", () => import("@/messages/vi/forms/service-logistics.json")),
  ),
  "service-payment": dynamic(
    wordsOf("vi", "service-payment", () => import("@/messages/vi/forms/service-payment.json")),
  ),
  requests: dynamic(wordsOf("vi", "requests", () => import("@/messages/vi/forms/requests.json"))),
  services: dynamic(wordsOf("vi", "services", () => import("@/messages/vi/forms/services.json"))),
};

export const RoomWordsVi = (props: RoomWordsProps) => bringRooms("vi", ROOMS, props);

/** The words of a room that a page only needs once something on it is chosen. */
export const LateWordsVi = ({ room, children }: LateWordsProps) => bringRooms("vi", ROOMS, { rooms: [room], children });
