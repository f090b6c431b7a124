import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { TermsOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import { useCountryName } from "../words/country-name";
import type { TermsViewProps } from "../screens";
import { useLocale } from "next-intl";
import { typedPlaceName } from "@/components/ui/party-name";
import type { NamedPlace } from "@/domain/shared/named";
import type { LogisticsTerms } from "@/domain/services/logistics/terms";

type Leg = NonNullable<LogisticsTerms["legs"]>[number];

/** A leg of a bid in one line: where to, by what, by whom, how long. A known place is shown with the reader's name of it. */
function useLegWords(places: readonly NamedPlace[]): (leg: Leg) => string {
  const t = useTranslations("service-logistics.view");
  const locale = useLocale();
  const words = useTranslations("services");
  return ({ place, mode, carrier, days }) =>
    [
      t("leg", { place: typedPlaceName(place, places, locale), mode: words(`mode.${mode}`) }),
      carrier,
      days !== undefined && words("duration.days", { n: days }),
    ]
      .filter(Boolean)
      .join(" · ");
}

export function LogisticsTermsView({ terms, places }: TermsViewProps<TermsOf<"logistics">>) {
  const t = useTranslations("service-logistics");
  const words = useTranslations("services");
  const countryName = useCountryName();
  const legWords = useLegWords(places);
  const hours = (value: number | undefined) => value !== undefined && words("duration.hours", { n: value });
  const answer = (value: boolean | undefined) => value !== undefined && words(`answer.${value ? "yes" : "no"}`);
  const option = (group: string, value: string | undefined) => value && t(`option.${group}.${value}`);
  const { hasTransshipment, legs, plates, slot } = terms;
  const boxes = numberedBoxes([
    { label: t("terms.carrierType.label"), value: option("carrierType", terms.carrierType) },
    { label: t("terms.equipment.label"), value: terms.equipment && words(`equipment.${terms.equipment}`) },
    { label: t("terms.hasTransshipment.label"), value: answer(hasTransshipment) },
    { label: t("terms.borderWaitHours.label"), value: hours(terms.borderWaitHours) },
    { label: t("terms.freeTimeBorderHours.label"), value: hours(terms.freeTimeBorderHours) },
    { label: t("terms.freeTimeDestinationHours.label"), value: hours(terms.freeTimeDestinationHours) },
    { label: t("terms.closuresExcluded.label"), value: answer(terms.closuresExcluded) },
    { label: t("terms.tracking.label"), value: option("tracking", terms.tracking) },
    { label: t("terms.departures.label"), value: terms.departures },
    {
      label: t("terms.plates.label"),
      value:
        plates &&
        t("view.plates", { before: countryName(plates.beforeBorder), beyond: countryName(plates.beyondBorder) }),
    },
    {
      label: t("terms.slotSystem.label"),
      value: option("slotSystem", slot?.system),
      detail: slot?.bookedBy && t("view.bookedBy", { who: t(`option.slotBooker.${slot.bookedBy}`) }),
    },
    { label: t("terms.liability.label"), value: option("liability", terms.liability) },
    {
      label: t("terms.legs.label"),
      value: legs && (
        <ol className="list-inside list-decimal">
          {legs.map((leg, position) => (
            // Two legs may end at one place.
            <li key={`${position}-${leg.place}`}>{legWords(leg)}</li>
          ))}
        </ol>
      ),
      span: "all",
    },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
