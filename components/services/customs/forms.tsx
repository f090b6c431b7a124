import { customsTermsFields } from "@/domain/services/customs/terms";
import { type FieldsProps, useFieldsForm } from "../fields-form";
import { ListedFields } from "../listed-fields";
import type { ServiceForms } from "../screens";
import { CustomsSpecFields, OpinionFields } from "./spec-fields";

function CustomsTermsFields(props: FieldsProps) {
  const form = useFieldsForm("customs", "terms", props);
  return <ListedFields form={form} list={customsTermsFields} instead={{ hsOpinions: <OpinionFields form={form} /> }} />;
}

export const customsForms: ServiceForms = {
  SpecFields: CustomsSpecFields,
  TermsFields: CustomsTermsFields,
};
