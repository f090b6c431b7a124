import { useTranslations } from "next-intl";
import { STORES } from "@/domain/services/warehousing/spec";
import { optionsOf, SelectField } from "../choice-fields";
import { type FieldsProps, useFieldsForm } from "../fields-form";
import type { ServiceForms } from "../screens";
import { DateField, NumberField, TextField } from "../text-fields";

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
