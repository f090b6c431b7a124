"use client";

import dynamic from "next/dynamic";
import { bringRooms, type LateWordsProps, type RoomWordsProps, type Rooms, wordsOf } from "./words-of";

// Each is written out: so Next finds which script a page will need, and names it in the page's head. Of a room that forms say less than half of,
// only that part is brought: it stands in a file of its own under forms/.
const ROOMS: Rooms = {
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
};

export const RoomWordsZhCn = (props: RoomWordsProps) => bringRooms("zh-CN", ROOMS, props);

/** The words of a room that a page only needs once something on it is chosen. */
export const LateWordsZhCn = ({ room, children }: LateWordsProps) =>
  bringRooms("zh-CN", ROOMS, { rooms: [room], children });
