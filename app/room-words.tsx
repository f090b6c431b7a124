import type { ReactNode } from "react";
import type { Locale } from "@/domain/shared/locale";
import { LateWordsEn, RoomWordsEn } from "./room-words/en";
import { LateWordsZhCn, RoomWordsZhCn } from "./room-words/zh-cn";
import { LateWordsRu, RoomWordsRu } from "./room-words/ru";
import { LateWordsVi, RoomWordsVi } from "./room-words/vi";
import { LateWordsKk, RoomWordsKk } from "./room-words/kk";
import type { LateWordsProps, RoomWordsProps } from "./room-words/words-of";

export type { ScriptRoom } from "./room-words/words-of";

/** What brings the words of rooms, by language: each is a part of its own, so that a page knows the scripts of its language alone. */
export const ROOM_WORDS: Readonly<Record<Locale, (props: RoomWordsProps) => ReactNode>> = {
  en: RoomWordsEn,
  "zh-CN": RoomWordsZhCn,
  ru: RoomWordsRu,
  vi: RoomWordsVi,
  kk: RoomWordsKk,
};

export const LATE_WORDS: Readonly<Record<Locale, (props: LateWordsProps) => ReactNode>> = {
  en: LateWordsEn,
  "zh-CN": LateWordsZhCn,
  ru: LateWordsRu,
  vi: LateWordsVi,
  kk: LateWordsKk,
};
