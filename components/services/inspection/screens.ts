import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { inspectionSpecChoices } from "./spec-choices";
import { InspectionSpecView } from "./view/spec-view";
import { InspectionTermsView } from "./view/terms-view";

export const inspectionScreens: ServiceScreens<SpecOf<"inspection">, TermsOf<"inspection">> = {
  SpecView: InspectionSpecView,
  TermsView: InspectionTermsView,
  specChoices: inspectionSpecChoices,
};
