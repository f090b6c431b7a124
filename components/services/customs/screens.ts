import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { customsSpecChoices } from "./spec-choices";
import { CustomsSpecView } from "./spec-view";
import { CustomsTermsView } from "./terms-view";

export const customsScreens: ServiceScreens<SpecOf<"customs">, TermsOf<"customs">> = {
  SpecView: CustomsSpecView,
  TermsView: CustomsTermsView,
  specChoices: customsSpecChoices,
};
