import { useCountryName, useFigureSource } from "@/components/services/country-name";
import { useLocale, useTranslations } from "next-intl";
import { HubName, partyName, placeName, useNameList } from "@/components/ui/words";
import { CountText, MoneyText, VolumeText, WeightText } from "@/components/ui/figures";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { DealStop, PlannedDeal } from "@/views/deals";
import type { ReactNode } from "react";
import { numberFormat } from "@/components/ui/format";
import { RouteStrip, type StripLeg, type StripStop } from "@/components/ui/route-strip";
import { Panel } from "@/components/ui/blocks";
import { wholeDays } from "@/domain/hubs/place";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { ServiceFigures, SpecWarnings } from "@/components/services/service-figures";
import { ServiceName } from "@/components/services/service-name";
import type { CheckedPosting as Posting } from "@/views/postings";
import { RequestTerms } from "@/components/requests/request-terms";
import { CargoTable } from "./cargo-table";
import { BorderWaitText } from "./route-section";

/** The goods movement in numbered boxes, the numbers being the same for every deal. */
export function DealWaybill({ deal }: { readonly deal: PlannedDeal }) {
  const t = useTranslations("deals.box");
  const words = useTranslations("services");
  const locale = useLocale();
  const countryName = useCountryName();
  const countryOf = (stop: DealStop) => countryName(stop.country);
  const inland = deal.inlandMode && words(`inlandMode.${deal.inlandMode}`);
  return (
    <WaybillGrid
      columns={4}
      boxes={[
        { number: 1, label: t("origin"), value: placeName(deal.origin, locale), detail: countryOf(deal.origin) },
        { number: 2, label: t("hub"), value: <HubName {...deal.hub} />, detail: t(`hubChoice.${deal.hubChoice}`) },
        {
          number: 3,
          label: t("destination"),
          value: placeName(deal.destination, locale),
          detail: countryOf(deal.destination),
        },
        {
          number: 4,
          label: t("incoterm"),
          value: `${deal.incoterm.rule} ${deal.incoterm.place}`,
          detail: words(`incoterm.${deal.incoterm.rule}`),
        },
        {
          number: 5,
          label: t("mode"),
          value: words(`mode.${deal.mode}`),
          detail: inland ?? t(`direction.${deal.direction}`),
        },
        {
          number: 6,
          label: t("ready"),
          value: <DateText day={deal.readyDate} hasYear />,
          detail: deal.leaveDay > deal.readyDate && (
            <>
              {t("pickup")} <DateText day={deal.leaveDay} />
            </>
          ),
        },
        { number: 7, label: t("value"), value: <MoneyText {...deal.goodsValue} display="code" /> },
        {
          number: 8,
          label: t("cargo"),
          value: <WeightText grams={deal.grossWeightGrams} />,
          detail: (
            <>
              <VolumeText cm3={deal.volumeCm3} /> ·{" "}
              {t.rich("packages", { count: deal.packages, number: () => <CountText value={deal.packages} /> })}
            </>
          ),
        },
      ]}
    />
  );
}

// Rails of 1520 mm; elsewhere on these ways they are of 1435.
const WIDE = new Set(["RU", "KZ", "KG", "UZ", "TJ", "TM", "MN", "BY"]);

type DealRouteProps = {
  readonly deal: PlannedDeal;
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
    label: t("leg", { mode: words(`mode.${leg.mode}`), km: km(leg.distanceKm) }),
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

type CheckedPostingProps = { readonly posting: Posting; readonly zone: string };

/** A complete posting as bidders will read it. */
export function CheckedPosting({ posting, zone }: CheckedPostingProps) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const nameList = useNameList();
  const { deal, services, bidding } = posting;
  const hub = { name: placeName(deal.hub, locale), zone: deal.hubZone };
  return (
    <>
      <DealWaybill deal={deal} />
      <DealRoute
        deal={deal}
        wait={
          deal.way.borderWait && (
            <p>
              <BorderWaitText wait={deal.way.borderWait} />
            </p>
          )
        }
      />
      <Panel title={t("cargo.title")} isFlush>
        <CargoTable cargo={deal.cargo} />
      </Panel>
      {services.map(({ service, spec, figures, warnings, otherHubs }) => {
        const { SpecView } = SERVICE_SCREENS[service];
        return (
          <Panel key={service} title={<ServiceName service={service} />}>
            <SpecWarnings service={service} warnings={warnings} />
            <SpecView spec={spec} zone={zone} hubs={otherHubs} />
            <ServiceFigures service={service} figures={figures} />
          </Panel>
        );
      })}
      <Panel title={t("form.section.bidding")} isFlush>
        <WaybillGrid
          columns={4}
          isFlat
          boxes={[
            { number: 1, label: t("form.field.bidMode.label"), value: t(`form.bidMode.${bidding.mode}.title`) },
            {
              number: 2,
              label: t("form.field.closesAt.label"),
              value: <TimeText at={bidding.closesAt} zone={zone} hub={hub} hasYear />,
            },
            {
              number: 3,
              label: t("form.field.decideBy.label"),
              value: <TimeText at={bidding.decideBy} zone={zone} hub={hub} hasYear />,
            },
            { number: 4, label: t("form.field.comparisonCurrency.label"), value: bidding.currency },
            {
              number: 5,
              label: t("form.field.mayCloseEarly.label"),
              value: t(bidding.mayCloseEarly ? "checkPage.yes" : "checkPage.no"),
            },
            {
              number: 6,
              label: t("form.field.twoPersonOpening.label"),
              value: t(bidding.twoPersonOpening ? "checkPage.yes" : "checkPage.no"),
            },
            {
              number: 7,
              label: t("form.field.visibility.label"),
              value: t(`form.visibility.${bidding.visibility}.title`),
              detail: nameList(posting.invited.map((party) => partyName(party, locale))),
              span: 2,
            },
            {
              number: 8,
              label: t("form.field.questionsUntil.label"),
              value:
                bidding.questionsUntil === null ? (
                  t("checkPage.byRule")
                ) : (
                  <TimeText at={bidding.questionsUntil} zone={zone} hub={hub} hasYear />
                ),
            },
            {
              number: 9,
              label: t("form.field.feedback.label"),
              value: bidding.mode === "open" ? t(`form.feedback.${bidding.feedback}`) : t("checkPage.none"),
            },
          ]}
        />
      </Panel>
      <RequestTerms terms={bidding} visibility={bidding.visibility} />
    </>
  );
}
