import { logisticsTermsFields } from "@/domain/services/logistics/terms";
import { type FieldsProps, useFieldsForm } from "../fields-form";
import { ListedFields } from "../listed-fields";
import type { ServiceForms } from "../screens";
import { LogisticsSpecFields } from "./spec-fields";

function LogisticsTermsFields(props: FieldsProps) {
  return <ListedFields form={useFieldsForm("logistics", "terms", props)} list={logisticsTermsFields} />;
}

export const logisticsForms: ServiceForms = {
  SpecFields: LogisticsSpecFields,
  TermsFields: LogisticsTermsFields,
};
