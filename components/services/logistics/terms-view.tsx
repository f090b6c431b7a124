import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { TermsOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import type { TermsViewProps } from "../screens";

export function LogisticsTermsView({ terms }: TermsViewProps<TermsOf<"logistics">>) {
  const t = useTranslations("service-logistics");
  const words = useTranslations("services");
  const hours = (value: number | undefined) => value !== undefined && words("duration.hours", { n: value });
  const { hasTransshipment } = terms;
  const boxes = numberedBoxes([
    { label: t("terms.carrierType.label"), value: terms.carrierType && t(`option.carrierType.${terms.carrierType}`) },
    { label: t("terms.equipment.label"), value: terms.equipment && words(`equipment.${terms.equipment}`) },
    {
      label: t("terms.hasTransshipment.label"),
      value: hasTransshipment !== undefined && words(`answer.${hasTransshipment ? "yes" : "no"}`),
    },
    { label: t("terms.borderWaitHours.label"), value: hours(terms.borderWaitHours) },
    { label: t("terms.freeTimeBorderHours.label"), value: hours(terms.freeTimeBorderHours) },
    { label: t("terms.freeTimeDestinationHours.label"), value: hours(terms.freeTimeDestinationHours) },
    { label: t("terms.tracking.label"), value: terms.tracking && t(`option.tracking.${terms.tracking}`) },
    { label: t("terms.departures.label"), value: terms.departures },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
