import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { Button } from "@/components/ui/actions/button";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { HubName } from "@/components/ui/freight/hub-name";
import { Note } from "@/components/ui/page/note";
import { BestTag } from "@/components/ui/turn/best-tag";
import type { ShownWay } from "@/domain/deals/posting/posting-view";
import { aheadOf } from "@/domain/hubs/suggest-hub";
import { wholeDays } from "@/domain/hubs/way";
import { BorderWaitText } from "../../border-wait-text";

/** The planner's ways through different hubs: days, distance, the wait of the month, and why the first is suggested. */
export function WayChoice({ ways }: { readonly ways: readonly ShownWay[] }) {
  const t = useTranslations("deals.form.way");
  const locale = useLocale();
  const number = (value: number, digits = 0) => numberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (ways.length === 0) return <Note tone="warn">{t("none")}</Note>;
  const reasonOf = ({ reason, nextHub }: ShownWay) => {
    if (reason === null) return null;
    const { unit, figure } = aheadOf(reason);
    return t(`reason.${reason.code}`, {
      ...{ unit, figure: number(figure, 1) },
      km: "kmAhead" in reason ? number(reason.kmAhead) : "",
      hub: nextHub ? placeName(nextHub, locale) : "",
    });
  };
  return (
    <ul className="mt-3 grid gap-2">
      {ways.map((way) => (
        <li key={way.hub.id} className="flow border-t border-line pt-2">
          <span className="min-w-40 flex-1">
            <b>
              <HubName {...way.hub} />
            </b>{" "}
            {way.reason && <BestTag>{t("suggested")}</BestTag>}
            <span className="block text-sm text-ink-2">
              {t("figures", { ...wholeDays(way.days), km: number(way.distanceKm) })}
            </span>
            {way.borderWait && (
              <span className="block text-sm text-ink-2">
                <BorderWaitText wait={way.borderWait} />
              </span>
            )}
            {way.reason && <span className="block text-sm">{reasonOf(way)}</span>}
          </span>
          <Button size="small" name="intent" value={`take-hub:${way.hub.id}`}>
            {t("take", { hub: placeName(way.hub, locale) })}
          </Button>
        </li>
      ))}
      {ways.some((way) => way.isEstimate) && <li className="text-sm text-ink-3">{t("estimate")}</li>}
    </ul>
  );
}
