import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/catalogue/party-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import type { ChosenWay } from "@/domain/deals/posting/posting-view";
import { BorderWaitText } from "../../border-wait-text";

/** What is expected at the border of the chosen hub, and what the best other one would make of it. */
export function ChosenWayNote({ way }: { readonly way: ChosenWay }) {
  const t = useTranslations("hub-board.plan");
  const locale = useLocale();
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(Math.abs(value));
  // Said to a tenth, so what rounds to nothing is no difference.
  const daysMore = Math.round((way.other?.daysMore ?? 0) * 10) / 10;
  const kmMore = way.other?.kmMore ?? 0;
  const days = daysMore === 0 ? t("sameDays") : t(daysMore > 0 ? "slower" : "faster", { days: number(daysMore) });
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
