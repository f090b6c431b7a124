import type { ServiceForms } from "../screens";
import { CustomsSpecFields } from "./spec-fields";
import { CustomsTermsFields } from "./terms-fields";

export const customsForms: ServiceForms = {
  SpecFields: CustomsSpecFields,
  TermsFields: CustomsTermsFields,
};
