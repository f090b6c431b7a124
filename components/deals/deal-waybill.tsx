import { useCountryName } from "@/components/services/words/country-name";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/components/ui/party-name";
import { CountText } from "@/components/ui/figures/count-text";
import { MoneyText } from "@/components/ui/figures/money-text";
import { VolumeText } from "@/components/ui/figures/volume-text";
import { WeightText } from "@/components/ui/figures/weight-text";
import { HubName } from "@/components/ui/freight/hub-name";
import { DateText } from "@/components/ui/time/date-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { DealPage, DealStop } from "@/domain/deals/deal-view";

/** The goods movement in numbered boxes, the numbers being the same for every deal. */
export function DealWaybill({ deal }: { readonly deal: DealPage }) {
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
        { number: 6, label: t("ready"), value: <DateText day={deal.readyDate} hasYear /> },
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
