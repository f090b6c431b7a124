import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { SpecOf, TermsOf } from "@/domain/services/registry";
import { STORES } from "@/domain/services/warehousing/spec";
import { SelectField } from "../fields/choice/select-field";
import { DateField } from "../fields/date-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";
import type { ServiceScreens, SpecViewProps, TermsViewProps } from "../screens";
import { numberedBoxes } from "../view/boxes";

function SpecFields(props: FieldsProps) {
  const form = useFieldsForm("warehousing", "spec", props);
  const t = useTranslations("service-warehousing.store");
  return (
    <>
      <SelectField form={form} name="store" options={optionsOf(STORES, (store) => t(store))} isRequired />
      <DateField form={form} name="from" isRequired />
      <NumberField form={form} name="days" isRequired />
      <TextField form={form} name="remarks" maxLength={500} />
    </>
  );
}

function TermsFields(props: FieldsProps) {
  return <NumberField form={useFieldsForm("warehousing", "terms", props)} name="freeDays" />;
}

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
  SpecFields,
  TermsFields,
  SpecView,
  TermsView,
};
