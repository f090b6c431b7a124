import { colonOf } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { TimeText } from "@/components/ui/time/time-text";
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
    <ul className="notice-list" aria-label={t("inbox.list")}>
      {notices.map((notice) => (
        <li key={notice.id} className={notice.isRead ? undefined : "is-unread"}>
          <TimeText at={notice.at} zone={zone} />
          <p className="break-anywhere">
            {!notice.isRead && <span className="sr-only">{t("inbox.isUnread") + colonOf(locale)}</span>}
            <Anchor href={`/${locale}${notice.href}`}>
              {withSingleStops(t(`kind.${notice.kind}`, noticeValues(notice.facts, { word, time })))}
            </Anchor>
          </p>
          {!notice.isRead && (
            <OneButtonForm action={markRead} fields={{ noticeId: notice.id }} variant="quiet" size="small">
              {t("inbox.markRead")}
            </OneButtonForm>
          )}
        </li>
      ))}
    </ul>
  );
}
