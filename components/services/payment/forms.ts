import type { ServiceForms } from "../screens";
import { PaymentSpecFields } from "./spec-fields";
import { PaymentTermsFields } from "./terms-fields";

export const paymentForms: ServiceForms = {
  SpecFields: PaymentSpecFields,
  TermsFields: PaymentTermsFields,
};
