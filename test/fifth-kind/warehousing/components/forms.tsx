import { formOf, requiredBy } from "@/domain/services/member-list";
import { warehousingFields, warehousingTermsFields } from "@/domain/services/warehousing/spec";
import { type FieldsProps, useFieldsForm, useSpecForm } from "../fields-form";
import { ListedFields } from "../listed-fields";
import type { ServiceForms } from "../screens";

const RULES = { fields: formOf(warehousingFields), required: requiredBy(warehousingFields) };

function SpecFields(props: FieldsProps) {
  const { form, place } = useSpecForm("warehousing", props, RULES);
  return (
    <>
      <span ref={place} hidden />
      <ListedFields form={form} list={warehousingFields} />
    </>
  );
}

function TermsFields(props: FieldsProps) {
  return <ListedFields form={useFieldsForm("warehousing", "terms", props)} list={warehousingTermsFields} />;
}

export const warehousingForms: ServiceForms = { SpecFields, TermsFields };
