import { useNameList } from "@/components/ui/sentences";
import { useLocale, useTranslations } from "next-intl";
import { partyName, placeName } from "@/components/ui/party-name";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { ServiceFigures, SpecWarnings } from "@/components/services/service-figures";
import { Panel } from "@/components/ui/panel";
import { ServiceName } from "@/components/services/service-name";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { CheckedPosting as Posting } from "@/views/postings";
import { RequestTerms } from "@/components/requests/request-terms";
import { CargoTable } from "./cargo-table";
import { BorderWaitText } from "./border-wait-text";
import { DealRoute, DealWaybill } from "./deal-summary";

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
