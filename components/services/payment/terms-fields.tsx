import { paymentTermsFields } from "@/domain/services/payment/terms";
import { type FieldsProps, useFieldsForm } from "../fields-form";
import { ListedFields } from "../listed-fields";

export function PaymentTermsFields(props: FieldsProps) {
  return <ListedFields form={useFieldsForm("payment", "terms", props)} list={paymentTermsFields} />;
}
