import { useTranslations } from "next-intl";
import { STORES } from "@/domain/services/warehousing/spec";
import { SelectField } from "../fields/choice/select-field";
import { DateField } from "../fields/date-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";
import type { ServiceForms } from "../screens";

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

export const warehousingForms: ServiceForms = { SpecFields, TermsFields };
