import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { TermsOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import type { TermsViewProps } from "../screens";
import { HsOpinionList } from "./hs-opinion-list";

export function CustomsTermsView({ terms }: TermsViewProps<TermsOf<"customs">>) {
  const t = useTranslations("service-customs");
  const words = useTranslations("services");
  const hours = (value: number | undefined) => value !== undefined && words("duration.hours", { n: value });
  const boxes = numberedBoxes([
    { label: t("terms.licenceNumber.label"), value: terms.licenceNumber },
    { label: t("terms.clearancePost.label"), value: terms.clearancePost },
    {
      label: t("terms.declarantRole.label"),
      value: terms.declarantRole && t(`option.declarantRole.${terms.declarantRole}`),
    },
    { label: t("terms.hoursToFile.label"), value: hours(terms.hoursToFile) },
    { label: t("terms.hoursToRelease.label"), value: hours(terms.hoursToRelease) },
    { label: t("terms.hoursToReleaseP90.label"), value: hours(terms.hoursToReleaseP90) },
    { label: t("terms.dutyPaidBy.label"), value: terms.dutyPaidBy && t(`option.dutyPaidBy.${terms.dutyPaidBy}`) },
    {
      label: t("terms.finesBorneBy.label"),
      value: terms.finesBorneBy && t(`option.finesBorneBy.${terms.finesBorneBy}`),
    },
    {
      label: t("line.opinions"),
      value: terms.hsOpinions && <HsOpinionList opinions={terms.hsOpinions} />,
      span: "all",
    },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
