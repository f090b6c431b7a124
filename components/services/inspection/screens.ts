import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { InspectionSpecFields } from "./fields/spec-fields";
import { InspectionSpecView } from "./view/spec-view";
import { InspectionTermsFields } from "./fields/terms-fields";
import { InspectionTermsView } from "./view/terms-view";

export const inspectionScreens: ServiceScreens<SpecOf<"inspection">, TermsOf<"inspection">> = {
  SpecFields: InspectionSpecFields,
  TermsFields: InspectionTermsFields,
  SpecView: InspectionSpecView,
  TermsView: InspectionTermsView,
};
