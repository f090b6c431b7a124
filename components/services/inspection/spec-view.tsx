import { useLocale, useTranslations } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { DateText } from "@/components/ui/time/date-text";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import { DEFECT_CLASSES } from "@/domain/services/inspection/sampling/sampling";
import type { SpecOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import type { SpecViewProps } from "../screens";

export function InspectionSpecView({ spec }: SpecViewProps<SpecOf<"inspection">>) {
  const t = useTranslations("service-inspection");
  const words = useTranslations("services");
  const number = numberFormat(useLocale(), {});
  const count = (value: number | undefined) => value !== undefined && <CountText value={value} />;
  const { aql, packedPercent, hasGoldenSample } = spec;
  const boxes = numberedBoxes([
    { label: t("spec.type.label"), value: t(`option.type.${spec.type}`) },
    { label: t("spec.date.label"), value: <DateText day={spec.date} /> },
    { label: t("spec.alternativeDate.label"), value: spec.alternativeDate && <DateText day={spec.alternativeDate} /> },
    { label: t("spec.factoryAddress.label"), value: spec.factoryAddress, span: 2 },
    { label: t("spec.standard.label"), value: spec.standard && t(`option.standard.${spec.standard}`) },
    { label: t("spec.level.label"), value: spec.level },
    { label: t("spec.severity.label"), value: spec.severity && t(`option.severity.${spec.severity}`) },
    { label: t("spec.aql.label"), value: aql && DEFECT_CLASSES.map((name) => number.format(aql[name])).join(" / ") },
    { label: t("spec.lotSize.label"), value: count(spec.lotSize) },
    { label: t("spec.checksPerUnit.label"), value: count(spec.checksPerUnit) },
    { label: t("spec.labTests.label"), value: count(spec.labTests) },
    { label: t("spec.containers.label"), value: count(spec.containers) },
    {
      label: t("spec.packedPercent.label"),
      value: packedPercent !== undefined && words("measure.percent", { value: packedPercent }),
    },
    {
      label: t("spec.hasGoldenSample.label"),
      value: hasGoldenSample !== undefined && words(`answer.${hasGoldenSample ? "yes" : "no"}`),
    },
    { label: t("spec.reportLanguage.label"), value: spec.reportLanguage && words(`language.${spec.reportLanguage}`) },
    { label: t("spec.remarks.label"), value: spec.remarks, span: "all" },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
