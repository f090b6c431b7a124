import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { InspectionSpecFields } from "./spec-fields";
import { InspectionSpecView } from "./spec-view";
import { InspectionTermsFields } from "./terms-fields";
import { InspectionTermsView } from "./terms-view";

export const inspectionScreens: ServiceScreens<SpecOf<"inspection">, TermsOf<"inspection">> = {
  SpecFields: InspectionSpecFields,
  TermsFields: InspectionTermsFields,
  SpecView: InspectionSpecView,
  TermsView: InspectionTermsView,
};
