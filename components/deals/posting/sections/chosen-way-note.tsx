import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import type { ChosenWay } from "@/domain/deals/posting/posting-view";
import { areAboutAsFast, toldTime } from "@/domain/hubs/way";
import { BorderWaitText } from "../../border-wait-text";

/** What is expected at the border of the chosen hub, and what the best other one would make of it. */
export function ChosenWayNote({ way }: { readonly way: ChosenWay }) {
  const t = useTranslations("hub-board.plan");
  const locale = useLocale();
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(Math.abs(value));
  const daysMore = way.other?.daysMore ?? 0;
  const { unit, min } = toldTime({ min: Math.abs(daysMore), max: Math.abs(daysMore) });
  const kmMore = way.other?.kmMore ?? 0;
  const days = areAboutAsFast(daysMore)
    ? t("sameDays")
    : t(daysMore > 0 ? "slower" : "faster", { unit, figure: number(min) });
  const km = kmMore === 0 ? t("sameKm") : t(kmMore > 0 ? "longer" : "shorter", { km: number(kmMore) });
  return (
    <div className="mb-3 text-sm" id="chosen-way">
      <p>
        <b>{t("chosen", { hub: placeName(way.hub, locale) })}</b>{" "}
        {way.borderWait && <BorderWaitText wait={way.borderWait} />}
      </p>
      <p className="text-ink-2">
        {way.other ? t("best", { hub: placeName(way.other.hub, locale), days, km }) : t("noOther")}
      </p>
    </div>
  );
}
