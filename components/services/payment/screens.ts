import type { SpecOf, TermsOf } from "@/domain/services/registry";
import type { ServiceScreens } from "../screens";
import { paymentSpecChoices } from "./spec-choices";
import { PaymentBriefText } from "./brief-text";
import { PaymentSpecView } from "./spec-view";
import { PaymentTermsView } from "./terms-view";

export const paymentScreens: ServiceScreens<SpecOf<"payment">, TermsOf<"payment">> = {
  SpecView: PaymentSpecView,
  TermsView: PaymentTermsView,
  BriefText: PaymentBriefText,
  specChoices: paymentSpecChoices,
};
