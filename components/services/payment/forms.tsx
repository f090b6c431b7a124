import { paymentTermsFields } from "@/domain/services/payment/terms";
import { type FieldsProps, useFieldsForm } from "../fields-form";
import { ListedFields } from "../listed-fields";
import type { ServiceForms } from "../screens";
import { PaymentSpecFields } from "./spec-fields";

function PaymentTermsFields(props: FieldsProps) {
  return <ListedFields form={useFieldsForm("payment", "terms", props)} list={paymentTermsFields} />;
}

export const paymentForms: ServiceForms = {
  SpecFields: PaymentSpecFields,
  TermsFields: PaymentTermsFields,
};
