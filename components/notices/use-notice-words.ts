import { useLocale, useTranslations } from "next-intl";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { noticeValues, withSingleStops } from "@/domain/notices/notice-words";
import type { Notice } from "@/views/notices";

/** Notices in words by the clock of their reader. Goods, way and number stand with their deal, once, and not in the sentence. */
export function useNoticeWords(zone: string) {
  const t = useTranslations("notices.short");
  const word = useTranslations();
  const locale = useLocale();
  const time = (at: number) => `${formatTime(at, { locale, zone })} ${zoneName(at, zone, locale)}`;
  return {
    time,
    sentence: ({ kind, facts }: Pick<Notice, "kind" | "facts">) =>
      withSingleStops(t(kind, noticeValues(facts, { word, time, locale }))),
  };
}
