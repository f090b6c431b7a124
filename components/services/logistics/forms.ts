import type { ServiceForms } from "../screens";
import { LogisticsSpecFields } from "./spec-fields";
import { LogisticsTermsFields } from "./terms-fields";

export const logisticsForms: ServiceForms = {
  SpecFields: LogisticsSpecFields,
  TermsFields: LogisticsTermsFields,
};
