import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { logisticsSpecChoices } from "./spec-choices";
import { LogisticsSpecView } from "./spec-view";
import { LogisticsTermsView } from "./terms-view";

export const logisticsScreens: ServiceScreens<SpecOf<"logistics">, TermsOf<"logistics">> = {
  SpecView: LogisticsSpecView,
  TermsView: LogisticsTermsView,
  specChoices: logisticsSpecChoices,
};
