import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/format";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { manDaysDifference, metDay } from "@/domain/services/inspection/man-days";
import { manDaysMilli } from "@/domain/services/inspection/work";
import { inspectionFields } from "@/domain/services/inspection/spec";
import { inspectionTermsFields } from "@/domain/services/inspection/terms";
import { choicesIn } from "@/domain/services/member-list";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens, TermsViewProps } from "../screens";
import { useListedBoxes } from "../listed-boxes";
import { InspectionSpecView } from "./spec-view";

type InspectionTermsProps = TermsViewProps<TermsOf<"inspection">, SpecOf<"inspection">>;

export function InspectionTermsView({ terms, spec }: InspectionTermsProps) {
  const t = useTranslations("service-inspection");
  const words = useTranslations("services.language");
  const { inspectorLanguages = [], dateSlots = [], isImpartial } = terms;
  const boxes = useListedBoxes("inspection", {
    group: "terms",
    list: inspectionTermsFields,
    of: terms,
    instead: {
      manDaysOffered: useManDaysBox(terms.manDaysOfferedMilli, spec),
      inspectorLanguages: { value: inspectorLanguages.map((language) => words(language)).join(" · ") },
      dateSlots: dateSlots.length === 0 ? { value: null } : { detail: spec && t(`metDay.${metDay(dateSlots, spec)}`) },
      isImpartial: isImpartial === undefined ? { value: t("notDeclared") } : {},
    },
  });
  return <WaybillGrid boxes={boxes} isFlat />;
}

/** The offered man-days with what the request comes to, and how far they differ. */
function useManDaysBox(offeredMilli: number | undefined, spec: InspectionTermsProps["spec"]) {
  const t = useTranslations("service-inspection");
  const measure = useTranslations("services.measure");
  const number = numberFormat(useLocale(), { maximumFractionDigits: 3 });
  const days = (milli: number) => measure("man_day", { value: number.format(milli / 1000), count: milli / 1000 });
  const computed = spec ? manDaysMilli(spec) : null;
  const difference = manDaysDifference(offeredMilli, computed);
  const comparison = difference === null ? null : difference === 0 ? "equal" : difference > 0 ? "more" : "fewer";
  return {
    value: offeredMilli !== undefined && days(offeredMilli),
    detail:
      comparison &&
      t(`manDays.${comparison}`, {
        computed: days(computed ?? 0),
        difference: number.format(Math.abs(difference ?? 0) / 1000),
      }),
  };
}

export const inspectionScreens: ServiceScreens<SpecOf<"inspection">, TermsOf<"inspection">> = {
  SpecView: InspectionSpecView,
  TermsView: InspectionTermsView,
  specChoices: choicesIn(inspectionFields),
};
