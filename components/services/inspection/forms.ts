import type { ServiceForms } from "../screens";
import { InspectionSpecFields } from "./fields/spec-fields";
import { InspectionTermsFields } from "./fields/terms-fields";

export const inspectionForms: ServiceForms = {
  SpecFields: InspectionSpecFields,
  TermsFields: InspectionTermsFields,
};
