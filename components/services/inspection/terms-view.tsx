import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { TermsOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import type { TermsViewProps } from "../screens";

export function InspectionTermsView({ terms }: TermsViewProps<TermsOf<"inspection">>) {
  const t = useTranslations("service-inspection");
  const words = useTranslations("services");
  const hours = (value: number | undefined) => value !== undefined && words("duration.hours", { n: value });
  const { isImpartial } = terms;
  const boxes = numberedBoxes([
    {
      label: t("terms.inspectorGrade.label"),
      value: terms.inspectorGrade && t(`option.grade.${terms.inspectorGrade}`),
    },
    { label: t("terms.accreditationNumber.label"), value: terms.accreditationNumber },
    { label: t("terms.reportHours.label"), value: hours(terms.reportHours) },
    {
      label: t("terms.reportLanguage.label"),
      value: terms.reportLanguage && words(`language.${terms.reportLanguage}`),
    },
    { label: t("terms.cancellationHours.label"), value: hours(terms.cancellationHours) },
    {
      label: t("terms.isImpartial.label"),
      value: isImpartial !== undefined && words(`answer.${isImpartial ? "yes" : "no"}`),
    },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
