import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { LogisticsSpecFields } from "./spec-fields";
import { LogisticsSpecView } from "./spec-view";
import { LogisticsTermsFields } from "./terms-fields";
import { LogisticsTermsView } from "./terms-view";

export const logisticsScreens: ServiceScreens<SpecOf<"logistics">, TermsOf<"logistics">> = {
  SpecFields: LogisticsSpecFields,
  TermsFields: LogisticsTermsFields,
  SpecView: LogisticsSpecView,
  TermsView: LogisticsTermsView,
};
