import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { CustomsSpecFields } from "./spec-fields";
import { CustomsSpecView } from "./spec-view";
import { CustomsTermsFields } from "./terms-fields";
import { CustomsTermsView } from "./terms-view";

export const customsScreens: ServiceScreens<SpecOf<"customs">, TermsOf<"customs">> = {
  SpecFields: CustomsSpecFields,
  TermsFields: CustomsTermsFields,
  SpecView: CustomsSpecView,
  TermsView: CustomsTermsView,
};
