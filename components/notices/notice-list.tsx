import { colonOf } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { NoticeRows } from "./notice-rows";
import { noticeValues, withSingleStops } from "@/domain/notices/notice-words";
import type { Notice } from "@/views/notices";
import type { FormAction } from "@/domain/shared/form-state";

type NoticeListProps = {
  readonly notices: readonly Notice[];
  readonly markRead: FormAction;
  readonly zone: string;
};

/** What happened, a sentence each that leads to the page concerned; unread ones carry the edge of what waits for the reader. */
export function NoticeList({ notices, markRead, zone }: NoticeListProps) {
  const t = useTranslations("notices");
  const word = useTranslations();
  const locale = useLocale();
  const time = (at: number) => `${formatTime(at, { locale, zone })} ${zoneName(at, zone, locale)}`;
  return (
    <NoticeRows
      label={t("inbox.list")}
      rows={notices.map(({ id, at, kind, facts, href, isRead }) => ({
        ...{ id, at, time: time(at), href: `/${locale}${href}`, isUnread: !isRead },
        words: withSingleStops(t(`kind.${kind}`, noticeValues(facts, { word, time }))),
      }))}
      markRead={markRead}
      words={{ unread: t("inbox.isUnread") + colonOf(locale), markRead: t("inbox.markRead") }}
    />
  );
}
