import { logisticsTermsFields } from "@/domain/services/logistics/terms";
import { type FieldsProps, useFieldsForm } from "../fields-form";
import { ListedFields } from "../listed-fields";

export function LogisticsTermsFields(props: FieldsProps) {
  return <ListedFields form={useFieldsForm("logistics", "terms", props)} list={logisticsTermsFields} />;
}
