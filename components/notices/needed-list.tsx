import { useLocale, useTranslations } from "next-intl";
import { RequestRoute } from "@/components/requests/request-summary";
import { Anchor } from "@/components/ui/blocks";
import { LeftInList, ListWithTimeLeft } from "@/components/ui/time/time-left";
import { TimeText } from "@/components/ui/time/time-text";
import { AsMarkup } from "@/components/ui/written/as-markup";
import type { Instant } from "@/domain/shared/time";
import type { NeededNotice } from "@/views/notices";
import { useNoticeWords } from "./use-notice-words";

type NeededListProps = { readonly needed: readonly NeededNotice[]; readonly zone: string; readonly now: Instant };

/** What waits for the reader, each a sentence that leads to where it is done; with the edge of what is theirs. */
export function NeededList({ needed, zone, now }: NeededListProps) {
  const t = useTranslations("notices.inbox");
  const locale = useLocale();
  const { sentence } = useNoticeWords(zone);
  return (
    <ListWithTimeLeft now={now}>
      <AsMarkup>
        <ul className="notice-list" aria-label={t("needed")}>
          {needed.map(({ notice, by, deal }) => (
            <li key={notice.id} className="is-yours">
              <p className="break-anywhere">
                <Anchor className="row-link" href={`/${locale}${notice.href}`}>
                  {sentence(notice)}
                </Anchor>
                {deal && (
                  <small>
                    {deal.title} · <RequestRoute of={deal} /> ·{" "}
                    <span className="whitespace-nowrap">{deal.reference}</span>
                  </small>
                )}
              </p>
              <span className="notice-time">
                {by === null ? (
                  <TimeText at={notice.at} zone={zone} />
                ) : (
                  <>
                    {t("timeLeft")} <LeftInList leftMs={by - now} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </AsMarkup>
    </ListWithTimeLeft>
  );
}
