import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { LogisticsSpecView } from "./spec-view";
import { LogisticsTermsView } from "./terms-view";

export const logisticsScreens: ServiceScreens<SpecOf<"logistics">, TermsOf<"logistics">> = {
  SpecView: LogisticsSpecView,
  TermsView: LogisticsTermsView,
};
