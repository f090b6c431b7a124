import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { SpecOf } from "@/domain/services/registry";
import { numberedBoxes } from "../view/boxes";
import { DayOrTimeText } from "../view/day-or-time-text";
import type { SpecViewProps } from "../screens";

export function LogisticsSpecView({ spec, zone }: SpecViewProps<SpecOf<"logistics">>) {
  const t = useTranslations("service-logistics");
  const words = useTranslations("services");
  const answer = (value: boolean | undefined) => value !== undefined && words(`answer.${value ? "yes" : "no"}`);
  const { temperature } = spec;
  const boxes = numberedBoxes([
    {
      label: t("spec.equipment.label"),
      value: words("measure.units", {
        count: spec.equipmentCount ?? 1,
        equipment: words(`equipment.${spec.equipment}`),
      }),
    },
    { label: t("spec.haul.label"), value: spec.haul && words(`mode.${spec.haul}`) },
    {
      label: t("spec.pickup.label"),
      value: words.rich("measure.range", {
        from: () => <DayOrTimeText value={spec.pickupFrom} zone={zone} />,
        to: () => <DayOrTimeText value={spec.pickupTo} zone={zone} />,
      }),
    },
    { label: t("spec.pickupAddress.label"), value: spec.pickupAddress, span: 2 },
    {
      label: t("spec.containerOwner.label"),
      value: spec.containerOwner && t(`option.containerOwner.${spec.containerOwner}`),
    },
    {
      label: t("spec.temperature.label"),
      value: temperature && words("measure.celsius", { min: temperature.minC, max: temperature.maxC }),
    },
    { label: t("spec.loadingBy.label"), value: spec.loadingBy && t(`option.handler.${spec.loadingBy}`) },
    { label: t("spec.unloadingBy.label"), value: spec.unloadingBy && t(`option.handler.${spec.unloadingBy}`) },
    { label: t("spec.isTransshipmentAllowed.label"), value: answer(spec.isTransshipmentAllowed) },
    { label: t("spec.needsTailLift.label"), value: answer(spec.needsTailLift) },
    {
      label: t("spec.freeTimeHours.label"),
      value: spec.freeTimeHours !== undefined && words("duration.hours", { n: spec.freeTimeHours }),
    },
    { label: t("spec.remarks.label"), value: spec.remarks, span: "all" },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}
