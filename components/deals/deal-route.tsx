import { useNameList } from "@/components/ui/page/sentences";
import { useCountryName, useFigureSource } from "@/components/services/words/country-name";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { placeName } from "@/components/ui/party-name";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { RouteStrip, type StripLeg, type StripStop } from "@/components/ui/freight/route-strip";
import { Panel } from "@/components/ui/page/panel";
import type { DealPage } from "@/domain/deals/deal-view";
import { wholeDays } from "@/domain/hubs/way";

// Rails of 1520 mm; elsewhere on these ways they are of 1435.
const WIDE = new Set(["RU", "KZ", "KG", "UZ", "TJ", "TM", "MN", "BY"]);

type DealRouteProps = {
  readonly deal: DealPage;
  /** What is waited at the border, as it is known now; left out where nothing is to come. */
  readonly wait?: ReactNode;
};

/** The planned way, leg by leg, with where each distance comes from and which figures are estimates. */
export function DealRoute({ deal, wait }: DealRouteProps) {
  const t = useTranslations("deals.route");
  const nameList = useNameList();
  const words = useTranslations("services");
  const locale = useLocale();
  const sourceOf = useFigureSource();
  const { way, stops } = deal;
  const km = (value: number) => numberFormat(locale, {}).format(value);
  const countryOf = useCountryName();
  const hubStop = way.legs.findIndex((_, at) => stops[at]?.country !== stops[at + 1]?.country);
  const drawn: StripStop[] = stops.map((stop, at) => ({
    id: `${stop.id}-${at}`,
    name: placeName(stop, locale),
    detail: countryOf(stop.country),
    state: "planned",
    isBorderHub: at === hubStop && deal.hub.isBorderHub,
  }));
  const legs: StripLeg[] = way.legs.map((leg, at) => ({
    mode: leg.mode,
    isWide: leg.mode === "rail" && WIDE.has(stops[at + 1]?.country ?? ""),
    label: t("leg", { mode: words(`mode.${leg.mode}`), km: km(leg.km) }),
    state: "planned",
  }));
  const sources = [...new Set(way.legs.map((leg) => sourceOf(leg.source)))];
  return (
    <Panel title={t("title")} aside={t("total", { km: km(way.distanceKm), ...wholeDays(way.days) })} isFlush>
      <RouteStrip name={t("name", { stops: nameList(drawn.map((stop) => stop.name)) })} stops={drawn} legs={legs} />
      <div className="panel-body">
        {wait}
        {way.isEstimate && <p className="text-sm text-ink-2">{t("estimate")}</p>}
        <details>
          <summary className="w-fit cursor-pointer py-1 text-sm text-link">{t("sources")}</summary>
          <ul className="text-sm text-ink-2">
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </details>
      </div>
    </Panel>
  );
}
