import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/intl-cache";
import { DateText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { manDaysDifference, metDay } from "@/domain/services/inspection/man-days";
import { manDaysMilli } from "@/domain/services/inspection/work";
import { inspectionFields } from "@/domain/services/inspection/spec";
import { choicesIn } from "@/domain/services/spec-list";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens, TermsViewProps } from "../screens";
import { numberedBoxes } from "../numbered-boxes";
import { InspectionSpecView } from "./spec-view";

type InspectionTermsProps = TermsViewProps<TermsOf<"inspection">, SpecOf<"inspection">>;

export function InspectionTermsView({ terms, spec }: InspectionTermsProps) {
  const t = useTranslations("service-inspection");
  const words = useTranslations("services");
  const hours = (value: number | undefined) => value !== undefined && words("duration.hours", { n: value });
  const { inspectorLanguages = [], dateSlots = [], isImpartial } = terms;
  const boxes = numberedBoxes([
    useManDaysBox(terms.manDaysOfferedMilli, spec),
    {
      label: t("terms.inspectorGrade.label"),
      value: terms.inspectorGrade && t(`option.grade.${terms.inspectorGrade}`),
    },
    {
      label: t("terms.inspectorLanguages.label"),
      value: inspectorLanguages.map((language) => words(`language.${language}`)).join(" · "),
    },
    {
      label: t("terms.accreditationType.label"),
      value: terms.accreditationType && t(`option.bodyType.${terms.accreditationType}`),
    },
    { label: t("terms.accreditationNumber.label"), value: terms.accreditationNumber },
    {
      label: t("terms.dateSlots.label"),
      value: dateSlots.length > 0 && (
        <ul>
          {dateSlots.map((day) => (
            <li key={day}>
              <DateText day={day} />
            </li>
          ))}
        </ul>
      ),
      detail: spec && dateSlots.length > 0 && t(`metDay.${metDay(dateSlots, spec)}`),
    },
    { label: t("terms.reportHours.label"), value: hours(terms.reportHours) },
    {
      label: t("terms.reportLanguage.label"),
      value: terms.reportLanguage && words(`language.${terms.reportLanguage}`),
    },
    { label: t("terms.cancellationHours.label"), value: hours(terms.cancellationHours) },
    {
      label: t("terms.isImpartial.label"),
      value: isImpartial === undefined ? t("notDeclared") : words(`answer.${isImpartial ? "yes" : "no"}`),
    },
  ]);
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
    label: t("terms.manDaysOffered.label"),
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
