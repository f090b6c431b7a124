import { warehousingTermsFields } from "@/domain/services/warehousing/spec";
import { type FieldsProps, useFieldsForm } from "../fields-form";
import { ListedFields } from "../listed-fields";

export function WarehousingTermsFields(props: FieldsProps) {
  return <ListedFields form={useFieldsForm("warehousing", "terms", props)} list={warehousingTermsFields} />;
}
