import { useLocale, useTranslations } from "next-intl";
import { placeName, typedPlaceName } from "@/components/ui/words";
import { MoneyText } from "@/components/ui/figures";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import { choicesIn } from "@/domain/services/member-list";
import { logisticsFields } from "@/domain/services/logistics/spec";
import { useListedBoxes } from "../listed-boxes";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import type { LocalDate } from "@/domain/shared/time";
import { useCountryName } from "../country-name";
import type { NamedPlace } from "@/domain/shared/vocabulary";
import { type LogisticsTerms, logisticsTermsFields } from "@/domain/services/logistics/terms";

const DAY_LENGTH = "2026-12-01".length;

/** A whole day as a day, a time in the reader's zone. The spec's schema has read the text, so its length tells which it is. */
function DayOrTimeText({ value, zone }: { readonly value: string; readonly zone: string }) {
  return value.length === DAY_LENGTH ? (
    <DateText day={value as LocalDate} />
  ) : (
    <TimeText at={Date.parse(value)} zone={zone} />
  );
}

type LogisticsSpec = SpecOf<"logistics">;

function LogisticsSpecView({ spec, zone, hubs = [] }: SpecViewProps<LogisticsSpec>) {
  const t = useTranslations("service-logistics");
  const words = useTranslations("services");
  const locale = useLocale();
  const hubName = (id: string) => {
    const hub = hubs.find((one) => one.id === id);
    return hub ? placeName(hub, locale) : id;
  };
  const { temperature, insurance, transit, pickupFrom, pickupTo, deliveryFrom, deliveryTo } = spec;
  const boxes = useListedBoxes("logistics", {
    group: "spec",
    list: logisticsFields,
    of: spec,
    instead: {
      equipment: {
        value: words("measure.units", {
          count: spec.equipmentCount ?? 1,
          equipment: words(`equipment.${spec.equipment}`),
        }),
      },
      pickupFrom: { label: t("spec.pickup.label"), value: <Window from={pickupFrom} to={pickupTo} zone={zone} /> },
      temperature: {
        value: temperature && words("measure.celsius", { min: temperature.minC, max: temperature.maxC }),
      },
      deliveryFrom: {
        label: t("spec.delivery.label"),
        value: (deliveryFrom || deliveryTo) && <Window from={deliveryFrom} to={deliveryTo} zone={zone} />,
      },
      otherHubIds: { value: spec.otherHubIds?.map(hubName).join(" · ") },
      insurance: {
        value: insurance && t(`option.insuranceClause.${insurance.clause}`),
        detail: insurance?.value ? (
          <MoneyText {...insurance.value} display="code" />
        ) : (
          insurance && t("view.goodsValue")
        ),
      },
      transitRegime: {
        detail:
          transit?.guaranteedBy &&
          t("view.guaranteedBy", { who: t(`option.transitGuarantor.${transit.guaranteedBy}`) }),
      },
    },
  });
  return <WaybillGrid boxes={boxes} isFlat />;
}

type WindowProps = { readonly from: string | undefined; readonly to: string | undefined; readonly zone: string };

/** From when until when; of an open window the end that there is. */
function Window({ from, to, zone }: WindowProps) {
  const words = useTranslations("services");
  const t = useTranslations("service-logistics.view");
  if (from && to)
    return words.rich("measure.range", {
      from: () => <DayOrTimeText value={from} zone={zone} />,
      to: () => <DayOrTimeText value={to} zone={zone} />,
    });
  const end = from ?? to;
  return end ? t.rich(from ? "from" : "until", { time: () => <DayOrTimeText value={end} zone={zone} /> }) : null;
}

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

function LogisticsTermsView({ terms, places }: TermsViewProps<TermsOf<"logistics">>) {
  const t = useTranslations("service-logistics");
  const countryName = useCountryName();
  const legWords = useLegWords(places);
  const { legs, plates, slot } = terms;
  const boxes = useListedBoxes("logistics", {
    group: "terms",
    list: logisticsTermsFields,
    of: terms,
    instead: {
      plates: {
        value:
          plates &&
          t("view.plates", { before: countryName(plates.beforeBorder), beyond: countryName(plates.beyondBorder) }),
      },
      slotSystem: {
        detail: slot?.bookedBy && t("view.bookedBy", { who: t(`option.slotBooker.${slot.bookedBy}`) }),
      },
      legs: {
        value: legs && (
          <ol className="list-inside list-decimal">
            {legs.map((leg, position) => (
              // Two legs may end at one place.
              <li key={`${position}-${leg.place}`}>{legWords(leg)}</li>
            ))}
          </ol>
        ),
      },
    },
  });
  return <WaybillGrid boxes={boxes} isFlat />;
}

export const logisticsScreens: ServiceScreens<SpecOf<"logistics">, TermsOf<"logistics">> = {
  SpecView: LogisticsSpecView,
  TermsView: LogisticsTermsView,
  specChoices: choicesIn(logisticsFields),
};
