import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";
import { numberedBoxes } from "../numbered-boxes";

function SpecView({ spec }: SpecViewProps<SpecOf<"warehousing">>) {
  const t = useTranslations("service-warehousing");
  const boxes = numberedBoxes([
    { label: t("spec.store.label"), value: t(`store.${spec.store}`) },
    { label: t("spec.from.label"), value: spec.from },
    { label: t("spec.days.label"), value: spec.days },
    { label: t("spec.remarks.label"), value: spec.remarks, span: "all" },
  ]);
  return <WaybillGrid boxes={boxes} isFlat />;
}

function TermsView({ terms }: TermsViewProps<TermsOf<"warehousing">>) {
  const t = useTranslations("service-warehousing");
  return <WaybillGrid boxes={numberedBoxes([{ label: t("terms.freeDays.label"), value: terms.freeDays }])} isFlat />;
}

export const warehousingScreens: ServiceScreens<SpecOf<"warehousing">, TermsOf<"warehousing">> = {
  SpecView,
  TermsView,
};
